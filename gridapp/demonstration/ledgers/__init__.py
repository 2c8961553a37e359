"""How the demonstration's ledgers were written (演示台账的编造): figures first, then cases that add up to them."""

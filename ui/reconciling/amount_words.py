"""How differences are said (差额的说法): always with their sign."""

from decimal import Decimal

from gridapp.counting.amount import spoken


def signed(difference: Decimal) -> str:
    """A difference with its sign; nought has none."""
    return f"{'+' if difference > 0 else ''}{spoken(difference)}"

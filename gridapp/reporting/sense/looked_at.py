"""How much was looked at for doubts (看过多少项), so that none found can be told from none looked for."""

from dataclasses import dataclass


@dataclass(slots=True)
class LookedAt:
    """Counts up while figures and records are examined."""

    figures: int = 0
    records: int = 0

"""How much a figure has changed (环比、同比): amounts in percent, rates in 个百分点 (domain.md §7.3)."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gridapp.counting.amount import Rate, Value
from gridapp.counting.reconciliation import POINTS

_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)
_ONLY_EXACT = frozenset({_HUNDRED, -_HUNDRED, Decimal(0)})
"""Said only of what is exactly so: doubled, all gone, unchanged."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change with two decimals, and what it is told in: % of an amount, 个百分点 of a rate."""

    amount: Decimal
    unit: str

    def __str__(self) -> str:
        sign = "+" if self.amount > 0 else ""
        return f"{sign}{self.amount:,.2f}{self.unit}"


def change_of(now: Value, then: Value) -> Change | None:
    """The change from one value to another; nothing where it cannot be said, as from nothing or from red figures."""
    if isinstance(now, Rate) and isinstance(then, Rate):
        if now.percent is None or then.percent is None:
            return None
        return Change(now.percent - then.percent, POINTS)
    if not isinstance(now, Decimal) or not isinstance(then, Decimal) or then <= 0:
        return None
    return Change(_hundredths((now - then) / then * _HUNDRED), "%")


def change_in_words(change: Change | None) -> str:
    """A change as it is shown, with its sign and unit; — where there is none to be told."""
    return "—" if change is None else str(change)


def _hundredths(exact: Decimal) -> Decimal:
    rounded = exact.quantize(_CENT, ROUND_HALF_UP)
    if rounded in _ONLY_EXACT and exact != rounded:
        return rounded + _CENT.copy_sign(exact - rounded)
    return rounded

"""The values of figures: amounts in a unit, and rates that always show their numerator and denominator."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate (%) of two amounts."""

    numerator: Decimal
    denominator: Decimal

    @property
    def percent(self) -> Decimal | None:
        """In percent, two decimals, half up; nothing over a denominator of 0; 100.00 only when exact."""
        if not self.denominator:
            return None
        exact = self.numerator / self.denominator * _HUNDRED
        # Nothing of red figures is nothing, not -0.00.
        rounded = exact.quantize(_CENT, ROUND_HALF_UP) + 0
        if rounded == _HUNDRED and self.numerator < self.denominator:
            return rounded - _CENT
        if rounded == _HUNDRED and self.numerator > self.denominator:
            return rounded + _CENT
        return rounded


Value = Decimal | Rate | None
"""What a cell holds; nothing where a figure cannot be said (units that must not be added)."""


def spoken(value: Value) -> str:
    """A value as it is shown: thousands parted, no needless zeros, — where nothing can be said."""
    if value is None:
        return "—"
    if isinstance(value, Rate):
        return "—" if value.percent is None else f"{value.percent}%"
    return f"{value.normalize():,f}"

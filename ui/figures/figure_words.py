"""How a figure is said (数字的说法): with its unit, a rate with its two parts."""

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator, catalogue
from ui.requests import ShowFigure


def unit_of(figure: ShowFigure) -> str:
    """The unit in which a figure is counted."""
    return unit_in(figure.indicator, figure.cut)


def unit_in(indicator: Indicator, cut: Cut) -> str:
    """An indicator's unit; where units must stay apart, the one that was asked for."""
    if indicator.denominator is not None:
        return indicator.unit
    return counting_unit(indicator, cut) or indicator.unit


def counting_unit(indicator: Indicator, cut: Cut) -> str | None:
    """The counting unit (条, 处) that was asked for, of a kind whose units must stay apart."""
    apart = catalogue()[indicator.kind].apart
    asked = cut.where.get(apart, ()) if apart is not None else ()
    return asked[0] if len(asked) == 1 else None


def value_in_words(value: Value) -> str:
    """A value; a rate with numerator and denominator, for a percentage alone hides how many there were."""
    if isinstance(value, Rate):
        return f"{spoken(value)}（{spoken(value.numerator)}/{spoken(value.denominator)}）"
    return spoken(value)

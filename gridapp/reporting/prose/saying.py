"""How a value is said in a sentence (数字的写法): exactly, as 余, in 万元, as a rate, as a change."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum

from gridapp.counting.amount import Rate, Value
from gridapp.counting.change import Change
from gridapp.domain.period import Period

_HUNDRED, _WAN, _CENT = Decimal(100), Decimal(10_000), Decimal("0.01")
_DIGITS = "〇一二三四五六七八九"
NOT_SAID = "—"
"""What stands where nothing can be said (零基数)."""


class Manner(StrEnum):
    """How a number is said; the value is what follows the colon in a template (`{surveyed:余}`)."""

    EXACT = ""
    """Every figure of it; a rate with its numerator and denominator."""
    ROUNDED = "余"
    """Rounded down to hundreds or ten thousands, and 余 where that leaves something out (domain.md §7.6)."""
    MONEY = "元"
    """An amount of money with its unit: 元, or 万元 where that needs no more than two decimals."""
    CHANGE = "同比"
    """How it has changed since the same period of last year (domain.md §7.3)."""


def said(value: Value, manner: Manner) -> str:
    """A value in words; a change is said by `change_said`."""
    if value is None:
        return NOT_SAID
    if isinstance(value, Rate):
        return _rate_said(value)
    return _MANNERS[manner](value)


def nothing_to_tell(value: Value) -> bool:
    """Whether a value is 0, or a rate that cannot be said: over nothing, or of what was taken back in red (冲减)."""
    if isinstance(value, Rate):
        return value.denominator <= 0 or value.numerator < 0
    return not value


def change_said(change: Change) -> tuple[str, str, str]:
    """The words before a change, the number, and its unit: (上升, 12.50, %); 持平 has no unit."""
    if not change.amount:
        return "", "持平", ""
    return "上升" if change.amount > 0 else "下降", f"{abs(change.amount)}", change.unit


def period_said(period: Period) -> str:
    """A period as a report says it: 2018年上半年, or 2018年1月1日至6月11日."""
    if period.label != f"{period.start} 至 {period.last}":
        return period.label
    first, last = period.start, period.last
    year = f"{last.year}年" if last.year != first.year else ""
    until = f"至{year}{last.month}月{last.day}日" if last != first else ""
    return f"{first.year}年{first.month}月{first.day}日{until}"


def ordinal(place: int) -> str:
    """The number of a heading up to 19 (一, 二 … 十九)."""
    return ("十" if place >= 10 else "") + (_DIGITS[place % 10] if place % 10 else "")


def _exact(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _rounded(amount: Decimal) -> str:
    for border, word in ((_WAN, "万"), (_HUNDRED, "")):
        if amount >= border:
            whole, rest = divmod(amount, border)
            shown = whole if word else whole * border
            return f"{_exact(shown)}{word}{'余' if rest else ''}"
    return _exact(amount)


def _money(amount: Decimal) -> str:
    wan = amount / _WAN
    if abs(wan) >= 1 and wan == wan.quantize(_CENT):
        return f"{_exact(wan)}万元"
    return f"{_exact(amount)}元"


def _rate_said(rate: Rate) -> str:
    if nothing_to_tell(rate):
        return NOT_SAID
    whole = rate.numerator == rate.denominator
    percent = "100" if whole else f"{rate.percent}"
    return f"{percent}%（{_exact(rate.numerator)}/{_exact(rate.denominator)}）"


_MANNERS: Mapping[Manner, Callable[[Decimal], str]] = {
    Manner.EXACT: _exact,
    Manner.ROUNDED: _rounded,
    Manner.MONEY: _money,
    Manner.CHANGE: _exact,
}

"""How papers write days, moments, sums and small numbers (文书中的写法)."""

from datetime import date, datetime, time
from decimal import Decimal

from gridapp.domain.limit import last_day_of
from gridapp.domain.moment import SHANGHAI, day_of

_ENDS = "。", "！", "？", "…", "。”", "！”", "？”", "。）"
_NUMERALS = "零一二三四五六七八九"


def day_written(day: date | datetime | None) -> str | None:
    """A day in Chinese form, such as 2018年6月11日."""
    if isinstance(day, datetime):
        day = day_of(day)
    return None if day is None else f"{day.year}年{day.month}月{day.day}日"


def moment_written(moment: datetime | None) -> str | None:
    """A moment to the minute; the clock time is left out at midnight, where only the day is known."""
    if moment is None:
        return None
    local = moment.astimezone(SHANGHAI)
    clock = "" if local.time() == time() else f"{local.hour}时{local.minute:02}分"
    return f"{day_written(moment)}{clock}"


def limit_written(due_at: datetime | None) -> str | None:
    """The last day of a limit."""
    return None if due_at is None else day_written(last_day_of(due_at))


def sum_written(amount: Decimal | None) -> str | None:
    """A sum in 元."""
    return None if amount is None else f"{amount.normalize():f}元"


def numeral(number: int) -> str:
    """A number up to 99 in Chinese, as 三 or 十二."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return f"{_NUMERALS[tens] if tens > 1 else ''}十{_NUMERALS[ones] if ones else ''}"


def ended(text: str) -> str:
    """A text that ends as a sentence does."""
    told = text.rstrip().rstrip("，、；,;").rstrip()
    return told if not told or told.endswith(_ENDS) else f"{told}。"


def joined(*parts: str | None, by: str = "；") -> str | None:
    """What is told of some parts in one line, or nothing where none is."""
    return by.join(part.strip() for part in parts if part and part.strip()) or None

"""Reading cells (读取单元格): days, numbers, phones, yes and no, fixed words, each as its column asks."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal

from gridapp.domain.columns import Column
from gridapp.domain.moment import SHANGHAI, end_of
from gridapp.domain.paper import CitizenNumberFault, citizen_of, plain_paper_number
from gridapp.domain.person import is_phone, plain_phone
from gridapp.importing.reading.cells import Cell
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.written_dates import of_number, of_text
from gridapp.importing.written_numbers import HEADS, MONEY, number_of, refuse_rounded

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
_BORN_FIRST = date(1890, 1, 1)
_BETWEEN = re.compile(r"[、，,；;/\s]+")
_MOST = 10**9
_SHOWN_WHOLE = 10**15
_YES = frozenset({"是", "有", "对", "真", "重复", "重访", "重信重访", "√", "✓", "✔", "☑", "Y", "YES", "1", "TRUE"})
_NO = frozenset(
    {"否", "无", "非", "不是", "没有", "假", "初访", "初信初访", "×", "✗", "✘", "☐", "N", "NO", "0", "FALSE"}
)


def text_of(cell: Cell) -> str:
    """What a cell says, without blanks around it; a whole number without `.0`."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        # Excel shows 15 digits of a number and zeros after them.
        return str(int(cell)) if abs(cell) < _SHOWN_WHOLE else format(Decimal(f"{cell:.15g}"), "f")
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return str(cell).strip().strip("\u3000")


def read_moment(cell: Cell, column: Column, year: int | None = None) -> datetime:
    """A day, with or without the time of day, as a moment; `year` is that of days that are written without one."""
    return _local(cell, column, year).replace(tzinfo=SHANGHAI).astimezone(UTC)


def read_limit(cell: Cell, column: Column, year: int | None = None) -> datetime:
    """A limit (期限): one that is given as a day runs until that day is over."""
    local = _local(cell, column, year)
    if local.time() == time():
        return end_of(local.date())
    return local.replace(tzinfo=SHANGHAI).astimezone(UTC)


def read_day(cell: Cell, column: Column, year: int | None = None) -> date:
    """A day without a time; somebody may have been born on it."""
    return _local(cell, column, year, _BORN_FIRST).date()


def _local(cell: Cell, column: Column, year: int | None, earliest: date = EARLIEST) -> datetime:
    try:
        found = _written(cell, year)
    except Unreadable as error:
        raise _of(column, error) from error
    if found.date() < earliest:
        raise Unreadable("date-range", f"“{column.heading}”早于 {earliest.year} 年，请核对年份。")
    if found.date() > LATEST:
        raise Unreadable("date-range", f"“{column.heading}”晚于 2099 年，请核对年份。")
    return found


def _written(cell: Cell, year: int | None) -> datetime:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None, microsecond=0)
    if isinstance(cell, date):
        return datetime.combine(cell, time())
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return of_number(cell, year)
    return of_text(text_of(cell), year)


def _of(column: Column, error: Unreadable) -> Unreadable:
    return Unreadable(error.code, error.message.replace("{}", f"“{column.heading}”", 1))


def is_money(column: Column) -> bool:
    """Whether a column tells a sum of money (金额), which may be written in 万元."""
    return column.type == "quantity" and (column.unit == "元" or "金额" in column.heading)


def read_count(cell: Cell, column: Column, factor: int = 1) -> int:
    """A whole number that is not negative; 5人 is one where heads are counted."""
    quantity = _quantity(cell, column, factor, HEADS if column.unit in ("", *HEADS) else frozenset({column.unit}))
    if quantity != quantity.to_integral_value():
        raise Unreadable("count", f"“{column.heading}”应为整数，写的是“{text_of(cell)}”。")
    if quantity > _MOST:
        raise Unreadable("count", f"“{column.heading}”太大，写的是“{text_of(cell)}”。")
    return int(quantity)


def read_quantity(cell: Cell, column: Column, factor: int = 1) -> Decimal:
    """A number of at most three decimals that is not negative; a sum of money is in 元, whatever it is written in."""
    return _quantity(cell, column, factor, MONEY if is_money(column) else frozenset({column.unit} - {""}))


def _quantity(cell: Cell, column: Column, factor: int, units: frozenset[str]) -> Decimal:
    text = text_of(cell)
    try:
        quantity = number_of(text, units, factor)
    except ValueError as error:
        raise Unreadable("number", f"“{column.heading}”应为不小于零的数字，写的是“{text}”。") from error
    if quantity > Decimal(10) ** 12:
        raise Unreadable("number", f"“{column.heading}”太大，写的是“{text}”。")
    rounded = round(quantity, 3)
    if abs(rounded - quantity) > Decimal("0.0000001"):
        raise Unreadable("number", f"“{column.heading}”最多三位小数，写的是“{text}”。")
    return rounded.normalize()


def read_words(cell: Cell, column: Column) -> tuple[str, ...]:
    """Several words or names, parted by 、 or whatever else an office parts them with."""
    return tuple(word for word in _BETWEEN.split(read_text(cell, column)) if word)


def read_paper(cell: Cell, column: Column) -> str:
    """A citizen number (公民身份号码); whether its day of birth is possible is seen where the day of today is known."""
    _refuse_rounded(cell, column)
    number = plain_paper_number(text_of(cell))
    year = number[6:10]
    fault = citizen_of(number, date(int(year), 12, 31) if year.isdecimal() and int(year) else LATEST)
    if fault in (CitizenNumberFault.FORM, CitizenNumberFault.CHECK):
        raise Unreadable("paper", f"“{column.heading}”{fault}")
    return number


def read_flag(cell: Cell, column: Column) -> bool:
    """Yes or no (是／否)."""
    text = text_of(cell)
    if text.upper() in _YES or text.upper() in _NO:
        return text.upper() in _YES
    raise Unreadable("flag", f"“{column.heading}”应填是或否，写的是“{text}”。")


def read_phone(cell: Cell, column: Column) -> str:
    """A phone number."""
    _refuse_rounded(cell, column)
    phone = plain_phone(text_of(cell))
    if not is_phone(phone):
        raise Unreadable("phone", f"“{column.heading}”应为 11 位手机号、固定电话或 6 位短号，写的是“{phone}”。")
    return phone


def read_word(cell: Cell, column: Column) -> str:
    """One of the column's words, or what an office writes for it."""
    text = text_of(cell)
    word = column.synonyms.get(text, text)
    if word not in column.words:
        raise Unreadable("word", f"“{column.heading}”应为{'、'.join(column.words)}之一，写的是“{text}”。")
    return word


def read_marks(cell: Cell, column: Column) -> tuple[str, ...]:
    """Several of the column's words, or what an office writes for them."""
    words = tuple(dict.fromkeys(column.in_our_words(word) for word in read_words(cell, column)))
    strange = [word for word in words if word not in column.words]
    if strange:
        known = "、".join(column.words)
        raise Unreadable("word", f"“{column.heading}”里没有“{'、'.join(strange)}”，应为{known}。")
    return words


def read_text(cell: Cell, column: Column) -> str:
    """Text of at most 2000 characters; a number that stands for one must have kept all of its digits."""
    if not isinstance(cell, str) or column.field.endswith("number"):
        _refuse_rounded(cell, column)
    text = text_of(cell)
    if len(text) > 2000:
        raise Unreadable("long", f"“{column.heading}”超过 2000 字，请精简。")
    return text


def _refuse_rounded(cell: Cell, column: Column) -> None:
    try:
        refuse_rounded(cell)
    except Unreadable as error:
        raise _of(column, error) from error


READERS: Mapping[str, Callable[[Cell, Column], object]] = {
    "text": read_text,
    "moment": read_moment,
    "limit": read_limit,
    "count": read_count,
    "quantity": read_quantity,
    "flag": read_flag,
    "phone": read_phone,
    "word": read_word,
    "day": read_day,
    "words": read_words,
    "marks": read_marks,
    "paper": read_paper,
}
"""How the cells of each type of column are read; areas, leaves and platforms need the office's own lists."""

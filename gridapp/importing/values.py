"""Reading cells (读取单元格): dates in every written form, numbers, yes and no, fixed words."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from gridapp.domain.columns import Column
from gridapp.domain.moment import SHANGHAI, end_of
from gridapp.domain.paper import CitizenNumberFault, citizen_of, plain_paper_number
from gridapp.domain.person import is_phone, plain_phone
from gridapp.importing.sheets import Cell

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
_BORN_FIRST = date(1890, 1, 1)
_BETWEEN = re.compile(r"[、，,；;/\s]+")
_MOST = 10**9
_SERIAL_START = datetime(1899, 12, 30)
_SERIALS = range(32874, 73051)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．／－：（），　", "0123456789./-:(), ")
_DATE = re.compile(
    r"(?P<y>\d{4})\s*[-./年]\s*(?P<m>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})\s*日?号?"
    r"(?:\s*T?(?P<H>\d{1,2})[:时](?P<M>\d{1,2})分?(?::(?P<S>\d{1,2}))?秒?(?:\.\d+)?)?"
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")
_NO_YEAR = re.compile(r"\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?")
_YES = frozenset({"是", "有", "重复", "重访", "重信重访", "√", "Y", "y", "1", "true", "True"})
_NO = frozenset({"否", "无", "初访", "初信初访", "×", "N", "n", "0", "false", "False"})


class Unreadable(Exception):
    """A cell that cannot be read: a stable code and one Chinese sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


def text_of(cell: Cell) -> str:
    """What a cell says, without blanks around it; a whole number without `.0`."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return str(cell).strip().strip("\u3000")


def read_moment(cell: Cell, column: Column) -> datetime:
    """A day, with or without the time of day, as a moment."""
    return _local(cell, column).replace(tzinfo=SHANGHAI).astimezone(UTC)


def read_limit(cell: Cell, column: Column) -> datetime:
    """A limit (期限): one that is given as a day runs until that day is over."""
    local = _local(cell, column)
    if local.time() == time():
        return end_of(local.date())
    return local.replace(tzinfo=SHANGHAI).astimezone(UTC)


def _local(cell: Cell, column: Column, earliest: date = EARLIEST) -> datetime:
    found = _written(cell, column)
    if found.date() < earliest:
        raise Unreadable("date-range", f"“{column.heading}”早于 {earliest.year} 年，请核对年份。")
    if found.date() > LATEST:
        raise Unreadable("date-range", f"“{column.heading}”晚于 2099 年，请核对年份。")
    return found


def _written(cell: Cell, column: Column) -> datetime:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None, microsecond=0)
    if isinstance(cell, date):
        return datetime.combine(cell, time())
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _SERIALS.start <= cell < _SERIALS.stop:
        return _SERIAL_START + timedelta(seconds=round(cell * 86400))
    text = text_of(cell).translate(_FULL_WIDTH).strip()
    match = _DATE.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        if text.isdecimal() and int(text) in _SERIALS:
            return _SERIAL_START + timedelta(days=int(text))
        if _NO_YEAR.fullmatch(text):
            raise Unreadable("no-year", f"“{column.heading}”写的是“{text}”，没有年份，请补上年份。")
        raise Unreadable("date", f"“{column.heading}”写的是“{text}”，看不出是哪一天，请写成 2018-06-11。")
    part = {name: int(value) for name, value in match.groupdict().items() if value}
    try:
        return datetime(part["y"], part["m"], part["d"], part.get("H", 0), part.get("M", 0), part.get("S", 0))
    except ValueError as error:
        raise Unreadable("date", f"“{column.heading}”写的是“{text}”，没有这一天，请核对。") from error


def read_count(cell: Cell, column: Column) -> int:
    """A whole number that is not negative."""
    quantity = read_quantity(cell, column)
    if quantity != quantity.to_integral_value():
        raise Unreadable("count", f"“{column.heading}”应为整数，写的是“{text_of(cell)}”。")
    if quantity > _MOST:
        raise Unreadable("count", f"“{column.heading}”太大，写的是“{text_of(cell)}”。")
    return int(quantity)


def read_quantity(cell: Cell, column: Column) -> Decimal:
    """A number of at most three decimals that is not negative; thousands may be parted by commas."""
    text = text_of(cell).translate(_FULL_WIDTH).replace(",", "").replace(" ", "")
    try:
        quantity = Decimal(text)
    except InvalidOperation as error:
        raise Unreadable("number", f"“{column.heading}”应为数字，写的是“{text}”。") from error
    if not quantity.is_finite() or quantity < 0 or abs(quantity) > Decimal(10) ** 12:
        raise Unreadable("number", f"“{column.heading}”应为不小于零的数字，写的是“{text}”。")
    rounded = round(quantity, 3)
    if abs(rounded - quantity) > Decimal("0.0000001"):
        raise Unreadable("number", f"“{column.heading}”最多三位小数，写的是“{text}”。")
    return rounded.normalize()


def read_day(cell: Cell, column: Column) -> date:
    """A day without a time."""
    return _local(cell, column, _BORN_FIRST).date()


def read_words(cell: Cell, column: Column) -> tuple[str, ...]:
    """Several words or names, parted by 、 or whatever else an office parts them with."""
    return tuple(word for word in _BETWEEN.split(read_text(cell, column)) if word)


def read_paper(cell: Cell, column: Column) -> str:
    """A citizen number (公民身份号码); whether its day of birth is possible is seen where the day of today is known."""
    number = plain_paper_number(text_of(cell))
    year = number[6:10]
    fault = citizen_of(number, date(int(year), 12, 31) if year.isdecimal() and int(year) else LATEST)
    if fault in (CitizenNumberFault.FORM, CitizenNumberFault.CHECK):
        raise Unreadable("paper", f"“{column.heading}”{fault}")
    return number


def read_flag(cell: Cell, column: Column) -> bool:
    """Yes or no (是／否)."""
    text = text_of(cell)
    if text in _YES or text in _NO:
        return text in _YES
    raise Unreadable("flag", f"“{column.heading}”应填是或否，写的是“{text}”。")


def read_phone(cell: Cell, column: Column) -> str:
    """A phone number."""
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
    """Text of at most 2000 characters."""
    text = text_of(cell)
    if len(text) > 2000:
        raise Unreadable("long", f"“{column.heading}”超过 2000 字，请精简。")
    return text


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

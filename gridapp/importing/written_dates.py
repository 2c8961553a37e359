"""Days as offices write them (书写的日期): 2018.6.11, 2018年6月11日（周一）下午3时, 二〇一八年六月十一日, 20180611."""

import re
from datetime import datetime, timedelta
from functools import lru_cache

from gridapp.importing.unreadable import Unreadable

SERIALS = range(32874, 73051)
"""The days from 1990 to 2099 as Excel numbers them."""

_SERIAL_START = datetime(1899, 12, 30)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．／－：（），　〇○零", "0123456789./-:(), 〇〇〇")
_DIGITS = {word: place for place, word in enumerate("〇一二三四五六七八九")} | {"元": 1}
_CHINESE = r"(?P<y>[〇一二三四五六七八九]{4})\s*年\s*(?P<m>[正元一二三四五六七八九十]{1,3})\s*月"
_IN_CHINESE = re.compile(_CHINESE + r"\s*(?P<d>[初一二三四五六七八九十廿卅]{1,3})\s*[日号]?(?P<rest>.*)")
_TIME = (
    r"(?:[\sT]*(?P<half>上午|下午|早上|中午|晚上|凌晨|AM|PM)?\s*(?P<H>\d{1,2})(?:[:时点](?:(?P<M>\d{1,2})分?|(?P<past>半))?"
    r"(?::(?P<S>\d{1,2})(?:\.\d+)?)?秒?)\s*(?P<after>AM|PM)?)?"
)
_WEEKDAY = r"(?:\s*\(?\s*(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])\s*\)?)?"
_DAY_END = r"\s*日?号?"
_WRITTEN = re.compile(
    r"(?P<y>\d{4}|\d{2}(?=\s*年))\s*[-./年]\s*(?P<m>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})" + _DAY_END + _WEEKDAY + _TIME
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})" + _WEEKDAY + _TIME)
_WITHOUT_YEAR = re.compile(r"(?P<m>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})" + _DAY_END + _WEEKDAY + _TIME)
_SHORT_YEAR = re.compile(r"'?\d{2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}.*")
_ONE_OR_TEN = re.compile(r"\d{1,2}\.[123]")
_AFTERNOON = frozenset({"下午", "晚上", "中午", "PM"})
_WEEKDAYS = "一二三四五六日"


def of_serial(serial: float) -> datetime:
    """The moment that a number of days is in Excel, of a workbook that counts from 1900."""
    return _SERIAL_START + timedelta(seconds=round(serial * 86400))


def of_number(number: float, year: int | None) -> datetime:
    """The day that a number in a cell means: a serial, 20180611, or, where the year is known, 6.11."""
    if number in SERIALS or SERIALS.start <= number < SERIALS.stop:
        return of_serial(number)
    text = str(int(number)) if float(number).is_integer() else str(number)
    if _ONE_OR_TEN.fullmatch(text):
        raise Unreadable("date", f"{{}}写的是数字 {text}，分不清是 {text} 还是 {text}0，请写成 2018-06-11。")
    return of_text(text, year)


@lru_cache(4096)
def of_text(said: str, year: int | None) -> datetime:
    """The day, with or without a time of day, that a text means; `year` is that of days written without one.

    Raises `Unreadable` with `{}` for the name of the column: `date-year` where a year is missing, `date` for all else.
    Nothing is guessed: of 18.6.11 nobody knows whether 18 is the year.
    """
    text = said.translate(_FULL_WIDTH).strip()
    match = _WRITTEN.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is not None:
        return _moment(match, _full(match["y"], said), said)
    if text.isdecimal() and int(text) in SERIALS:
        return of_serial(int(text))
    match = _WITHOUT_YEAR.fullmatch(text)
    if match is not None:
        if year is None:
            raise Unreadable("date-year", f"{{}}写的是“{said}”，没有年份，请补上年份。")
        return _moment(match, year, said)
    if _SHORT_YEAR.fullmatch(text):
        raise Unreadable("date", f"{{}}写的是“{said}”，年份只有两位，分不清年月日，请写成 2018-06-11。")
    chinese = _IN_CHINESE.fullmatch(text)
    if chinese is not None:
        return of_text(_in_digits(chinese) + chinese["rest"], year)
    raise Unreadable("date", f"{{}}写的是“{said}”，看不出是哪一天，请写成 2018-06-11。")


def _full(year: str, said: str) -> int:
    """18年 is 2018, 95年 is 1995; nothing else is told by two digits."""
    if len(year) == 4:
        return int(year)
    if 50 <= int(year) < 90:
        raise Unreadable("date", f"{{}}写的是“{said}”，年份只有两位，请写成四位。")
    return int(year) + (2000 if int(year) < 50 else 1900)


def _moment(match: re.Match[str], year: int, said: str) -> datetime:
    part = match.groupdict()
    hour = int(part["H"] or 0)
    half = part["half"] or part["after"]
    if half in _AFTERNOON and hour < 12 and not (half == "中午" and hour == 11):
        hour += 12
    minute = 30 if part["past"] else int(part["M"] or 0)
    try:
        found = datetime(year, int(part["m"]), int(part["d"]), hour, minute, int(part["S"] or 0))
    except ValueError as error:
        raise Unreadable("date", f"{{}}写的是“{said}”，没有这一天，请核对。") from error
    weekday = part["weekday"]
    if weekday is not None and _WEEKDAYS.index(weekday.replace("天", "日")) != found.weekday():
        right = _WEEKDAYS[found.weekday()]
        raise Unreadable("date", f"{{}}写的是“{said}”，可这一天是星期{right}，请核对日期。")
    return found


def _in_digits(match: re.Match[str]) -> str:
    year = "".join(str(_DIGITS[word]) for word in match["y"])
    month = 1 if match["m"] in ("正", "元") else _below_hundred(match["m"])
    return f"{year}年{month}月{_below_hundred(match['d'].removeprefix('初'))}日"


def _below_hundred(words: str) -> int:
    words = words.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.get(words, 99)
    return _DIGITS.get(tens or "一", 9) * 10 + (_DIGITS.get(ones, 99) if ones else 0)

"""Days and times as clerks type them (日期录入): `0611`, `6-11`, `6.11`, `今天`, `2018-06-11 9:30`, `0611 0930`."""

import re
from datetime import UTC, date, datetime, time, timedelta

from gridapp.domain.moment import SHANGHAI, end_of
from gridapp.importing.values import EARLIEST, LATEST

_WORDS = {"今天": 0, "昨天": -1, "前天": -2, "明天": 1, "后天": 2}
_DAYS = (
    re.compile(r"(?P<y>\d{4})[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})日?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<m>\d{1,2})[-./月](?P<d>\d{1,2})日?"),
    re.compile(r"(?P<m>\d{2})(?P<d>\d{2})"),
)
_TIME = re.compile(r"(?P<h>\d{1,2}):(?P<min>\d{2})|(?P<h4>\d{2})(?P<min4>\d{2})")
_CHINESE_KEYS = str.maketrans("０１２３４５６７８９：．。－／", "0123456789:..-/")
"""What a keyboard writes while the input method is on."""


def read_moment(text: str, today: date, *, is_limit: bool = False) -> datetime | None:
    """The moment that somebody typed, or nothing for nothing; a limit without a time runs until 24:00.

    Raises `ValueError` where it cannot be read, or the year cannot be meant: ledgers know the same ones.
    """
    words = text.translate(_CHINESE_KEYS).split()
    if not words:
        return None
    day = _day(words[0], today)
    if not EARLIEST <= day <= LATEST:
        raise ValueError(text)
    if len(words) == 1:
        return end_of(day) if is_limit else datetime.combine(day, time(), SHANGHAI).astimezone(UTC)
    clock = _TIME.fullmatch(words[1])
    if clock is None or len(words) > 2:
        raise ValueError(text)
    at = time(int(clock["h"] or clock["h4"]), int(clock["min"] or clock["min4"]))
    return datetime.combine(day, at, SHANGHAI).astimezone(UTC)


def _day(text: str, today: date) -> date:
    if text in _WORDS:
        return today + timedelta(days=_WORDS[text])
    for form in _DAYS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            return date(int(parts.get("y") or today.year), int(parts["m"]), int(parts["d"]))
    raise ValueError(text)

"""Days of birth as clerks type them (出生日期录入): `19800101`, `1980-1-1`, `1980.1.1`, `1980年1月1日`."""

import re
from datetime import date

_BIRTH = (
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
    re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?"),
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．。－／", "0123456789..-/")


def read_birth(text: str) -> date | None:
    """The day that somebody typed, or nothing for nothing; raises `ValueError` where it cannot be read."""
    words = text.translate(_FULL_WIDTH).strip()
    if not words:
        return None
    for form in _BIRTH:
        if match := form.fullmatch(words):
            year, month, day = (int(part) for part in match.groups())
            return date(year, month, day)
    raise ValueError(text)

"""Sums of money as clerks type them (金额录入): `12000`, `12,000.50`, `1.2万`, `1.2万元`; in 元."""

import re
from decimal import Decimal

_WRITTEN = re.compile(r"[-+]?[0-9]+(\.[0-9]*)?")
_PLACES = 2
_TOO_MUCH = Decimal(10) ** 11
"""No dispute of a township is about as much; beyond it somebody has slipped on the keys."""
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_TEN_THOUSAND = "万"


def read_amount(text: str) -> Decimal | None:
    """The sum that somebody typed, or nothing for nothing; raises `ValueError` where it cannot be meant."""
    words = "".join(text.translate(_FULL_WIDTH).split()).removesuffix("元").replace(",", "")
    if not words:
        return None
    digits = words.removesuffix(_TEN_THOUSAND)
    if not _WRITTEN.fullmatch(digits):
        raise ValueError(text)
    amount = Decimal(digits) * (10000 if digits != words else 1)
    if abs(amount) >= _TOO_MUCH or amount != amount.quantize(Decimal(1).scaleb(-_PLACES)):
        raise ValueError(text)
    return amount


def spoken_amount(amount: Decimal | None) -> str:
    """A sum as it stands in its field."""
    return "" if amount is None else format(amount.normalize(), "f")

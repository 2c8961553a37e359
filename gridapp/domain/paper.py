"""Documents that prove who somebody is (证件), and the citizen number (公民身份号码; GB 11643-1999)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CITIZEN_CARD = "居民身份证"
CREDIT_CODE = "统一社会信用代码"
PAPERS = (
    CITIZEN_CARD,
    "港澳居民来往内地通行证",
    "台湾居民来往大陆通行证",
    "外国人护照",
    "户口簿",
    CREDIT_CODE,
    "其他证件",
)
"""The kinds of document; only the citizen card's number can be checked here."""

OLDEST = 130
"""Years that somebody may be old at most."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789XX")
_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
_OLD_NUMBER = re.compile(r"[0-9]{15}")


class CitizenNumberFault(StrEnum):
    """What is wrong with a citizen number; the value is the sentence for the clerk."""

    FORM = "身份证号应为 18 位，前 17 位是数字，末位是数字或 X。"
    BIRTH = "身份证号中的出生日期不存在或不合理，请核对第 7 至 14 位。"
    CHECK = "身份证号校验位不对，请逐位核对。"


@dataclass(frozen=True, slots=True)
class Citizen:
    """What a citizen number says of its bearer."""

    born_on: date
    sex: str


def plain_paper_number(text: str) -> str:
    """A document's number without blanks, in half-width digits and capitals."""
    return "".join(text.translate(_FULL_WIDTH).split()).upper()


def citizen_of(number: str, today: date) -> Citizen | CitizenNumberFault:
    """Whose number it is, or what is wrong with it; an old number of 15 digits is taken as it is written."""
    if _OLD_NUMBER.fullmatch(number):
        return _born(f"19{number[6:12]}", number[14], today)
    if not _NUMBER.fullmatch(number):
        return CitizenNumberFault.FORM
    citizen = _born(number[6:14], number[16], today)
    if isinstance(citizen, Citizen) and check_digit(number[:17]) != number[17]:
        return CitizenNumberFault.CHECK
    return citizen


def check_digit(digits: str) -> str:
    """The check character of the first 17 digits (ISO 7064 MOD 11-2)."""
    return _CHECKS[sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11]


def masked_paper_number(number: str) -> str:
    """A document's number as it stands on the screen: the first six and the last four (domain.md §9.1)."""
    return number[:6] + "*" * (len(number) - 10) + number[-4:] if len(number) > 10 else "*" * len(number)


def _born(digits: str, order: str, today: date) -> Citizen | CitizenNumberFault:
    try:
        born_on = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return CitizenNumberFault.BIRTH
    if born_on > today or today.year - born_on.year > OLDEST:
        return CitizenNumberFault.BIRTH
    return Citizen(born_on, "男" if int(order) % 2 else "女")

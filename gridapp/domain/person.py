"""Persons' data: phone numbers checked, and masked where they need not be seen (domain.md §9)."""

import re

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?")
_SHORT = re.compile(r"\d{6}")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－＋", "0123456789-+")


def plain_phone(text: str) -> str:
    """A phone number without spaces and in half-width digits."""
    return text.translate(_FULL_WIDTH).replace(" ", "").removeprefix("+86")


def is_phone(text: str) -> bool:
    """Whether it is a mobile, landline or village short number (domain.md §9.3)."""
    return any(form.fullmatch(text) for form in (_MOBILE, _LANDLINE, _SHORT))


def masked_phone(text: str) -> str:
    """A phone number as others see it: `138****1234`."""
    return f"{text[:3]}****{text[-4:]}" if len(text) >= 11 else text[:2] + "*" * (len(text) - 2)

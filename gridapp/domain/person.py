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


_COMPOUND = re.compile(
    "欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|轩辕|夏侯|端木|百里|南宫|西门|独孤|"
    "闻人|钟离|濮阳|淳于|单于|太史|申屠|公羊|澹台|赫连|呼延"
)
_WITH_OTHERS = re.compile(r"等.{0,6}$")


def masked_name(name: str) -> str:
    """A person's name as others see it: `张*`, `欧阳**`; that he came with others (等 12 人) stays."""
    others = _WITH_OTHERS.search(name)
    alone = name[: others.start()] if others else name
    kept = 2 if _COMPOUND.match(alone) and len(alone) > 2 else 1
    return alone[:kept] + "*" * (len(alone) - kept) + (others.group() if others else "")

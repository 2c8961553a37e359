"""Parties from a block of a worksheet (粘贴当事人): one line a party, its cells told apart by what they hold."""

import re
from collections.abc import Iterator
from typing import Any

from gridapp.domain.paper import CITIZEN_CARD, plain_paper_number
from gridapp.domain.party import kind_by_name
from gridapp.domain.person import is_phone, plain_phone
from ui.recording.parties.party_text import PartyText

_CITIZEN_NUMBER = re.compile(r"\d{17}[\dX]|\d{15}")
_HEADINGS = frozenset(
    {"姓名", "名称", "当事人", "联系电话", "电话", "手机", "身份证号", "身份证号码", "性别", "序号", "住址", "地址"}
)
_ORDINAL = re.compile(r"\d{1,3}[.、]?")


def is_block(text: str) -> bool:
    """Whether a text is several cells, not words for one field."""
    return "\t" in text.strip() or "\n" in text.strip()


def parties_in(text: str) -> Iterator[PartyText]:
    """The parties of a block, in its order: name, phone, citizen number, sex and address wherever they stand.

    A line of headings and ordinals before the names are passed over.
    """
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if not any(cells) or _HEADINGS.issuperset(filter(None, cells)):
            continue
        party = _party_in(cells)
        if not party.is_empty:
            yield party


def _party_in(cells: list[str]) -> PartyText:
    found: dict[str, Any] = {}
    for cell in filter(None, cells):
        if _CITIZEN_NUMBER.fullmatch(plain_paper_number(cell)):
            found |= {"paper": CITIZEN_CARD, "paper_number": plain_paper_number(cell)}
        elif is_phone(plain_phone(cell)):
            found["phone"] = plain_phone(cell)
        elif cell in ("男", "女"):
            found["sex"] = cell
        elif not _ORDINAL.fullmatch(cell):
            found.setdefault("address" if "name" in found else "name", cell)
    return PartyText(kind=kind_by_name(found.get("name", "")), **found)

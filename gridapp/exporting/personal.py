"""Personal data in what leaves the office (个人信息去标识化; domain.md §9.1): masked unless somebody says why not.

Masked are the phones, numbers of documents and names of those whom a matter concerns, not of those who handle it;
of homes the village remains, of states of health nothing.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from gridapp.domain.area import AreaTree
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.paper import masked_paper_number
from gridapp.domain.party import PartyKind, kind_by_name
from gridapp.domain.person import masked_name, masked_phone
from gridapp.domain.register_kinds import REGISTERS
from gridapp.exporting.column import Read
from gridapp.exporting.line_values import held
from gridapp.ports import CaseRow

_HIDDEN = "（已隐去）"
_NAMES: Mapping[Kind, tuple[str, ...]] = {
    Kind.DISPUTE: ("party_a", "party_b"),
    Kind.PETITION: ("petitioner", "accused"),
    Kind.ENFORCEMENT: ("party",),
    Kind.PERSON: ("guardian",),
}
"""The fields in which citizens are named."""

_TITLES = frozenset({Kind.PERSON, Kind.VISIT})
"""The kinds whose title is the name of a citizen."""

_TELLING = ("title", "demand")
"""The fields that tell of those who are named in others."""

_HOMES = frozenset({Kind.PERSON, Kind.PETITION})
_HEALTH: Mapping[Kind, tuple[str, ...]] = {Kind.PERSON: ("situation",), Kind.VISIT: ("seen", "needs")}
_PARTED = re.compile(r"([、，,；;\s]+)")


def is_personal(kind: Kind, name: str) -> bool:
    """Whether a field of a kind holds what is masked."""
    return (
        _type_of(kind, name) in _MASKS
        or name in _NAMES.get(kind, ())
        or name in _HEALTH.get(kind, ())
        or (name == "address" and kind in _HOMES)
        or (name == "title" and kind in _TITLES)
        or (name in _TELLING and kind in _NAMES)
    )


def masked_content(kind: Kind, name: str, areas: AreaTree) -> Read:
    """How a personal field is written where nobody may see it whole."""
    if name == "title" and kind in _TITLES:
        return lambda row: row.title if row.veiled else _masked(row.title)
    if name in _TELLING:
        return lambda row: _without_names(kind, row, held(row, name))
    if name in _NAMES.get(kind, ()):
        return lambda row: masked_names(held(row, name))
    if name in _HEALTH.get(kind, ()):
        return lambda row: _HIDDEN if held(row, name) else None
    if name == "address":
        return lambda row: areas.name(row.village) if held(row, name) else None
    mask = _MASKS[_type_of(kind, name)]
    return lambda row: mask(value) if (value := held(row, name)) else None


def masked_names(names: str | None) -> str | None:
    """Names as others see them; companies and offices keep theirs."""
    if not names:
        return names
    return "".join(part if _PARTED.fullmatch(part) else _masked(part) for part in _PARTED.split(names))


def _masked(name: str) -> str:
    return masked_name(name) if name and kind_by_name(name) is PartyKind.PERSON else name


def _without_names(kind: Kind, row: CaseRow, told: str | None) -> str | None:
    """What is told, with the names masked that stand in the line."""
    for field in _NAMES[kind] if told else ():
        for name in _PARTED.split(held(row, field) or ""):
            # A single letter is no name; to mask it would tear words apart.
            if told and len(name) > 1:
                told = told.replace(name, _masked(name))
    return told


_MASKS: Mapping[str, Callable[[Any], str]] = {"phone": masked_phone, "paper": masked_paper_number}


def _type_of(kind: Kind, name: str) -> str:
    if name == "phone":
        return "phone"
    if kind not in REGISTERS:
        return ""
    return next((column.type for column in ledger_of(kind).columns if column.field == name), "")

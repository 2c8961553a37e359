"""The parties of a dispute (当事人; domain.md §3.4)."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_REPRESENTATIVES = 5
"""How many representatives (代表人) a crowd on one side may send at most (宁波市调解条例第二十条)."""

AUTHORITIES = ("一般代理", "特别授权")
"""What an agent (代理人) may do: speak, or also agree and waive (代理权限)."""


class Side(StrEnum):
    """On which side a party stands."""

    A = "甲方"
    B = "乙方"
    THIRD = "第三方"


class PartyKind(StrEnum):
    """What a party is in law."""

    PERSON = "自然人"
    COMPANY = "法人"
    ORGANISATION = "其他组织"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One party; `representative` marks those who speak for a crowd (代表人).

    `paper` is the kind of document (证件类型) that proves who it is, `paper_number` its number, captured only where
    the file demands it (domain.md §9.1). `legal_representative` is the head of a company or organisation,
    `agent` acts for the party, with `authority` (代理权限) and perhaps a letter (授权委托书, `attorney_letter`).
    """

    side: Side
    kind: PartyKind = PartyKind.PERSON
    name: str
    sex: str | None = None
    nation: str | None = None
    born_on: date | None = None
    paper: str | None = None
    paper_number: str | None = None
    occupation: str | None = None
    address: str | None = None
    phone: str | None = None
    legal_representative: str | None = None
    agent: str | None = None
    authority: str | None = None
    attorney_letter: bool = False
    representative: bool = False


_COMPANY = re.compile(r"(公司|集团|银行|医院|卫生院|学校|中学|小学|幼儿园|合作社|协会|中心|村委会|居委会|委员会)$")
_ORGANISATION = re.compile(r"(分公司|厂|店|商行|经营部|门市部|项目部|小组|业主大会|业主委员会|业委会)$")


def kind_by_name(name: str) -> PartyKind:
    """What somebody is by the end of the name; whoever writes it may say otherwise."""
    if _ORGANISATION.search(name):
        return PartyKind.ORGANISATION
    return PartyKind.COMPANY if _COMPANY.search(name) else PartyKind.PERSON


def parties_named(side: Side, names: str | None) -> tuple[Party, ...]:
    """The parties of a side of which a ledger tells the names alone."""
    told = (name.strip() for name in (names or "").split("、"))
    return tuple(Party(side=side, kind=kind_by_name(name), name=name) for name in told if name)


def names_of(parties: tuple[Party, ...], side: Side) -> str | None:
    """The names on a side as a ledger writes them, or nothing where nobody stands there."""
    return "、".join(party.name for party in parties if party.side is side) or None

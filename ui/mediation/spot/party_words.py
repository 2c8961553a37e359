"""Parties as a mediator writes them in one line (当事人一栏): several names with 、, their phones in the same order."""

import re
from collections.abc import Sequence

from gridapp.domain.party import Party, PartyKind, Side, kind_by_name
from gridapp.domain.person import plain_phone

TOO_MANY_PHONES = "电话比姓名多，请补上姓名，或者删去多余的电话。"

_BESIDE = "、"
_BETWEEN = re.compile(r"[、，,；;/\n]")


def names_in(words: str) -> tuple[str, ...]:
    """The names that one line holds."""
    return tuple(name for part in _BETWEEN.split(words) if (name := part.strip()))


def parties_in(side: Side, names: str, phones: str = "") -> tuple[Party, ...]:
    """The parties of a side; what a body is called tells a company (法人) or organisation from a person."""
    numbers = _phones_in(phones)
    return tuple(
        Party(side=side, kind=kind_by_name(name), name=name, phone=(numbers[n] or None) if n < len(numbers) else None)
        for n, name in enumerate(names_in(names))
    )


def too_many_phones(names: str, phones: str) -> bool:
    """Whether there are phones beyond the last name, which would belong to nobody."""
    return len(_phones_in(phones)) > len(names_in(names))


def persons_in(*sides: str) -> int:
    """How many natural persons some lines name."""
    return sum(kind_by_name(name) is PartyKind.PERSON for names in sides for name in names_in(names))


def _phones_in(words: str) -> Sequence[str]:
    """The phones of a line; an empty place between two marks is that of somebody without one."""
    numbers = [plain_phone(phone) for phone in _BETWEEN.split(words)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


def names_on(side: Side, parties: Sequence[Party]) -> str:
    """The names of a side in one line."""
    return _BESIDE.join(party.name for party in parties if party.side is side)


def phones_on(side: Side, parties: Sequence[Party]) -> str:
    """The phones of a side in one line, in the order of the names."""
    return _BESIDE.join(party.phone or "" for party in parties if party.side is side).rstrip(_BESIDE)

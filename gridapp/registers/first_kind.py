"""Which kind of case a person sees first (先看), kept with the office so that it follows him."""

from dataclasses import dataclass

from gridapp.domain.kind import Kind
from gridapp.ports import Registers

_ALONE = "only"


@dataclass(frozen=True, slots=True)
class FirstKind:
    """The kind in front; `alone` tells that the most urgent cases are those of this kind only."""

    kind: Kind = Kind.EVENT
    alone: bool = False


def first_kind_of(registers: Registers, person: str) -> FirstKind:
    """What a person has put in front, grid events if nothing; asks the database."""
    kind, _, alone = (registers.setting(_name(person)) or "").partition(" ")
    return FirstKind(Kind(kind), alone == _ALONE) if kind in set(Kind) else FirstKind()


def keep_first_kind(registers: Registers, person: str, first: FirstKind) -> None:
    """Keeps what a person has put in front."""
    registers.set(_name(person), f"{first.kind.value} {_ALONE if first.alone else ''}".strip())


def _name(person: str) -> str:
    return f"first_kind:{person}"

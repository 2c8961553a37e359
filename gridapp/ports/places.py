"""The register of places (场所名录): who is on file, who was inspected, what became of each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.domain.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceQuery:
    """Which places are asked for; nothing said means all.

    `text` is part of a name, address or owner, or pinyin initials of the name. `inspected` asks for those that were
    (true) or were not (false) inspected within `period`; without a period it means ever. Closed places are left out
    unless `closed` asks for them alone.
    """

    town: str
    text: str = ""
    types: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    village: str | None = None
    grid: str | None = None
    inspected: bool | None = None
    period: Period | None = None
    closed: bool = False
    limit: int = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place in a list, with its last inspection and how many of its hazards are not struck off yet (未销号)."""

    place: Place
    inspected_at: datetime | None
    inspections: int
    open_hazards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChange:
    """One line of what became of a place (变更记录): each changed field with what stood there before and after."""

    n: int
    at: datetime
    person: str
    workstation: str
    action: str
    changes: Mapping[str, tuple[Any, Any]]


class KnownPlaces(Protocol):
    """The places by which what is entered is checked."""

    def load(self, place_id: UUID) -> Place:
        """A place; raises `Refusal` if there is none."""

    def named(self, town: str, place_type: str, name: str) -> Place | None:
        """The place of a type that bears a name, if it is on file."""


class PlaceBook(KnownPlaces, Protocol):
    """Places on file."""

    def find(self, query: PlaceQuery) -> Sequence[PlaceRow]:
        """The places that fit, by village, type and name."""

    def count(self, query: PlaceQuery) -> int:
        """How many places fit, however long a list may be."""

    def open_hazards(self, place_id: UUID) -> int:
        """How many hazards of a place are not struck off yet (未销号)."""

    def cases_of(self, place_id: UUID, kind: Kind) -> Sequence[UUID]:
        """The inspections, hazards, notices or measures (one kind of them) of a place, newest first."""

    def history(self, place_id: UUID) -> Sequence[PlaceChange]:
        """What became of a place, oldest first."""

    def add(self, places: Collection[Place], actor: Actor, at: datetime) -> None:
        """Puts new places on file; raises `Refusal` where one of the same type and name is there already."""

    def put(self, place: Place, version: int, action: str, actor: Actor, at: datetime) -> Place:
        """Keeps what a place has become since its editor saw it in `version`.

        Raises `Overtaken` where somebody else changed it meanwhile, `Refusal` where its type and name are another's.
        """

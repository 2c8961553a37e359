"""Petitions that were presented before (以前的信访件): who came with what, and the few worth comparing with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gridapp.domain.party import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Petitioner:
    """One of those who present a petition; for an agent it is the principal (委托人)."""

    name: str
    phone: str = ""
    paper_number: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """A petition as it is compared: by whom, or without a name against whom, and what it is about.

    `accused` stands only in an anonymous accusation (匿名检举控告), where it takes the place of the people.
    `reported_at` is when it was presented, nothing where that is not known yet; `reader` is who is shown what is
    found, `case_id` the petition itself where it is on file.
    """

    town: str
    people: tuple[Petitioner, ...] = ()
    accused: str = ""
    text: str = ""
    category: str | None = None
    village: str | None = None
    reported_at: datetime | None = None
    case_id: UUID | None = None
    reader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerPetition:
    """A petition on file with what it is compared by: its own words, as they stand there."""

    id: UUID
    reported_at: datetime
    petitioner: str | None = None
    phone: str | None = None
    address: str | None = None
    parties: tuple[Party, ...] = ()
    accused: str = ""
    text: str = ""
    category: str | None = None
    village: str | None = None


class FormerPetitions(Protocol):
    """Where petitions that were presented before are looked for."""

    def petitions(self, presented: Presented) -> Sequence[FormerPetition]:
        """The petitions of the town that share a name, a document or, without a name, the accused; the newest 200.

        They are of every channel and year, none later than the one presented; voided and merged ones never, nor what
        is closed to the reader (保密).
        """

    def repeated_by(self, case_id: UUID, reader: str | None = None) -> Sequence[UUID]:
        """The petitions that were confirmed to repeat one (重访、重信), in the order in which they came."""

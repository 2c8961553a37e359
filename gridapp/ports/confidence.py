"""The account of what is confidential (保密账): who may read it, by whose word, and who has read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True)
class ConfidantsChange:
    """A change of the list of a group (保密名单变更): who made it, and the names before and after."""

    confidence: Confidence
    at: datetime
    person: str
    workstation: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """That a person opened a confidential case (查阅)."""

    at: datetime
    person: str
    workstation: str
    case_id: UUID
    kind: Kind
    number: str
    confidence: Confidence


class ConfidenceBook(Protocol):
    """Who may read what is confidential, and who has; nothing in it can be changed afterwards."""

    def confidants(self, confidence: Confidence) -> tuple[str, ...]:
        """The names of those who may read; nobody until a first list has been made."""

    def readable_by(self, person: str) -> frozenset[Confidence]:
        """What a person may read."""

    def change(
        self,
        confidence: Confidence,
        before: tuple[str, ...],
        after: tuple[str, ...],
        actor: Actor,
        at: datetime,
    ) -> None:
        """Replaces the list of a group and keeps who did it; raises `Overtaken` where it is no longer `before`."""

    def changes(self, confidence: Confidence) -> Sequence[ConfidantsChange]:
        """Every change of the list of a group, newest first."""

    def note_reading(self, case: Case, confidence: Confidence, actor: Actor, at: datetime) -> None:
        """Keeps that somebody opened a case."""

    def last_read(self, case_id: UUID, person: str) -> datetime | None:
        """When a person last opened a case, if he ever did."""

    def readings(self, confidence: Confidence, limit: int) -> Sequence[Reading]:
        """The last so many readings of what a group may read, newest first."""

"""Cases that might be the same matter (疑似重复): what was entered, and the few cases worth comparing it with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What a form holds so far; empty text and nothing are the same.

    `persons` are those who reported it or are parties to it; `case_id` is the case that is being amended, which is
    no duplicate of itself. `text` is what is said about the matter besides its title; `reader` is who is shown the
    candidates, and what is closed to him (保密) is none.
    """

    kind: Kind
    town: str
    title: str = ""
    text: str = ""
    category: str | None = None
    village: str | None = None
    address: str = ""
    persons: tuple[str, ...] = ()
    phone: str = ""
    reported_at: datetime | None = None
    case_id: UUID | None = None
    reader: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A case on file that may be the same matter."""

    id: UUID
    number: str
    title: str
    status: str
    reported_at: datetime
    text: str = ""
    category: str | None = None
    village: str | None = None
    address: str = ""
    persons: tuple[str, ...] = ()
    phone: str = ""


class Duplicates(Protocol):
    """Where likely duplicates are looked for."""

    def candidates(self, entered: Entered) -> Sequence[Candidate]:
        """The cases of the same town and kind worth comparing, at most a few hundred; voided and merged ones never.

        They share a phone, a person, a village within seven days, or a category at about the same time.
        """

"""Drafts (草稿): forms that were typed into and not yet saved, kept so that nothing is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A form as it stood at a moment.

    `content` is whatever the form holds, in JSON values; `case_id` and `case_version` are the case being amended and
    the version from which the clerk started, nothing for a new one.
    """

    id: UUID
    person: str
    workstation: str
    kind: Kind
    content: Mapping[str, Any]
    saved_at: datetime
    case_id: UUID | None = None
    case_version: int | None = None


class Drafts(Protocol):
    """The drafts of everybody; they alone may be deleted for good."""

    def put(self, draft: Draft) -> None:
        """Keeps a draft; what stood there under its id before is replaced."""

    def of(self, person: str) -> Sequence[Draft]:
        """A person's drafts, newest first."""

    def everybody(self) -> Sequence[Draft]:
        """The drafts of all, oldest first."""

    def delete(self, draft_id: UUID) -> None:
        """Throws a draft away; one that is gone already is no error."""

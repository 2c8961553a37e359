"""The sessions of all disputes (约调), as the week's calendar asks for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from gridapp.domain.mediation import Purpose
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session with the case to which it belongs; `n` is its number in the case, counted from 1.

    `starts_at` is when it was held, or for which it is planned while it is still `awaited`; moments in UTC.
    """

    case_id: UUID
    n: int
    town: str
    number: str
    title: str
    status: Status
    purpose: Purpose
    starts_at: datetime
    minutes: int
    place: str | None
    mediators: tuple[str, ...]
    awaited: bool
    result: str | None = None

    @property
    def ends_at(self) -> datetime:
        """When it shall be over."""
        return self.starts_at + timedelta(minutes=self.minutes)


class SessionBook(Protocol):
    """The sessions of an office."""

    def sessions(
        self, since: datetime, until: datetime, town: str | None = None, reader: str | None = None
    ) -> Sequence[SessionLine]:
        """Those held or planned between two moments, by their beginning; called off ones, those of voided or merged
        cases, and those of cases that are closed to a reader (保密) are left out.
        """

"""Reception days of leaders (领导接待日; domain.md §4.4, 8.3 M26) and what was promised at them."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a leader promised (承诺事项), for which petition if for one, who does it and by when; `how` it was kept."""

    what: str
    petition: UUID | None = None
    unit: str | None = None
    person: str | None = None
    due_at: datetime | None = None
    done_at: datetime | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception(Case):
    """A reception day, planned from `reported_at` until `until_at`; the leader is the handler.

    `held_at` is when it was held, `unheld_reason` why it was not. The petitions received name it as their
    `reception`.
    """

    kind: ClassVar[Kind] = Kind.RECEPTION

    until_at: datetime | None = None
    address: str | None = None
    held_at: datetime | None = None
    unheld_reason: str | None = None
    promises: tuple[Promise, ...] = ()

    @property
    def promise_due_at(self) -> datetime | None:
        """When the next promise is to be kept, of those that are not kept yet."""
        open_ones = (promise.due_at for promise in self.promises if promise.done_at is None)
        return min((due for due in open_ones if due is not None), default=None)

    @override
    def searchable(self) -> tuple[str | None, ...]:
        told = [word for promise in self.promises for word in (promise.what, promise.unit, promise.person)]
        return (*Case.searchable(self), self.address, *told)

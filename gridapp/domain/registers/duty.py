"""The duty roster (值班表; domain.md §8.3 M32)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Case):
    """One shift (班次) from `reported_at`; which it is (白班、夜班…) is the category, who leads it (带班) the handler.

    `members` are those on duty with him; `weekend` says that it is one of the weekend turns (双休轮班).
    """

    kind: ClassVar[Kind] = Kind.DUTY

    until_at: datetime | None = None
    members: tuple[str, ...] = ()
    phone: str | None = None
    weekend: bool = False

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.phone, *self.members)

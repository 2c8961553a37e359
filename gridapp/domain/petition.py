"""The petition (信访) with its channels and dispositions (domain.md §4)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind

GROUP_THRESHOLD = 5
"""Heads from which a visit is a group visit (集体访, domain.md §4.3)."""


class Channel(StrEnum):
    """The form of a petition (信访形式)."""

    VISIT = "来访"
    LETTER = "来信"
    WEB = "网上"
    CALL = "来电"


class Disposition(StrEnum):
    """What was decided after registration (处理方式)."""

    ACCEPTED = "受理"
    FORWARDED = "转送"
    ASSIGNED = "交办"
    NOT_ACCEPTED = "不予受理"
    NO_LONGER_ACCEPTED = "不再受理"
    ANSWERED = "当场答复"


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition(Case):
    """A petition; `heads` is the number of people present or signing (人), its channel stands in `source`.

    Entry into and exit from the backlog list (积案) are explicit dates, so that 清零 can be proved.
    """

    kind: ClassVar[Kind] = Kind.PETITION

    petitioner: str | None = None
    heads: int = 1
    phone: str | None = None
    demand: str | None = None
    repeat: bool = False
    disposition: Disposition | None = None
    backlog_entered_at: datetime | None = None
    backlog_resolved_at: datetime | None = None
    leader: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.petitioner, self.phone, self.demand, self.leader)

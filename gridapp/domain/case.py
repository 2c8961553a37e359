"""The head that all nine kinds of record share (案件共用信息), and what befalls a case as a whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from gridapp.domain.kind import Kind
from gridapp.domain.moment import past
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closing (办结) of a case, with the reopening (重开) that took it back, if any.

    `due_at` is the limit that held when it was closed; `outcome` and `form` are those of a dispute
    (调解结果, 协议形式); `result` is the text of what was done.
    """

    closed_at: datetime
    due_at: datetime | None = None
    outcome: str | None = None
    form: str | None = None
    result: str | None = None
    reopened_at: datetime | None = None
    reopen_reason: str | None = None

    @property
    def in_time(self) -> bool:
        """Whether it was closed within its limit; a case without a limit always is."""
        return self.due_at is None or not past(self.closed_at, self.due_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Why and when a case was taken out of all counting: 作废, or 并案 into another case."""

    at: datetime
    reason: str
    merged_into: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What every kind of record has.

    `town`, `village` and `grid` are codes of the area tree; `category` is a leaf's code for events, disputes,
    petitions and hazards, and the ledger's own word for the registers (文书种类, 措施, 类别, 工作内容).
    `reported_at` is the moment by which the case counts as new: 上报, 受理, 信访, 排查, 检查, 开具, 决定, 排摸
    or the day worked; `registered_at` is when it was entered.
    """

    kind: ClassVar[Kind]

    id: UUID
    town: str
    number: str
    title: str
    reported_at: datetime
    registered_at: datetime
    village: str | None = None
    grid: str | None = None
    category: str | None = None
    level: str | None = None
    source: str | None = None
    campaign: str | None = None
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    status: Status = Status.REPORTED
    unit: str | None = None
    handler: str | None = None
    first_receiver: str | None = None
    note: str | None = None
    closings: tuple[Closing, ...] = ()
    excluded: Exclusion | None = None
    import_key: str | None = None
    version: int = 0

    @property
    def closed(self) -> Closing | None:
        """The closing in force, or nothing while the case is open."""
        if self.closings and self.closings[-1].reopened_at is None:
            return self.closings[-1]
        return None

    def searchable(self) -> tuple[str | None, ...]:
        """The words by which the case is found in the quick search (快速查找)."""
        return (self.number, self.title, self.handler, self.note)

"""The head that records of every kind share (案件共用信息), and what befalls a case as a whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from gridapp.domain.attachment import Attachment
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.moment import past
from gridapp.domain.move import ANSWERS, Move
from gridapp.domain.status import DONE, Status
from gridapp.domain.step import Step

_RECEIVED = frozenset(
    {
        Status.PROCESSING,
        Status.SUSPENDED,
        Status.ESCALATED,
        Status.FEEDBACK,
        Status.REWORK,
        Status.REOPENED,
        Status.REFERRED,
        Status.MEDIATING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closing (办结) of a case, with the reopening (重开) that took it back, if any.

    `due_at` is the limit that held when it was closed, `handled_at` when the handling was done if that was
    before the closing (反馈时间); `outcome` and `form` are those of a dispute (调解结果, 协议形式), `number` that of
    its agreement (协议编号) and `effective_at` since when it binds; `settled_at` and `concluded_at` are the two other
    ends of a petition (化解, 终结), each on its own day. `result` is the text of what was done, `evidence` says what
    proves it (佐证).
    """

    closed_at: datetime
    due_at: datetime | None = None
    outcome: str | None = None
    form: str | None = None
    result: str | None = None
    evidence: str | None = None
    handled_at: datetime | None = None
    number: str | None = None
    effective_at: datetime | None = None
    settled_at: datetime | None = None
    concluded_at: datetime | None = None
    reopened_at: datetime | None = None
    reopen_reason: str | None = None

    @property
    def in_time(self) -> bool:
        """Whether it was handled within its limit; a case without a limit always is."""
        return self.due_at is None or not past(self.handled_at or self.closed_at, self.due_at)


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
    or the day worked; `occurred_at` is when the matter happened, `registered_at` when it was entered, and
    `late_reason` why that was late (补录). `due_at` is the limit for handling, `step_due_at` that of the present
    step (受理, 签收, 核查). `first_receiver` (首问责任人) answers for it until the next one has received it,
    `chief` (首席负责人) is the leader who answers for a major or red one. `tags` are 加急, 历史遗留 and the like;
    `source_case` is the case from which this one came.
    """

    kind: ClassVar[Kind]

    id: UUID
    town: str
    number: str
    title: str
    reported_at: datetime
    registered_at: datetime
    occurred_at: datetime | None = None
    late_reason: str | None = None
    village: str | None = None
    grid: str | None = None
    category: str | None = None
    level: str | None = None
    source: str | None = None
    campaign: str | None = None
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    step_due_at: datetime | None = None
    status: Status = Status.REPORTED
    unit: str | None = None
    handler: str | None = None
    first_receiver: str | None = None
    chief: str | None = None
    supervision: str | None = None
    tags: tuple[str, ...] = ()
    source_case: UUID | None = None
    note: str | None = None
    closings: tuple[Closing, ...] = ()
    steps: tuple[Step, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    excluded: Exclusion | None = None
    import_key: str | None = None
    version: int = 0

    @property
    def closed(self) -> Closing | None:
        """The closing in force, or nothing while the case is open."""
        if self.closings and self.closings[-1].reopened_at is None:
            return self.closings[-1]
        return None

    def last_step(self, *moves: Move) -> Step | None:
        """The latest step that was one of some moves."""
        return next((step for step in reversed(self.steps) if step.move in moves), None)

    @property
    def last_moment(self) -> datetime:
        """When the last thing happened to it."""
        moments = [self.reported_at, self.accepted_at]
        moments += [step.at for step in self.steps[-1:]]
        moments += [moment for closing in self.closings for moment in (closing.closed_at, closing.reopened_at)]
        return max(moment for moment in moments if moment is not None)

    def asked(self, ask: Move) -> Step | None:
        """What was asked of a leader (申请) and is not answered yet; an answer or another state settles it."""
        for step in reversed(self.steps):
            if step.move in ANSWERS[ask] or step.status is not self.status:
                return None
            if step.move is ask:
                return step
        return None

    @property
    def awaited(self) -> Move | None:
        """What waits for a leader's answer (待审批), if anything does."""
        return next((ask for ask in ANSWERS if self.asked(ask)), None) if self.steps else None

    @property
    def answerable(self) -> str | None:
        """Who answers for the case now: the first receiver (首问责任人) until the next one has received it."""
        received = self.status in _RECEIVED or (self.status is Status.ACCEPTED and self.kind is Kind.DISPUTE)
        if self.status in DONE or received:
            return self.handler or self.unit or self.first_receiver
        return self.first_receiver

    @property
    def confidence(self) -> Confidence | None:
        """Why it is closed to all but a named group (保密); nothing for a case that everybody may read."""
        return None

    def accuses(self, person: str) -> bool:
        """Whether it accuses somebody by his name: an accusation is closed to the accused, whatever list he is on."""
        return False

    def searchable(self) -> tuple[str | None, ...]:
        """The words by which the case is found in the quick search (快速查找)."""
        results = (closing.result for closing in self.closings)
        return (self.number, self.title, self.unit, self.handler, self.note, *results)

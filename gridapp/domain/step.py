"""A step that a case has taken on its course (办理步骤): appended, never changed."""

from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.move import Move
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was done, when, by whom, and where the case stood afterwards.

    `due_at` is the limit for handling that held until then; `text` the reason, result or opinion given;
    `unit` and `handler` those to whom it was given or who gave it back; `until` a limit asked for or granted,
    or the end of a suspension; `days` the working days asked for or granted; `grade` the level of supervision
    or the satisfaction; `approver` the leader who agreed or did not. `step_due_at` is the limit of that stage alone
    (本环节时限) that held until then, `office_grade` the satisfaction with the petition office. `from_unit` and
    `from_committee` are the committee and its kind from which a dispute was handed over (移交), empty where there was
    none; nothing for any other step and for a hand-over of which an older program kept neither.
    """

    move: Move
    at: datetime
    person: str
    status: Status
    due_at: datetime | None = None
    text: str | None = None
    evidence: str | None = None
    unit: str | None = None
    handler: str | None = None
    approver: str | None = None
    until: datetime | None = None
    days: int | None = None
    grade: str | None = None
    step_due_at: datetime | None = None
    office_grade: str | None = None
    from_unit: str | None = None
    from_committee: str | None = None

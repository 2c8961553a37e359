"""What is to be done with a case (办理意见): a move with everything that its dialog asked for."""

from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.attachment import Attachment
from gridapp.domain.move import Move
from gridapp.domain.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A decision of a meeting on site (现场办公) that becomes a case of its own, due the same day."""

    title: str
    unit: str
    handler: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A move and its particulars; empty text and nothing are the same.

    `at` is when it happened, if not now; `until` a limit set or asked for, or the end of a suspension;
    `days` are working days; `outcome` and `form` are those of a dispute (调解结果, 协议形式).
    """

    move: Move
    at: datetime | None = None
    reason: str = ""
    result: str = ""
    evidence: str = ""
    opinion: str = ""
    unit: str = ""
    handler: str = ""
    assistants: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    days: int | None = None
    until: datetime | None = None
    approver: str = ""
    grade: str = ""
    satisfaction: str = ""
    chief: str = ""
    place: str = ""
    tasks: tuple[Task, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    outcome: str | None = None
    form: str | None = None

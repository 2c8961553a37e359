"""What is to be done with a case (办理意见): a move with everything that its dialog asked for."""

from dataclasses import dataclass
from datetime import datetime

from gridapp.domain.attachment import Attachment
from gridapp.domain.mediation import Term
from gridapp.domain.move import Move
from gridapp.domain.quantity import Quantity
from gridapp.domain.security import Security


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
    `days` are working days.

    Of a dispute: `informed` is how the parties were told their rights (告知方式), `meet_at` when a session shall be and
    `minutes` how long, `mediators` who leads it, `session` the number of the planned one that was held or called off;
    `present` who came, `record` what was said; `both_ask` that both parties ask for it. It is handed over to another
    `mode` and kind of `committee` (调委会类型). An agreement has its `form`, its `number` (协议编号; given by itself
    if nothing is said), `effective_at`, and `terms`, or was performed `at_once` (当场履行); `term` is the number of the
    one performed, nothing for all. `ground` is the lawful reason of a termination, `reception` and `ruling` what the
    court said, under the `number` of its document. `harm` was prevented for so many `people`; `plan` is a leader's
    (包案化解方案).
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
    form: str = ""
    informed: str = ""
    meet_at: datetime | None = None
    minutes: int | None = None
    mediators: tuple[str, ...] = ()
    session: int | None = None
    present: str = ""
    record: str = ""
    session_result: str = ""
    mode: str = ""
    committee: str = ""
    both_ask: bool = False
    number: str = ""
    effective_at: datetime | None = None
    terms: tuple[Term, ...] = ()
    at_once: bool = False
    term: int | None = None
    ground: str = ""
    reception: str = ""
    ruling: str = ""
    risk: str = ""
    harm: str = ""
    people: int | None = None
    plan: str = ""
    verdict: str = ""
    service: str = ""
    office_satisfaction: str = ""
    inspectors: tuple[str, ...] = ()
    recheck_result: str = ""
    strike_off: bool = False
    measure: str = ""
    party: str = ""
    securities: tuple[Security, ...] = ()

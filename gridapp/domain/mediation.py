"""What happens in mediating a dispute (调解): sessions, terms, confirmation, harm prevented."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

SESSION_MINUTES = 90
"""Minutes for which a session is planned where nobody says otherwise."""


class Purpose(StrEnum):
    """What people meet for."""

    MEDIATION = "调解"
    INQUIRY = "调查"
    TALK = "约谈走访"
    REVISIT = "回访"


class SessionResult(StrEnum):
    """How a mediation session ended (调解结果; domain.md §3.5), or that nobody came."""

    AGREED = "达成协议"
    NOT_AGREED = "未达成协议"
    TO_BE_CONTINUED = "有待继续调解"
    ABSENT = "当事人未到场"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting, planned (约定) or held, with its record (笔录).

    `planned_at` is the moment agreed on and `minutes` how long it shall take; `held_at` when it took place; one that
    was called off has `cancelled_at` and `reason`. `mediators` are those who lead it, `present` who else came
    (当事人、参加人、被调查人), `record` what was said, `result` how it ended.
    """

    purpose: Purpose
    place: str | None = None
    planned_at: datetime | None = None
    minutes: int = SESSION_MINUTES
    mediators: tuple[str, ...] = ()
    held_at: datetime | None = None
    present: str | None = None
    record: str | None = None
    result: str | None = None
    cancelled_at: datetime | None = None
    reason: str | None = None

    @property
    def awaited(self) -> bool:
        """Whether it is planned and neither held nor called off."""
        return self.planned_at is not None and self.held_at is None and self.cancelled_at is None

    @property
    def ends_at(self) -> datetime | None:
        """When a planned session shall be over."""
        return None if self.planned_at is None else self.planned_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing that an agreement obliges somebody to do (履行事项), and the proof that it was done (履行凭证).

    `agreement` is the number of the closing to which it belongs, counted from 1; `due_at` the day's end by which it
    shall be done; `amount` in 元.
    """

    agreement: int
    what: str
    who: str | None = None
    amount: Decimal | None = None
    due_at: datetime | None = None
    performed_at: datetime | None = None
    receipt: str | None = None


class CourtReception(StrEnum):
    """Whether the court takes an application (是否受理)."""

    ACCEPTED = "受理"
    REFUSED = "不予受理"


class CourtRuling(StrEnum):
    """What the court ruled on an agreement (裁定)."""

    VALID = "确认有效"
    DISMISSED = "驳回申请"
    WITHDRAWN = "准许撤回"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """An application for judicial confirmation (司法确认) of the agreement of closing number `agreement`.

    The court decides whether to take it (`reception`, `received_at`), then rules (`ruling`, `ruled_at`) under the
    number of a `document`.
    """

    agreement: int
    court: str
    applied_at: datetime
    reception: CourtReception | None = None
    received_at: datetime | None = None
    ruling: CourtRuling | None = None
    ruled_at: datetime | None = None
    document: str | None = None

    @property
    def pending(self) -> bool:
        """Whether the court still has to speak."""
        return self.ruling is None and self.reception is not CourtReception.REFUSED


class Harm(StrEnum):
    """What mediation has prevented (防止; domain.md §3.4)."""

    CRIME = "民转刑"
    SUICIDE = "自杀"
    BRAWL = "群体性械斗"
    GROUP_PETITION = "集体上访"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevention:
    """One harm that was prevented, with the number of people (人) whom it would have concerned."""

    harm: Harm
    people: int
    at: datetime

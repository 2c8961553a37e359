"""The petition (信访) with its channels and dispositions (domain.md §4)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.charge import Charge, charge_in_force
from gridapp.domain.confidence import SHORTEST_NAME, Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Session
from gridapp.domain.party import Party
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.status import Status

GROUP_THRESHOLD = 5
"""Heads from which a visit is a group visit (集体访) where the office has set nothing else (domain.md §4.3)."""


class Channel(StrEnum):
    """The form of a petition (信访形式)."""

    VISIT = "来访"
    LETTER = "来信"
    WEB = "网上"
    CALL = "来电"
    FAX = "传真邮件"
    FROM_ABOVE = "上级转交办"
    MAILBOX = "领导信箱"


_SIGNED_TOGETHER = frozenset({Channel.VISIT, Channel.LETTER})
"""The forms of which many heads make a group: 集体访 and 联名信."""


def is_group(channel: str | None, heads: int, threshold: int) -> bool:
    """Whether a petition is one of a group (集体访、联名信) where so many heads make one."""
    return channel in _SIGNED_TOGETHER and heads >= threshold


class PetitionPurpose(StrEnum):
    """What a petition is for (信访目的); an accusation is never shown to the person reported (XF22 §29–31)."""

    SUGGESTION = "建议意见"
    ACCUSATION = "检举控告"
    CLAIM = "申诉求决"


class Disposition(StrEnum):
    """What was decided after registration (处理方式)."""

    ACCEPTED = "受理"
    FORWARDED = "转送"
    ASSIGNED = "交办"
    NOT_ACCEPTED = "不予受理"
    NO_LONGER_ACCEPTED = "不再受理"
    ANSWERED = "当场答复"
    GUIDED = "引导至政法机关"


_SENT_ON = frozenset({Disposition.FORWARDED, Disposition.GUIDED})


def standing_by(disposition: str | None, *, closed: bool) -> Status:
    """Where a petition stands of which only the disposition is known and whether it is 办结 (a ledger's row)."""
    if closed:
        return Status.TRANSFERRED if disposition in _SENT_ON else Status.CLOSED
    return Status.PROCESSING if disposition == Disposition.ASSIGNED else Status.ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition(Case):
    """A petition (信访件); its channel stands in `source`.

    `heads` is the number of people present or signing (人数), `concerned` of those whom it concerns (涉及人数).
    `petitioner` is who speaks for all (主信访人), with `phone` and `address`; `parties` are those who gave their names,
    the speaker among them. `accused` is the person or body reported (被反映人). `origin` is who handed it down
    (交办来源), `outside_number` its number there. `group` is whether it counted as 集体访
    or 联名信 by the office's threshold when it was registered; nothing where nobody has judged that yet.

    `repeat` is the officer's word that the same people have come before in the same matter (重访、重信), `earlier` the
    petition from which that is known. `informed_at` is when the petitioner was told what was decided (告知),
    `legal_due_at` the limit by the law of the whole country where the office's own (`due_at`) is stricter.
    `unit_satisfaction` and `office_satisfaction` are what the petitioner says of the unit that handled it and of the
    petition office. Entry into and exit from the backlog list (积案) are explicit dates, so that 清零 can be proved.
    `leader` is who has made it his own (包案领导), `reception` the leader's reception day on which it was received.
    """

    kind: ClassVar[Kind] = Kind.PETITION

    petitioner: str | None = None
    heads: int = 1
    concerned: int | None = None
    phone: str | None = None
    address: str | None = None
    purpose: PetitionPurpose | None = None
    demand: str | None = None
    accused: str | None = None
    origin: str | None = None
    outside_number: str | None = None
    group: bool | None = None
    repeat: bool = False
    earlier: UUID | None = None
    disposition: Disposition | None = None
    informed_at: datetime | None = None
    legal_due_at: datetime | None = None
    unit_satisfaction: str | None = None
    office_satisfaction: str | None = None
    backlog_entered_at: datetime | None = None
    backlog_resolved_at: datetime | None = None
    leader: str | None = None
    reception: UUID | None = None
    parties: tuple[Party, ...] = ()
    replies: tuple[Reply, ...] = ()
    sessions: tuple[Session, ...] = ()
    charges: tuple[Charge, ...] = ()

    @property
    def charge(self) -> Charge | None:
        """The leader's charge (包案) that is not ended yet."""
        return charge_in_force(self.charges)

    @property
    def charge_due_at(self) -> datetime | None:
        """When the leader's charge is to be ended."""
        return self.charge.due_at if self.charge else None

    @property
    def in_backlog(self) -> bool:
        """Whether it stands on the backlog list (积案) now."""
        return self.backlog_entered_at is not None and self.backlog_resolved_at is None

    def reply(self, stage: ReplyStage) -> Reply | None:
        """The last reply of a stage in the round that is under way, given or asked for."""
        of_stage = [reply for reply in self.replies if reply.stage is stage and reply.round == self.round]
        return of_stage[-1] if of_stage else None

    @property
    def round(self) -> int:
        """How often it has been taken up: 1, and one more with each reopening (重开)."""
        return 1 + sum(closing.reopened_at is not None for closing in self.closings)

    @property
    def review_due_at(self) -> datetime | None:
        """When a review that was asked for (复查、复核) is to be decided."""
        return next((r.due_at for r in reversed(self.replies) if r.round == self.round and r.awaited), None)

    @property
    def settled_at(self) -> datetime | None:
        """When the demand was really settled (化解, 息诉息访), if it is."""
        return self.closed.settled_at if self.closed else None

    @property
    def concluded_at(self) -> datetime | None:
        """When the matter was concluded (终结; ZJXF §25), if it is."""
        return self.closed.concluded_at if self.closed else None

    @property
    @override
    def confidence(self) -> Confidence | None:
        return Confidence.ACCUSATION if self.purpose is PetitionPurpose.ACCUSATION else None

    @override
    def accuses(self, person: str) -> bool:
        is_accusation = self.confidence is Confidence.ACCUSATION
        return is_accusation and len(person) >= SHORTEST_NAME and person in (self.accused or "")

    @override
    def searchable(self) -> tuple[str | None, ...]:
        people = [word for party in self.parties for word in (party.name, party.phone)]
        numbers = [reply.number for reply in self.replies]
        own = (self.petitioner, self.phone, self.address, self.accused, self.outside_number, self.demand, self.leader)
        return (*Case.searchable(self), *own, *people, *numbers)

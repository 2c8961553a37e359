"""The dispute (矛盾纠纷) and its outcomes (domain.md §3)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.charge import Charge, charge_in_force
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Confirmation, Prevention, Purpose, Session, Term
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side, parties_named
from gridapp.domain.status import Status
from gridapp.domain.step import Step


class Outcome(StrEnum):
    """How mediation ended (调解结果); withdrawal and transfer are neither success nor failure (domain.md §3.3)."""

    SUCCEEDED = "调解成功"
    FAILED = "调解不成"
    WITHDRAWN = "撤回"
    TRANSFERRED = "转送"

    @property
    def status(self) -> Status:
        """Where a dispute stands that has just ended in this way."""
        return _ENDS[self]


_ENDS = {
    Outcome.SUCCEEDED: Status.AGREED,
    Outcome.FAILED: Status.TERMINATED,
    Outcome.WITHDRAWN: Status.WITHDRAWN,
    Outcome.TRANSFERRED: Status.TRANSFERRED,
}


class AgreementForm(StrEnum):
    """The form of an agreement (协议形式)."""

    WRITTEN = "书面"
    ORAL = "口头"
    NONE = "无"


class Mode(StrEnum):
    """Who mediates (调解方式): people's, administrative, judicial, or a trade's committee (domain.md §3.1)."""

    PEOPLE = "人民调解"
    ADMINISTRATIVE = "行政调解"
    JUDICIAL = "司法调解"
    TRADE = "行业性专业性调解"


class Risk(StrEnum):
    """How likely a dispute is to escalate (激化风险)."""

    NONE = "无"
    LOW = "低"
    MIDDLE = "中"
    HIGH = "高"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Case):
    """A dispute; `people` is the number of persons concerned (人), `amount` the sum concerned (元).

    The head's `unit` is the mediation committee (调解委员会), `handler` the mediator who leads (主持调解员), with
    `co_mediators` beside him; `source` is how it came (主动调解, 依申请, 委托移送), `entrusted_by` by whom it was sent.
    The three type columns are the lists of the justice office (18), the monthly table (19) and the
    campaign table (8), pre-filled from the leaf and editable (domain.md §2.2); `committee` is the kind of the
    committee (调委会类型). `demand` is what is asked for (申请事项), `informed` how the parties were told their rights
    (权利义务告知). `risk` is that of escalation, reported to the police at `risk_reported_at` where it is high
    (人民调解法第二十五条). `project` is the one that residents stop (阻工). `party_a` and `party_b` are the names on
    either side as a ledger has them. `revisit_due_at` and `confirm_due_at` are the days' ends by which a follow-up
    visit and the next thing in the judicial confirmation are due.
    """

    kind: ClassVar[Kind] = Kind.DISPUTE

    address: str | None = None
    party_a: str | None = None
    party_b: str | None = None
    people: int | None = None
    amount: Decimal | None = None
    mode: Mode | None = None
    committee: str | None = None
    co_mediators: tuple[str, ...] = ()
    entrusted_by: str | None = None
    mediation_type: str | None = None
    monthly_type: str | None = None
    campaign_column: str | None = None
    scale: str | None = None
    difficult: bool = False
    project: str | None = None
    demand: str | None = None
    informed: str | None = None
    risk: Risk | None = None
    risk_reported_at: datetime | None = None
    revisited_at: datetime | None = None
    revisit_due_at: datetime | None = None
    satisfaction: str | None = None
    confirm_due_at: datetime | None = None
    parties: tuple[Party, ...] = ()
    sessions: tuple[Session, ...] = ()
    terms: tuple[Term, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    charges: tuple[Charge, ...] = ()
    preventions: tuple[Prevention, ...] = ()

    @property
    def known_parties(self) -> tuple[Party, ...]:
        """The parties; of a ledger's dispute those that its names tell."""
        return self.parties or (*parties_named(Side.A, self.party_a), *parties_named(Side.B, self.party_b))

    def unit_on(self, moment: datetime) -> str | None:
        """The committee (调委会) that had it at a moment; one that is not known is the one that came after it."""
        former = self._handed_over_after(moment)
        return self.unit if former is None else former.from_unit or None

    def committee_on(self, moment: datetime) -> str | None:
        """The kind of the committee (调委会类型) that had it at a moment, as far as the hand-overs have kept it."""
        former = self._handed_over_after(moment)
        return self.committee if former is None else former.from_committee or None

    def _handed_over_after(self, moment: datetime) -> Step | None:
        known = (step for step in self.steps if step.move is Move.HAND_OVER and step.from_unit is not None)
        return next((step for step in known if step.at > moment), None)

    @property
    def next_session_at(self) -> datetime | None:
        """When the next session is that is planned and not yet held; it may have gone by."""
        return min((s.planned_at for s in self.sessions if s.awaited and s.planned_at is not None), default=None)

    def awaited_session(self, by: date | None = None) -> int | None:
        """The number of the earliest session that is planned and not yet held (due by a day, if one is given)."""
        planned = [
            (session.planned_at, number)
            for number, session in enumerate(self.sessions, 1)
            if session.awaited and session.planned_at is not None and (by is None or day_of(session.planned_at) <= by)
        ]
        return min(planned)[1] if planned else None

    @property
    def open_terms(self) -> tuple[Term, ...]:
        """What the agreement in force obliges to and is not performed yet."""
        agreement = len(self.closings) if self.closed else 0
        return tuple(term for term in self.terms if term.agreement == agreement and term.performed_at is None)

    @property
    def next_term_due_at(self) -> datetime | None:
        """When the next thing is to be performed, where the agreement says a day."""
        return min((term.due_at for term in self.open_terms if term.due_at is not None), default=None)

    @property
    def charge(self) -> Charge | None:
        """The leader's charge (包案) that is not ended yet."""
        return charge_in_force(self.charges)

    @property
    def charge_due_at(self) -> datetime | None:
        """When the leader's charge is to be ended."""
        return self.charge.due_at if self.charge else None

    @property
    def to_report(self) -> bool:
        """Whether the police must still be told that it may become a crime (人民调解法第二十五条)."""
        return self.risk is Risk.HIGH and self.risk_reported_at is None

    @property
    def confirmation(self) -> Confirmation | None:
        """The last application for judicial confirmation of the agreement in force."""
        current = [c for c in self.confirmations if self.closed and c.agreement == len(self.closings)]
        return current[-1] if current else None

    def held(self, purpose: Purpose) -> tuple[Session, ...]:
        """The sessions of a purpose that took place, in their order."""
        return tuple(s for s in self.sessions if s.purpose is purpose and s.held_at is not None)

    @override
    def searchable(self) -> tuple[str | None, ...]:
        people = [word for party in self.parties for word in (party.name, party.phone, party.agent)]
        numbers = [closing.number for closing in self.closings]
        return (*Case.searchable(self), self.party_a, self.party_b, self.address, self.project, *people, *numbers)

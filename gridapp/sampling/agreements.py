"""Synthetic agreements (模拟协议): numbers, terms and how they were performed, follow-up visits, confirmations."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from gridapp.cases.dispute.confirmation import confirmable
from gridapp.domain.case import Closing
from gridapp.domain.dispute import AgreementForm, Dispute
from gridapp.domain.mediation import Confirmation, CourtReception, CourtRuling, Purpose, Session, Term
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.satisfaction import SATISFACTION
from gridapp.domain.status import Status
from gridapp.sampling.story import TODAY

_MONTH = timedelta(days=30)


def agreement_fields(
    rng: Random, dispute: Dispute, closed: Closing, held: tuple[Session, ...], *, filed: bool
) -> dict[str, Any]:
    """What the agreement of a closing adds to a dispute; one that is `filed` is performed and visited."""
    written = closed.form == AgreementForm.WRITTEN
    year = day_of(closed.closed_at).year
    series = "模拟人调字" if written else "模拟人调口字"
    concluded = replace(closed, number=f"（{year}）{series}第{_serial(dispute)}号", effective_at=closed.closed_at)
    terms = _terms(rng, dispute, closed, filed=filed) if written else ()
    return {
        "closings": (*dispute.closings[:-1], concluded),
        "terms": terms,
        "status": _status(rng, terms),
        **_visit(rng, closed, held, filed=filed),
        **(_confirmation(rng, dispute, closed) if written and confirmable(dispute) else {}),
    }


def _serial(dispute: Dispute) -> int:
    return int(dispute.number.rpartition("-")[2])


def _terms(rng: Random, dispute: Dispute, closed: Closing, *, filed: bool) -> tuple[Term, ...]:
    """One or two things to be done, in seven of ten written agreements; what is due is done as a rule."""
    terms = []
    for n in range(rng.choices((0, 1, 2), (30, 55, 15))[0]):
        due = end_of(day_of(closed.closed_at + timedelta(days=rng.randint(3, 30 + 30 * n))))
        performed = min(closed.closed_at + (due - closed.closed_at) * rng.random(), max(TODAY, closed.closed_at))
        done = filed or (performed < TODAY and rng.random() < 0.95)
        terms.append(
            Term(
                agreement=len(dispute.closings),
                who=dispute.party_b,
                what="支付模拟款项",
                amount=Decimal(rng.randrange(100, 20_000, 100)),
                due_at=due,
                performed_at=performed if done else None,
                receipt="模拟收条" if done else None,
            )
        )
    return tuple(terms)


def _status(rng: Random, terms: tuple[Term, ...]) -> Status:
    left = [term for term in terms if term.performed_at is None]
    if not terms:
        return Status.PERFORMED if rng.random() < 0.8 else Status.AGREED
    if not left:
        return Status.PERFORMED
    broken = any(term.due_at is not None and TODAY - term.due_at > _MONTH / 2 for term in left)
    return Status.UNPERFORMED if broken else Status.PERFORMING


def _visit(rng: Random, closed: Closing, held: tuple[Session, ...], *, filed: bool) -> dict[str, Any]:
    visited = closed.closed_at + _MONTH * (0.3 + 0.7 * rng.random())
    if not filed and (visited > TODAY or rng.random() < 0.1):
        return {"revisit_due_at": end_of(day_of(closed.closed_at + _MONTH))}
    satisfaction = rng.choices(SATISFACTION, (80, 18, 2))[0]
    session = Session(purpose=Purpose.REVISIT, held_at=visited, record="模拟回访", result=satisfaction)
    return {"revisited_at": visited, "satisfaction": satisfaction, "sessions": (*held, session)}


def _confirmation(rng: Random, dispute: Dispute, closed: Closing) -> dict[str, Any]:
    """Three written agreements of a hundred go to court; the others may still go there within their month."""
    applied = closed.closed_at + timedelta(days=2)
    ruled = applied + timedelta(days=12)
    if ruled > TODAY or rng.random() > 0.03:
        open_until = end_of(day_of(closed.closed_at + _MONTH))
        return {"confirm_due_at": open_until if open_until > TODAY else None}
    asked = Confirmation(
        agreement=len(dispute.closings),
        court="模拟人民法院",
        applied_at=applied,
        reception=CourtReception.ACCEPTED,
        received_at=applied + timedelta(days=2),
        ruling=CourtRuling.VALID,
        ruled_at=ruled,
        document=f"模拟调确{_serial(dispute)}号",
    )
    return {"confirmations": (asked,)}

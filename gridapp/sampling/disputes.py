"""Synthetic disputes: who stands on which side, who mediates under which type, and how far it has come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from gridapp.domain.case import Closing
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome, Risk
from gridapp.domain.dispute_words import APPLIED, ENTRUSTED, UNASKED, dispute_words
from gridapp.domain.mediation import Harm, Prevention
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.paper import CITIZEN_CARD, CREDIT_CODE
from gridapp.domain.party import Party, PartyKind, Side, names_of
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import Leaf
from gridapp.sampling.agreements import agreement_fields
from gridapp.sampling.names import sample_citizen_number, sample_name, sample_phone
from gridapp.sampling.sessions import sample_sessions
from gridapp.sampling.story import TODAY, sample_story

_OUTCOMES, _OUTCOME_WEIGHTS = list(Outcome), (94, 3, 2, 1)
_OPEN, _OPEN_WEIGHTS = (Status.REPORTED, Status.ACCEPTED, Status.MEDIATING), (15, 25, 60)
_MODES, _MODE_WEIGHTS = list(Mode), (92, 4, 1, 3)
_SOURCES, _SOURCE_WEIGHTS = (UNASKED, APPLIED, ENTRUSTED), (45, 45, 10)
_RISKS, _RISK_WEIGHTS = list(Risk), (82, 13, 4, 1)
_KEPT_OPEN = timedelta(days=45)
"""How long a file is kept open after the end, as a rule."""


def sample_dispute(rng: Random, shared: Mapping[str, Any], leaf: Leaf) -> Dispute:
    """A dispute of a category (纠纷类型) with what it shares with other kinds, as it stands today."""
    outcome = rng.choices(_OUTCOMES, _OUTCOME_WEIGHTS)[0]
    agreed = outcome is Outcome.SUCCEEDED
    oral = AgreementForm.ORAL if rng.random() < 0.6 else AgreementForm.WRITTEN
    form = oral if agreed else AgreementForm.NONE
    story = sample_story(rng, shared["reported_at"], 30, outcome=outcome, form=form)
    people = _people(rng)
    parties = _parties(rng, identified=form is not AgreementForm.ORAL)
    dispute = Dispute(
        category=leaf.code,
        mediation_type=leaf.mediation_type,
        monthly_type=leaf.monthly_type,
        campaign_column=leaf.campaign_column,
        parties=parties,
        party_a=names_of(parties, Side.A),
        party_b=names_of(parties, Side.B),
        people=people,
        scale=_scale(people),
        amount=Decimal(rng.randrange(0, 50_000, 100)),
        mode=rng.choices(_MODES, _MODE_WEIGHTS)[0],
        difficult=rng.random() < 0.02,
        informed="口头" if form is AgreementForm.ORAL else "书面",
        **{
            **shared,
            **story,
            **_origin(rng),
            **_committee(rng, shared),
            **_dangers(rng, shared["reported_at"], people),
        },
    )
    closed = dispute.closed
    return _unended(rng, dispute) if closed is None else _ended(rng, dispute, closed, outcome)


def _people(rng: Random) -> int:
    """Mostly a few, seldom a crowd; every band of the monthly table occurs."""
    bands = ((2, 8), (9, 49), (50, 99), (100, 499), (500, 800))
    return rng.randint(*rng.choices(bands, (957, 35, 3, 2, 3))[0])


def _scale(people: int) -> str:
    individual, group, major = dispute_words().scales
    return individual if people < 50 else group if people < 500 else major


def _origin(rng: Random) -> dict[str, Any]:
    source = rng.choices(_SOURCES, _SOURCE_WEIGHTS)[0]
    entrusted = rng.choice(dispute_words().entrusters) if source == ENTRUSTED else None
    return {"source": source, "entrusted_by": entrusted, "demand": "模拟申请事项" if source == APPLIED else None}


def _committee(rng: Random, shared: Mapping[str, Any]) -> dict[str, Any]:
    """Most are mediated in their village, one in four in the town or by another committee."""
    kind = rng.choices(dispute_words().committees, (70, 5, 18, 0, 3, 4))[0]
    place = shared.get("village") if kind in ("村", "居") else None
    return {"committee": kind, "unit": f"模拟{place or shared['town']}人民调解委员会"}


def _dangers(rng: Random, reported: datetime, people: int) -> dict[str, Any]:
    risk = rng.choices(_RISKS, _RISK_WEIGHTS)[0]
    at = reported + timedelta(hours=1)
    prevented = (Prevention(harm=rng.choice(list(Harm)), people=people, at=at),)
    return {
        "risk": risk,
        "risk_reported_at": at if risk is Risk.HIGH else None,
        "preventions": prevented if risk is Risk.HIGH and rng.random() < 0.5 else (),
    }


def _parties(rng: Random, *, identified: bool) -> tuple[Party, ...]:
    """One on each side as a rule; the other side is a firm or a body in one of six."""
    plaintiffs = rng.choices((1, 2, 3), (88, 9, 3))[0]
    other = rng.choices(list(PartyKind), (84, 11, 5))[0]
    people = [_person(rng, Side.A, identified=identified) for _ in range(plaintiffs)]
    if other is PartyKind.PERSON:
        return (*people, _person(rng, Side.B, identified=identified))
    name = f"模拟{'公司' if other is PartyKind.COMPANY else '合作社'}{rng.randint(1, 200)}"
    body = Party(
        side=Side.B,
        kind=other,
        name=name,
        paper=CREDIT_CODE if identified else None,
        paper_number=f"91990000{rng.randrange(10**10):010}" if identified else None,
        legal_representative=sample_name(rng),
    )
    return (*people, body)


def _person(rng: Random, side: Side, *, identified: bool) -> Party:
    number = sample_citizen_number(rng) if identified else None
    return Party(
        side=side,
        name=sample_name(rng),
        phone=sample_phone(rng) if rng.random() < 0.6 else None,
        paper=CITIZEN_CARD if number else None,
        paper_number=number,
    )


def _unended(rng: Random, dispute: Dispute) -> Dispute:
    status = rng.choices(_OPEN, _OPEN_WEIGHTS)[0]
    if status is Status.REPORTED:
        limit = end_of(day_of(dispute.reported_at + timedelta(days=3)))
        return replace(dispute, status=status, accepted_at=None, due_at=None, informed=None, step_due_at=limit)
    if status is Status.ACCEPTED:
        return replace(dispute, status=status)
    recent = TODAY - dispute.reported_at < _KEPT_OPEN
    sessions = sample_sessions(rng, dispute, dispute.reported_at + timedelta(days=10), planned=recent)
    return replace(dispute, status=status, sessions=sessions)


def _ended(rng: Random, dispute: Dispute, closed: Closing, outcome: Outcome) -> Dispute:
    filed = TODAY - closed.closed_at > _KEPT_OPEN and rng.random() < 0.97
    fields: dict[str, Any] = {"status": outcome.status}
    if outcome in (Outcome.SUCCEEDED, Outcome.FAILED):
        fields["sessions"] = sample_sessions(rng, dispute, closed.closed_at)
    if outcome is Outcome.SUCCEEDED:
        fields |= agreement_fields(rng, dispute, closed, fields["sessions"], filed=filed)
    if filed:
        fields["status"] = Status.ARCHIVED
    elif fields["status"] is not Status.PERFORMING:
        fields["step_due_at"] = end_of(day_of(closed.closed_at + timedelta(days=30)))
    return replace(dispute, **fields)

"""Synthetic petitions: by every channel, with what was decided, replied and said of it, and how far each has come."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from gridapp.domain.case import Closing
from gridapp.domain.charge import Charge
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.petition import GROUP_THRESHOLD, Channel, Disposition, Petition, PetitionPurpose, is_group
from gridapp.domain.petition_words import petition_words
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.satisfaction import SATISFACTION
from gridapp.domain.status import Status
from gridapp.sampling.names import sample_name, sample_phone
from gridapp.sampling.story import TODAY, sample_story

_CHANNELS, _CHANNEL_WEIGHTS = list(Channel), (46, 16, 18, 12, 2, 4, 2)
_PURPOSES, _PURPOSE_WEIGHTS = (
    (PetitionPurpose.CLAIM, PetitionPurpose.SUGGESTION, PetitionPurpose.ACCUSATION),
    (88, 9, 3),
)
_DISPOSITIONS, _DISPOSITION_WEIGHTS = list(Disposition), (52, 18, 8, 5, 2, 13, 2)
_HANDLED = frozenset({Disposition.ACCEPTED, Disposition.ASSIGNED})
_SENT_ON = frozenset({Disposition.FORWARDED, Disposition.GUIDED})
_KEPT_OPEN = timedelta(days=60)
"""How long a file is kept open after the answer, as a rule."""

_OLD = timedelta(days=400)
"""From what age on a matter may have become an old one (积案)."""


def sample_petition(rng: Random, shared: Mapping[str, Any], leaf: str) -> Petition:
    """A petition of a category with what it shares with other kinds, as it stands today."""
    channel = rng.choices(_CHANNELS, _CHANNEL_WEIGHTS)[0]
    heads = rng.choices((1, 2, 3, 6), (70, 15, 10, 5))[0]
    purpose = rng.choices(_PURPOSES, _PURPOSE_WEIGHTS)[0]
    disposition = rng.choices(_DISPOSITIONS, _DISPOSITION_WEIGHTS)[0]
    if purpose is PetitionPurpose.ACCUSATION:
        disposition = Disposition.FORWARDED
    told = {**shared, "source": channel.value}
    petition = Petition(
        category=leaf,
        petitioner=sample_name(rng),
        phone=sample_phone(rng) if rng.random() < 0.8 else None,
        heads=heads,
        concerned=heads * rng.randint(1, 6) if rng.random() < 0.3 else None,
        group=is_group(channel, heads, GROUP_THRESHOLD),
        purpose=purpose,
        accused="模拟单位" if purpose is PetitionPurpose.ACCUSATION else None,
        origin=rng.choice(petition_words().origins) if channel is Channel.FROM_ABOVE else None,
        repeat=rng.random() < 0.1,
        disposition=disposition,
        informed_at=shared["reported_at"] + timedelta(days=rng.randint(0, 5)),
        demand="模拟诉求",
        **{**told, **sample_story(rng, shared["reported_at"], 30, outcome=disposition)},
    )
    if TODAY - petition.reported_at > _OLD and rng.random() < 0.02:
        petition = _backlogged(rng, petition)
    closed = petition.closed
    return _unended(rng, petition) if closed is None else _ended(rng, petition, closed)


def _unended(rng: Random, petition: Petition) -> Petition:
    if rng.random() < 0.2:
        limit = end_of(day_of(petition.reported_at + timedelta(days=7)))
        return replace(
            petition,
            status=Status.REPORTED,
            step_due_at=limit,
            due_at=None,
            accepted_at=None,
            disposition=None,
            informed_at=None,
        )
    disposition = rng.choices((Disposition.ACCEPTED, Disposition.ASSIGNED), (70, 30))[0]
    purpose = PetitionPurpose.CLAIM if petition.purpose is PetitionPurpose.ACCUSATION else petition.purpose
    status = Status.PROCESSING if disposition is Disposition.ASSIGNED else Status.ACCEPTED
    return replace(petition, disposition=disposition, purpose=purpose, accused=None, status=status)


def _ended(rng: Random, petition: Petition, closed: Closing) -> Petition:
    """办结, perhaps settled or concluded beyond that, filed after a while; what was handled here has its reply."""
    handled = petition.disposition in _HANDLED
    fields: dict[str, Any] = {"status": Status.TRANSFERRED if petition.disposition in _SENT_ON else Status.CLOSED}
    if handled:
        fields["replies"] = (_reply(rng, petition, closed),)
        if rng.random() < 0.6:
            said = {name: rng.choices(SATISFACTION, (80, 15, 5))[0] for name in ("unit", "office")}
            fields |= {f"{name}_satisfaction": word for name, word in said.items()}
    if handled and rng.random() < 0.3:
        settled = closed.closed_at + timedelta(days=rng.randint(0, 20))
        fields |= {"closings": (*petition.closings[:-1], replace(closed, settled_at=settled)), "status": Status.SETTLED}
    if TODAY - closed.closed_at > _KEPT_OPEN and not petition.in_backlog and rng.random() < 0.9:
        fields["status"] = Status.ARCHIVED
    else:
        fields["step_due_at"] = end_of(day_of(closed.closed_at + timedelta(days=30)))
    return replace(petition, **fields)


def _reply(rng: Random, petition: Petition, closed: Closing) -> Reply:
    verdicts = petition_words().verdicts
    return Reply(
        stage=ReplyStage.HANDLING,
        round=petition.round,
        organ=petition.unit,
        issued_at=closed.closed_at,
        verdict=rng.choice(verdicts),
        text="模拟处理意见",
        served_at=closed.closed_at,
        service=rng.choice(petition_words().services),
    )


def _backlogged(rng: Random, petition: Petition) -> Petition:
    """An old matter on the list, made a leader's own; settled half of the times."""
    entered = petition.reported_at + timedelta(days=rng.randint(60, 120))
    resolved = entered + timedelta(days=rng.randint(30, 200)) if rng.random() < 0.5 else None
    leader = f"模拟领导{rng.randint(1, 4)}"
    charge = Charge(
        leader=leader,
        unit="模拟责任单位",
        person="模拟责任人",
        taken_at=entered,
        plan="模拟化解方案",
        due_at=_ninety_days_after(entered),
        ended_at=resolved,
        result="模拟化解结果" if resolved else None,
    )
    return replace(petition, backlog_entered_at=entered, backlog_resolved_at=resolved, leader=leader, charges=(charge,))


def _ninety_days_after(moment: datetime) -> datetime:
    return end_of(day_of(moment + timedelta(days=90)))

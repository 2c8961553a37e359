"""Inspections of places, alone or in sweeps through a neighbourhood (安全检查)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from gridapp.demonstration.ledgers.numbering import NumberedRow
from gridapp.demonstration.ledgers.places import Place
from gridapp.demonstration.ledgers.town import Town
from gridapp.demonstration.ledgers.workdays import Weight, random_days, random_moment, workday_after

FIRE_DRIVE = "“3.8”火灾周边消防整改"
_DRIVE_BEGINS = date(2018, 3, 9)


@dataclass(frozen=True)
class KindPlan:
    """What a town does about one type of place in the period.

    `visits` of so many `places`; hazards `removed`, of which `opening` were found in 2017, and hazards
    `still_open`; `notices` served. `campaign` names the drive, which rules from `begins` on; before that
    `earlier_visits`, `earlier_removed` and `earlier_notices` come on top. Several places are visited in
    one `sweep`.
    """

    kind: str
    places: int
    visits: int
    removed: int
    still_open: int = 0
    opening: int = 0
    notices: int = 0
    campaign: str = ""
    begins: date | None = None
    earlier_visits: int = 0
    earlier_removed: int = 0
    earlier_notices: int = 0
    sweep: int = 1


@dataclass
class Visit:
    """One inspection of one place, with the hazards found."""

    place: Place
    at: datetime
    team: str
    campaign: str
    hazards: list[NumberedRow] = field(default_factory=list)
    notice: NumberedRow | None = None


def visits_of(
    town: Town,
    random: Random,
    plan: KindPlan,
    known: Sequence[Place],
    count: int,
    period: tuple[date, date],
    weight: Weight,
) -> list[Visit]:
    """Every known place once, in sweeps of neighbours, and some of them again later."""
    visits: list[Visit] = []
    start = 0
    while start < len(known):
        size = random.randint(plan.sweep * 2 // 3, plan.sweep * 4 // 3) if plan.sweep > 1 else 1
        day = random_days(random, *period, 1, weight)[0]
        at = random_moment(random, day, 8, 9) if plan.sweep > 1 else random_moment(random, day, 9, 16)
        team = _team(town, random, known[start].village)
        for place in known[start : start + size]:
            visits.append(Visit(place, at, team, _campaign(random, plan, day)))
            at += timedelta(minutes=random.randint(4, 11))
            if at.hour in (12, 13):
                at = at.replace(hour=14, minute=random.randrange(15))
        start += size
    while len(visits) < count:
        first = random.choice(visits)
        day = workday_after(first.at.date() + timedelta(days=random.randint(7, 45)), 1)
        if day <= period[1]:
            at = random_moment(random, day, 9, 16)
            visits.append(
                Visit(first.place, at, _team(town, random, first.place.village), _campaign(random, plan, day))
            )
    return visits


def _team(town: Town, random: Random, village: str) -> str:
    """Two inspectors: one of the safety office, one of the village or of the office (检查人)."""
    lead = random.choice(town.workers("安全员"))
    second = random.choice((*town.workers("专职网格员", village), *town.workers("安全员")))
    while second == lead:
        second = random.choice(town.workers("安全员"))
    return f"{lead.name}、{second.name}"


def _campaign(random: Random, plan: KindPlan, day: date) -> str:
    if plan.begins:
        return plan.campaign if day >= plan.begins else "安全生产大检查"
    if plan.campaign == FIRE_DRIVE:
        return random.choice((FIRE_DRIVE, "消防安全大排查")) if day >= _DRIVE_BEGINS else "消防安全大排查"
    return plan.campaign

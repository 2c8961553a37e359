"""Safety work of a town: inspections, the hazards they find, the notices served (安全检查、隐患、整改通知书).

A hazard is found on an inspection; a notice is served on one
and covers all its hazards, which share its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gridapp.demonstration.ledgers.hazards import find, remove
from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of, number
from gridapp.demonstration.ledgers.places import kinds, places
from gridapp.demonstration.ledgers.town import Town
from gridapp.demonstration.ledgers.visits import KindPlan, Visit, visits_of
from gridapp.demonstration.ledgers.workdays import Weight, random_days

_NOTICES_BEFORE_THE_PERIOD = 131


@dataclass(frozen=True)
class SafetyRecords:
    """The visits of a town, in order of their moment, and the ledgers drawn from them."""

    visits: Sequence[Visit]
    inspections: Sequence[NumberedRow]
    hazards: Sequence[NumberedRow]
    notices: Sequence[NumberedRow]


def safety(town: Town, plans: Sequence[KindPlan], weight: Weight) -> SafetyRecords:
    """All safety records of a town."""
    visits: list[Visit] = []
    for plan in plans:
        visits += _visits_of_kind(town, plan, weight)
    visits.sort(key=lambda visit: visit.at)
    notices = [visit.notice for visit in visits if visit.notice]
    _number_notices(town, notices)
    for visit in visits:
        for hazard in visit.hazards:
            hazard["整改通知书编号"] = visit.notice["文书编号"] if visit.notice else None
    inspections = [_inspection(visit) for visit in visits]
    hazards = [hazard for visit in visits for hazard in visit.hazards]
    number(inspections, town.code, "JC", "检查编号", "检查时间", town.first.year)
    number(hazards, town.code, "YH", "隐患编号", "排查时间", town.first.year)
    return SafetyRecords(visits, inspections, hazards, notices)


def _visits_of_kind(town: Town, plan: KindPlan, weight: Weight) -> list[Visit]:
    random = town.random(plan.kind)
    known = places(town, random, plan.kind, plan.places)
    begins = plan.begins or town.first
    visits = visits_of(town, random, plan, known, plan.visits, (begins, town.last), weight)
    find(random, visits, plan.removed - plan.opening, plan.still_open, plan.notices, town.last)
    if plan.earlier_visits:
        until = begins - timedelta(days=1)
        earlier = visits_of(
            town,
            random,
            plan,
            random.sample(known, plan.earlier_visits),
            plan.earlier_visits,
            (town.first, until),
            weight,
        )
        find(random, earlier, plan.earlier_removed, 0, plan.earlier_notices, town.last)
        visits += earlier
    if plan.opening:
        last_year = date(town.first.year - 1, 11, 13), date(town.first.year - 1, 12, 29)
        old = visits_of(town, random, plan, random.sample(known, plan.opening), plan.opening, last_year, weight)
        find(random, old, plan.opening, 0, (plan.opening + 1) // 2, town.last)
        for visit in old:
            for hazard in visit.hazards:
                remove(random, hazard, random_days(random, town.first, date(town.first.year, 2, 9), 1, weight)[0])
        visits += old
    return visits


def _inspection(visit: Visit) -> NumberedRow:
    count = len(visit.hazards)
    unit = kinds()[visit.place.kind]["unit"]
    result = "未发现隐患"
    if count:
        result = f"发现隐患{count}{unit}，" + ("开具整改通知书" if visit.notice else "口头责令整改")
    return {
        "检查时间": visit.at,
        "场所名称": visit.place.name,
        "场所类型": visit.place.kind,
        "所属村社": visit.place.village,
        "检查人": visit.team,
        "专项行动": visit.campaign,
        "检查结果": result,
        "备注": "演示",
    }


def _number_notices(town: Town, notices: Sequence[NumberedRow]) -> None:
    running: Counter[int] = Counter({town.first.year - 1: _NOTICES_BEFORE_THE_PERIOD})
    for notice in notices:
        year = moment_of(notice, "开具时间").year
        running[year] += 1
        notice["文书编号"] = f"{town.name[0]}镇整改〔{year}〕{running[year]:03}号"

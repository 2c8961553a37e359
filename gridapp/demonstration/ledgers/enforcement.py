"""Measures that the county's authorities took in a town; a town decides none of them itself (执法处置)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from gridapp.demonstration.ledgers.hazards import remove
from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of
from gridapp.demonstration.ledgers.people import name
from gridapp.demonstration.ledgers.town import Town
from gridapp.demonstration.ledgers.visits import Visit
from gridapp.demonstration.ledgers.workdays import end_of_day, random_moment, workday_after

_RENTED = "居住出租房"
_WEEKS_LEFT = timedelta(days=42)
_MARKS = {"临时查封": "消封字", "行政拘留": "公行罚决字", "罚款": "消行罚决字"}


def enforcement(town: Town, visits: Sequence[Visit], sealed: int, detained: int) -> list[NumberedRow]:
    """Rented houses sealed after a notice was not obeyed, some landlords detained, a few other measures."""
    random = town.random("执法处置")
    until = end_of_day(town.last - _WEEKS_LEFT)
    served = {
        visit.place.name: visit
        for visit in visits
        if visit.place.kind == _RENTED and visit.notice and visit.at.date() >= town.first and visit.at < until
    }
    stubborn = random.sample(
        [visit for visit in served.values() if all(hazard.get("销号时间") for hazard in visit.hazards)],
        sealed,
    )
    fire_brigade, police = f"{town.county}公安消防大队", f"{town.county}公安局"
    rows = []
    for index, visit in enumerate(sorted(stubborn, key=lambda visit: visit.at)):
        limit = max(moment_of(hazard, "整改期限") for hazard in visit.hazards).date()
        day = workday_after(limit, random.randint(1, 4))
        rows.append(_measure(visit, "临时查封", fire_brigade, random_moment(random, day, 9, 16)))
        for hazard in visit.hazards:
            remove(random, hazard, workday_after(day, random.randint(2, 9)))
            hazard["备注"] = "演示；逾期未改被临时查封，整改后销号"
        if index % (sealed // detained) == 1:
            detention = workday_after(day, random.randint(0, 2))
            rows.append(_measure(visit, "行政拘留", police, random_moment(random, detention, 14, 17)))
    rows += [
        _other(town, visits, kind, measure, authority, date(town.first.year, month, day))
        for kind, measure, authority, month, day in (
            ("合用场所", "罚款", fire_brigade, 3, 29),
            ("高层建筑", "罚款", fire_brigade, 5, 16),
            ("合用场所", "断电", f"{town.county}安全生产监督管理局", 3, 21),
            ("危化品企业", "断电", f"{town.county}安全生产监督管理局", 4, 12),
            ("危化品企业", "停产停业", f"{town.county}安全生产监督管理局", 4, 24),
        )
    ]
    rows.sort(key=lambda row: moment_of(row, "决定时间"))
    for number, row in enumerate(rows, 1):
        mark = _MARKS.get(str(row["措施"]), "安监强措")
        row["文书编号"] = f"{town.county[0]}{mark}〔{town.first.year}〕第演{number:03}号"
    return rows


def _measure(visit: Visit, measure: str, authority: str, at: datetime) -> NumberedRow:
    return {
        "措施": measure,
        "决定机关": authority,
        "决定时间": at,
        "场所名称": visit.place.name,
        "场所类型": visit.place.kind,
        "当事人": visit.place.owner,
        "专项行动": visit.campaign,
        "备注": "演示",
    }


def _other(town: Town, visits: Sequence[Visit], kind: str, measure: str, authority: str, day: date) -> NumberedRow:
    random = town.random(f"{kind}{measure}")
    faulty = [visit for visit in visits if visit.place.kind == kind and visit.hazards]
    visit = random.choice([visit for visit in faulty if visit.at < end_of_day(day)])
    row = _measure(visit, measure, authority, random_moment(random, day, 9, 16))
    if kind == "高层建筑":
        row["当事人"] = f"{visit.place.name}业主委员会负责人{name(random)}"
    return row

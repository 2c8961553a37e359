"""Hazards found on inspections, notices served for them, how they were removed (隐患、整改通知书、销号)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

from gridapp.demonstration.ledgers import patterns
from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of
from gridapp.demonstration.ledgers.places import kinds
from gridapp.demonstration.ledgers.visits import Visit
from gridapp.demonstration.ledgers.workdays import end_of_day, is_workday, moment_after, workday_after


def find(random: Random, visits: list[Visit], removed: int, still_open: int, notices: int, last: date) -> None:
    """Spread the hazards over the visits, serve notices where most were found, remove what was removed."""
    if not removed + still_open:
        return
    finding = random.sample(visits, max(notices, min(len(visits), (removed + still_open + 1) // 2)))
    found = Counter(range(len(finding)))
    most = _most_at_once(finding[0].place.kind)
    while found.total() < removed + still_open:
        index = random.randrange(len(finding))
        found[index] += found[index] < most
    for index, visit in enumerate(finding):
        visit.hazards = _hazards(random, visit, found[index])
    finding.sort(key=lambda visit: (-len(visit.hazards), visit.at))
    for visit in finding[:notices]:
        _serve(random, visit)
    hazards = [(visit, hazard) for visit in finding for hazard in visit.hazards]
    hazards.sort(key=lambda pair: (pair[0].at, str(pair[1]["隐患内容"])), reverse=True)
    late = random.sample(range(min(len(hazards), still_open * 6)), still_open)
    for index, (visit, hazard) in enumerate(hazards):
        if index in late:
            _leave_open(random, hazard, last)
        else:
            remove(random, hazard, _removal_day(random, visit, hazard, last))


def _contents(kind: str) -> list[dict[str, str]]:
    return [row for row in patterns.rows("hazard") if row["place_type"] == kind]


def _most_at_once(kind: str) -> int:
    """How many hazards of a kind one visit can find without saying the same twice."""
    contents = _contents(kind)
    return len(contents) * (2 if any("{层}" in row["content"] for row in contents) else 1)


def _hazards(random: Random, visit: Visit, count: int) -> list[NumberedRow]:
    kind = kinds()[visit.place.kind]
    contents = _contents(visit.place.kind)
    rows: dict[str, NumberedRow] = {}
    while len(rows) < count:
        content = random.choice(contents)
        text = content["content"].format(层=random.randint(1, visit.place.floors), 房=random.randint(201, 506))
        rows[text] = {
            "场所名称": visit.place.name,
            "场所类型": visit.place.kind,
            "所属村社": visit.place.village,
            "隐患类别": kind["category"],
            "隐患等级": "重大" if content["major"] and random.random() < 0.12 else "一般",
            "隐患内容": text,
            "计数单位": kind["unit"],
            "专项行动": visit.campaign,
            "排查时间": visit.at,
            "整改期限": end_of_day(workday_after(visit.at.date(), 5)),
            "整改责任人": visit.place.owner,
            "备注": "演示",
        }
    return list(rows.values())


def _serve(random: Random, visit: Visit) -> None:
    limit = end_of_day(workday_after(visit.at.date(), random.choice((5, 7, 10, 15))))
    for hazard in visit.hazards:
        hazard["整改期限"] = limit
    visit.notice = {
        "文书种类": "责令限期整改通知书",
        "开具时间": visit.at + timedelta(minutes=random.randint(10, 40)),
        "场所名称": visit.place.name,
        "场所类型": visit.place.kind,
        "专项行动": visit.campaign,
        "整改期限": limit,
        "备注": "演示",
    }


def _removal_day(random: Random, visit: Visit, hazard: NumberedRow, last: date) -> date:
    """On the spot, within the limit, or in one case out of fourteen after it."""
    found = visit.at.date()
    if not visit.notice and random.random() < 0.45:
        hazard["备注"] = "演示；当场整改"
        return found
    limit = moment_of(hazard, "整改期限").date()
    if random.random() < 0.07:
        day = workday_after(limit, random.randint(1, 8))
    else:
        day = workday_after(found + timedelta(days=random.randint(1, max(1, (limit - found).days - 3))), 1)
    if day <= last:
        return day
    return found + timedelta(days=random.randint(0, (last - found).days))


def remove(random: Random, hazard: NumberedRow, day: date) -> None:
    """Recheck the hazard on a day, find it gone and strike it off the list (复查合格、销号)."""
    rechecked = moment_after(random, moment_of(hazard, "排查时间"), day)
    struck_off = rechecked + timedelta(minutes=random.randint(5, 60))
    if struck_off.date() != day:
        struck_off = rechecked
    hazard |= {"复查时间": rechecked, "复查结果": "合格", "销号时间": struck_off}


def _leave_open(random: Random, hazard: NumberedRow, last: date) -> None:
    day = moment_of(hazard, "整改期限").date()
    if day <= last and is_workday(day) and random.random() < 0.7:
        rechecked = moment_after(random, moment_of(hazard, "排查时间"), day)
        hazard |= {"复查时间": rechecked, "复查结果": "不合格", "备注": "演示；复查未整改到位，已再次督促"}

"""The grid-event ledger of a town (网格事件台账)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from gridapp.demonstration.ledgers import patterns
from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of, number
from gridapp.demonstration.ledgers.people import phone
from gridapp.demonstration.ledgers.town import Town, committee
from gridapp.demonstration.ledgers.workdays import (
    after_office_hours,
    end_of_day,
    everyday,
    is_workday,
    moment_after,
    office,
    random_days,
    random_moment,
    workday_after,
)

_LIMITS_OF_SPECIALISED_RECORDS = {"D": timedelta(days=30), "P": timedelta(days=30)}
_WHY_LATE = ("演示；因天气原因延后", "演示；当事人外出，联系后办结", "演示；协调多家单位，办理超期")
_SHARE_LATE = 0.095
_SHARE_STUCK = 0.033
_FROM_THE_GRID = {"网格上报": 70, "巡查": 19}
_FROM_PEOPLE = {"热线": 6, "群众来电": 6, "微信": 5, "窗口": 3, "上级交办": 3}
_MORE_AT_THE_WINDOW = ("BM01", "BM02", "BM03")


@dataclass(frozen=True)
class EventPlan:
    """How many events a town's ledger holds.

    `exactly` fixes how many events of a leaf are reported in the period, `still_open` how many of those are
    open at its end. `opening` events were reported in 2017 and were open when the period began.
    """

    reported: int
    opening: int
    weight_column: str
    exactly: Mapping[str, int] = field(default_factory=dict)
    still_open: Mapping[str, int] = field(default_factory=dict)


def events(town: Town, plan: EventPlan) -> list[NumberedRow]:
    """Every row, in order of the moment reported."""
    random = town.random("网格事件")
    leaves = {row["code"]: row for row in patterns.rows("event_leaf")}
    column = plan.weight_column
    free = plan.reported - sum(plan.exactly.values())
    drawn = random.choices(list(leaves), [float(leaf[column]) for leaf in leaves.values()], k=free)
    rows = [_reported(town, random, leaves[code]) for code in drawn]
    for code, count in plan.exactly.items():
        settled = count - plan.still_open.get(code, 0)
        rows += [_settled(town, random, code) for _ in range(settled)]
        rows += [_fresh(town, random, code) for _ in range(count - settled)]
    slow = {code: float(leaf[column]) for code, leaf in leaves.items() if _is_slow(code)}
    old = random.choices(list(slow), list(slow.values()), k=plan.opening)
    rows += [_carried_over(town, random, code) for code in old]
    rows.sort(key=lambda row: moment_of(row, "上报时间"))
    number(rows, town.code, "", "事件编号", "上报时间", town.first.year)
    return rows


def _is_slow(code: str) -> bool:
    limit = patterns.categories()[code]["handle_limit"]
    return limit in ("R", "20d", "10d") and not code.startswith("ZZ0201")


def _reported(town: Town, random: Random, leaf: Mapping[str, str]) -> NumberedRow:
    months = [int(month) for month in leaf["months"].split("|") if month]
    day = random_days(
        random, town.first, town.last, 1, lambda day: everyday(day) * (3.0 if day.month in months else 1.0)
    )[0]
    at, code = random_moment(random, day), leaf["code"]
    if random.randrange(100) < int(leaf["self_handled"]):
        return _handled_by_reporter(town, random, code, at)
    row = _opened(town, random, code, at)
    closing = _closing(random, code, at, moment_of(row, "办理时限"), late=random.random() < _SHARE_LATE)
    if closing.date() <= town.last and random.random() > _SHARE_STUCK:
        _close(random, row, code, closing)
    else:
        row["状态"] = _open_status(random, at, town.last)
    return row


def _settled(town: Town, random: Random, code: str) -> NumberedRow:
    """An event that is closed on time well before the period ends."""
    day = random_days(random, town.first, town.last - timedelta(days=30), 1, office)[0]
    at = random_moment(random, day)
    row = _opened(town, random, code, at)
    _close(random, row, code, _closing(random, code, at, moment_of(row, "办理时限"), late=False))
    return row


def _fresh(town: Town, random: Random, code: str) -> NumberedRow:
    """An event that came in shortly before the period ends and is still open."""
    day = random_days(random, town.last - timedelta(days=6), town.last, 1, office)[0]
    row = _opened(town, random, code, random_moment(random, day))
    row["状态"] = "处置中"
    return row


def _carried_over(town: Town, random: Random, code: str) -> NumberedRow:
    year = town.first.year
    half_year = date(year - 1, 7, 3), date(year - 1, 12, 29)
    day = random_days(random, *half_year, 1, lambda day: everyday(day) * day.month**2)[0]
    at = random_moment(random, day)
    row = _opened(town, random, code, at)
    when = random.choices(("first quarter", "later", "still open"), (88, 8, 4))[0]
    if when == "still open":
        row["状态"] = random.choice(("处置中", "挂起"))
        return row
    first, last = (town.first, date(year, 3, 30)) if when == "first quarter" else (date(year, 4, 2), town.last)
    closing = random_days(random, first, last, 1, lambda day: 1.0 if is_workday(day) else 0.0)[0]
    _close(random, row, code, random_moment(random, closing, 9, 16))
    return row


def _opened(
    town: Town,
    random: Random,
    code: str,
    at: datetime,
    sources: Mapping[str, int] = _FROM_THE_GRID | _FROM_PEOPLE,
) -> NumberedRow:
    category = patterns.categories()[code]
    village = town.village(random)
    grid = random.choice(village.grids)
    slots = town.slots(random, village)
    if code.startswith(_MORE_AT_THE_WINDOW) and "窗口" in sources:
        sources = {**sources, "窗口": 40}
    source = random.choices(list(sources), list(sources.values()))[0]
    if source in _FROM_THE_GRID:
        worker = town.grid_worker(random, village, grid)
        reporter, telephone = worker.name, worker.phone
    else:
        reporter, telephone = random.choice(town.workers("受理员")).name, phone(random)
    unit = town.unit_for(code)
    title = patterns.sentence(random, "event_title", code)
    return {
        "标题": title.format_map(slots),
        "平台": category["platform"],
        "类别": category["leaf"],
        "所属村社": village.name,
        "网格": grid,
        "地点": _place(town, title, code, source, slots),
        "上报人": reporter,
        "联系电话": telephone,
        "来源": source,
        "级别": _level(random, code),
        "上报时间": at,
        "办理时限": _limit(category, at),
        "承办单位": unit,
        "承办人": random.choice(town.workers("承办人", unit)).name,
        "备注": "演示；现有类别均不适用，按其他登记" if category["note_required"] == "1" else "演示",
    }


def _place(town: Town, title: str, code: str, source: str, slots: Mapping[str, str]) -> str:
    """Where it plays, if the title says so; else a house, or where people come to be served."""
    if "{地" in title:
        return slots["地"]
    if "{河}" in title:
        return slots["河"]
    if code.startswith(_MORE_AT_THE_WINDOW):
        return town.unit("便民服务中心") if source == "窗口" else f"{slots['村']}便民服务点"
    return f"{slots['村']}{slots['号']}号"


def _level(random: Random, code: str) -> str:
    """Most events turn out milder than their category's default; 突发事件报告 never reaches 重大."""
    default = patterns.categories()[code]["default_level"]
    if default == "重大":
        return random.choices(("一般", "较大", "重大"), (62, 33, 0 if code == "ZZ0704" else 5))[0]
    return random.choices(("一般", "较大"), (65, 35) if default == "较大" else (97, 3))[0]


def _limit(category: Mapping[str, str], at: datetime) -> datetime:
    limit = category["handle_limit"]
    if limit == "R":
        days = _LIMITS_OF_SPECIALISED_RECORDS.get(category["opens"])
        return end_of_day((at + days).date() if days else workday_after(at.date(), 10))
    count = int(limit[:-1])
    return after_office_hours(at, count) if limit.endswith("h") else end_of_day(workday_after(at.date(), count))


def _closing(random: Random, code: str, at: datetime, due: datetime, *, late: bool) -> datetime:
    if late:
        days_late = random.choice((1, 1, 2, 2, 3, 4, 6, 9))
        return random_moment(random, workday_after(due.date(), days_late), 9, 16)
    limit = patterns.categories()[code]["handle_limit"]
    if limit.endswith("h"):
        return due - timedelta(minutes=random.randrange(int(limit[:-1]) * 55))
    days = [at.date() + timedelta(days=n) for n in range((due - at).days + 1)]
    worked = [day for day in days if is_workday(day)] or days
    return moment_after(random, at, worked[min(int(random.expovariate(2.2) * len(worked)), len(worked) - 1)])


def _handled_by_reporter(town: Town, random: Random, code: str, at: datetime) -> NumberedRow:
    """The grid worker settles it himself the same day (自办)."""
    row = _opened(town, random, code, at, _FROM_THE_GRID)
    _close(random, row, code, at + timedelta(minutes=random.randint(15, 210)))
    return row | {
        "级别": "一般",
        "承办单位": committee(str(row["所属村社"])),
        "承办人": row["上报人"],
        "状态": "自办办结",
    }


def _close(random: Random, row: NumberedRow, code: str, closing: datetime) -> None:
    row["办结时间"] = closing
    row["状态"] = "办结"
    result = patterns.sentence(random, "event_result", code)
    row["处置结果"] = result.format(面=random.randint(12, 260), 吨=f"{random.randint(2, 30) / 10:.1f}")
    if closing > moment_of(row, "办理时限") and random.random() < 0.4:
        row["备注"] = random.choice(_WHY_LATE)


def _open_status(random: Random, at: datetime, last: date) -> str:
    age = (last - at.date()).days
    if age < 1:
        return "已上报"
    if age < 3:
        return random.choice(("已受理", "已交办"))
    return random.choices(("处置中", "已反馈", "挂起"), (8, 1, 1))[0]

"""The petition ledger of a town (信访台账)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from gridapp.demonstration.ledgers import patterns
from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of, number
from gridapp.demonstration.ledgers.people import name, phone
from gridapp.demonstration.ledgers.town import Town
from gridapp.demonstration.ledgers.workdays import (
    end_of_day,
    moment_after,
    office,
    random_days,
    random_moment,
    workday_after,
)

_GROUP = 5
_LIMIT = timedelta(days=30)
_DISPOSITIONS = {"受理": 55, "转送": 32, "不予受理": 6}
_PASSED_TO = ("司法所", "村建办", "民政办", "国土资源所", "劳动保障所", "综合行政执法中队")


@dataclass(frozen=True)
class Backlog:
    """An old petition kept on the list of unsolved ones (积案), by its three dates."""

    received: date
    listed: date
    solved: date | None


@dataclass(frozen=True)
class PetitionPlan:
    """Which petitions a town's ledger holds.

    `visits` are the head counts of the visits in the period, `repeats` how many visits repeat an earlier one,
    `dispositions` what was done with each visit; `others` counts the letters, web petitions and calls,
    `opening` those of 2017 that were open when the period began.
    """

    visits: tuple[int, ...]
    repeats: int
    dispositions: Mapping[str, int]
    others: Mapping[str, int]
    opening: int
    backlog: tuple[Backlog, ...]


def petitions(town: Town, plan: PetitionPlan) -> list[NumberedRow]:
    """Every row, in order of the moment received."""
    random = town.random("信访")
    rows = _visits(town, random, plan)
    channels = [channel for channel, count in plan.others.items() for _ in range(count)]
    days = random_days(random, town.first, town.last, len(channels), office)
    rows += [
        _petition(town, random, channel, day, _heads(random, channel))
        for channel, day in zip(channels, days, strict=True)
    ]
    last_year = date(town.first.year - 1, 12, 1), date(town.first.year - 1, 12, 28)
    for day in random_days(random, *last_year, plan.opening, office):
        rows.append(_petition(town, random, random.choice(("来访", "网上", "来信")), day, 1))
    for row in rows:
        _handle(town, random, row)
    rows += [_backlog(town, random, backlog) for backlog in plan.backlog]
    rows.sort(key=lambda row: moment_of(row, "信访时间"))
    number(rows, town.code, "XF", "信访编号", "信访时间", town.first.year)
    return rows


def _visits(town: Town, random: Random, plan: PetitionPlan) -> list[NumberedRow]:
    days = sorted(random_days(random, town.first, town.last, len(plan.visits), office))
    heads = random.sample(plan.visits, len(plan.visits))
    rows = [_petition(town, random, "来访", day, count) for day, count in zip(days, heads, strict=True)]
    first_visits = [row for row in rows[: len(rows) // 2] if int(str(row["人数"])) < _GROUP]
    later_visits = [row for row in rows[len(rows) // 2 :] if int(str(row["人数"])) < _GROUP]
    pairs = zip(random.sample(first_visits, plan.repeats), random.sample(later_visits, plan.repeats), strict=True)
    for earlier, again in pairs:
        again |= {key: earlier[key] for key in ("信访人", "联系电话", "所属村社", "事项类别", "诉求")} | {
            "是否重复": "是"
        }
    dispositions = [name for name, count in plan.dispositions.items() for _ in range(count)]
    random.shuffle(dispositions)
    for row, disposition in zip(rows, dispositions, strict=True):
        row["处理方式"] = disposition
    return rows


def _heads(random: Random, channel: str) -> int:
    return random.choices((1, 2, 7), (80, 14, 6))[0] if channel == "来信" else 1


def _petition(town: Town, random: Random, channel: str, day: date, heads: int) -> NumberedRow:
    village = town.village(random)
    code = "ZZ0202" if heads >= _GROUP else "ZZ0201"
    return {
        "信访形式": channel,
        "信访人": name(random),
        "人数": heads,
        "联系电话": phone(random),
        "所属村社": village.name,
        "事项类别": patterns.categories()[code]["leaf"],
        "诉求": patterns.sentence(random, "petition_matter", code).format_map(town.slots(random, village)),
        "信访时间": random_moment(random, day, 9, 16),
        "是否重复": "否",
        "是否积案": "否",
        "备注": "演示",
    }


def _handle(town: Town, random: Random, row: NumberedRow) -> None:
    at = moment_of(row, "信访时间")
    on_the_spot = row["信访形式"] in ("来访", "来电") and at.date() >= town.first
    usual = _DISPOSITIONS | ({"当场答复": 25} if on_the_spot else {})
    disposition = str(row.get("处理方式") or random.choices(list(usual), list(usual.values()))[0])
    days, result = {
        "当场答复": (0, "已当场解释沟通，信访人表示理解"),
        "转送": (random.randint(2, 12), f"已转{town.unit(random.choice(_PASSED_TO))}办理并告知信访人"),
        "不予受理": (random.randint(1, 5), "已告知通过诉讼途径解决"),
        "受理": (
            random.randint(8, 34),
            random.choice(("已出具处理意见书并送达", "问题已解决，信访人满意", "已协调落实并答复")),
        ),
    }[disposition]
    row["处理方式"] = disposition
    row["办理时限"] = end_of_day(at.date() if disposition == "当场答复" else at.date() + _LIMIT)
    if disposition == "受理" and random.random() < 0.3:
        row["包案领导"] = random.choice(town.workers("分管领导")).name
    day = at.date() + timedelta(days=days)
    if days:
        day = workday_after(max(day, town.first), 1)
    if day <= town.last:
        row |= {"办结时间": moment_after(random, at, day), "办理结果": result}


def _backlog(town: Town, random: Random, backlog: Backlog) -> NumberedRow:
    row = _petition(town, random, "来访", backlog.received, 2)
    village = next(village for village in town.villages if village.name == row["所属村社"])
    matter = patterns.sentence(random, "petition_matter", "ZZ0203").format_map(town.slots(random, village))
    row |= {
        "事项类别": patterns.categories()["ZZ0203"]["leaf"],
        "诉求": matter,
        "处理方式": "受理",
        "办理时限": end_of_day(backlog.received + _LIMIT),
        "是否积案": "是",
        "列入积案时间": datetime(backlog.listed.year, backlog.listed.month, backlog.listed.day, 10, 0),
        "包案领导": random.choice(town.workers("分管领导")).name,
        "备注": "演示；历史遗留问题，领导包案",
    }
    if backlog.solved:
        solved = random_moment(random, backlog.solved, 9, 16)
        row |= {"积案化解时间": solved, "办结时间": solved, "办理结果": "达成协议，信访人签订息诉息访承诺书"}
    return row

"""The ledger of disputes screened and mediated in a town (矛盾纠纷排查调处台账)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from gridapp.demonstration.ledgers import patterns
from gridapp.demonstration.ledgers.numbering import NumberedRow, moment_of, number
from gridapp.demonstration.ledgers.people import firm_sign, name, relative
from gridapp.demonstration.ledgers.town import Town, Village, committee, mediation_committee
from gridapp.demonstration.ledgers.workdays import (
    end_of_day,
    is_workday,
    moment_after,
    office,
    random_days,
    random_moment,
    workday_after,
)

_LIMIT = timedelta(days=30)
_SOURCES = {
    "主动调解": 48,
    "当事人申请": 30,
    "网格上报": 12,
    "公安机关移送": 6,
    "信访部门移送": 2,
    "法院委托移送": 1,
    "其他部门移送": 1,
}
_FAMILY = ("赡养", "兄弟", "分家析产")
_MANY_PEOPLE = ("ZZ0105", "ZZ0106", "ZZ0111", "ZZ0112", "ZZ0113")


@dataclass(frozen=True)
class DisputePlan:
    """How many disputes a town's ledger holds, by what became of them.

    All `opening` ones, received in 2017, are settled in the period. `otherwise` are the outcomes other than
    调解成功; `crowds` are the head counts of the disputes of many people.
    """

    found: int
    opening: int
    still_open: int
    weight_column: str
    otherwise: tuple[str, ...] = ()
    crowds: tuple[int, ...] = ()


def disputes(town: Town, plan: DisputePlan) -> list[NumberedRow]:
    """Every row, in order of the moment received."""
    random = town.random("矛盾纠纷")
    leaves = {row["code"]: row for row in patterns.rows("dispute_leaf")}
    days = sorted(random_days(random, town.first, town.last, plan.found, office))
    receipts = [random_moment(random, day, 8, 16) for day in days]
    open_receipts = _left_open(random, town, receipts, plan.still_open)
    last_year = date(town.first.year - 1, 11, 6), date(town.first.year - 1, 12, 29)
    earlier = random_days(random, *last_year, plan.opening, office)
    receipts += [random_moment(random, day, 8, 16) for day in earlier]
    crowds = dict(zip(random.sample(range(len(receipts)), len(plan.crowds)), plan.crowds, strict=True))
    weights = {code: float(leaf[plan.weight_column]) for code, leaf in leaves.items()}
    crowd_weights = {code: weights[code] for code in _MANY_PEOPLE}
    rows = []
    for index, at in enumerate(receipts):
        choice = crowd_weights if index in crowds else weights
        code = random.choices(list(choice), list(choice.values()))[0]
        row = _received(town, random, leaves[code], at, crowds.get(index))
        if index not in open_receipts:
            _settle(town, random, row)
        rows.append(row)
    _end_otherwise(random, [row for row in rows if row.get("办结时间")], plan.otherwise)
    rows.sort(key=lambda row: moment_of(row, "受理时间"))
    number(rows, town.code, "JF", "纠纷编号", "受理时间", town.first.year)
    return rows


def _left_open(random: Random, town: Town, receipts: list[datetime], count: int) -> set[int]:
    """Which disputes are still open at the end: mostly those of the last weeks."""
    chosen: set[int] = set()
    weights = [1 / (2 + (town.last - at.date()).days) ** 2 for at in receipts]
    while len(chosen) < count:
        chosen.add(random.choices(range(len(receipts)), weights)[0])
    return chosen


def _received(town: Town, random: Random, leaf: Mapping[str, str], at: datetime, crowd: int | None) -> NumberedRow:
    village = town.village(random)
    code = leaf["code"]
    people = crowd or _people(random, code)
    title = patterns.sentence(random, "dispute_title", code)
    first = name(random)
    second = _other_side(town, random, village, leaf["counterpart"])
    if leaf["counterpart"] == "person":
        second = relative(random, first) if any(word in title for word in _FAMILY) else name(random)
    if people >= 6 and code in _MANY_PEOPLE:
        first = f"{first}等{people - 1}人"
    slots = town.slots(random, village) | {"甲": first, "乙": second}
    mode, body, mediator = _mediation(town, random, village, code)
    amount = None
    if random.randrange(100) < int(leaf["with_amount"]):
        low, high = int(leaf["amount_low"]), int(leaf["amount_high"])
        amount = int(low * (high / low) ** random.random()) // 100 * 100
    return {
        "纠纷名称": title.format_map(slots),
        "纠纷类型": patterns.categories()[code]["leaf"],
        "所属村社": village.name,
        "当事人甲": first,
        "当事人乙": second,
        "涉及人数": people,
        "涉及金额": amount,
        "来源": random.choices(list(_SOURCES), list(_SOURCES.values()))[0],
        "调解方式": mode,
        "调解组织": body,
        "调解员": mediator,
        "受理时间": at,
        "办理时限": end_of_day(at.date() + _LIMIT),
        "备注": "演示",
    }


def _people(random: Random, code: str) -> int:
    if code in _MANY_PEOPLE and random.random() < 0.3:
        return random.randint(5, 28)
    return random.choices((2, 3, 4, 5, 6, 8), (62, 14, 13, 5, 4, 2))[0]


def _other_side(town: Town, random: Random, village: Village, counterpart: str) -> str:
    return {
        "person": "",
        "village": committee(village.name),
        "firm": firm_sign(random) + random.choice(town.words.trades),
        "clinic": town.unit("卫生院"),
        "property": firm_sign(random) + "物业服务公司",
        "project": random.choice(town.words.projects) + "项目部",
    }[counterpart]


def _mediation(town: Town, random: Random, village: Village, code: str) -> tuple[str, str, str]:
    """Mode, body and mediator (调解方式、调解组织、调解员)."""
    if code == "ZZ0107" and random.random() < 0.45:
        body, mode, role = town.unit("道路交通事故纠纷调解委员会"), "行业性专业性调解", "调解员"
    elif random.random() < 0.012:
        body, mode, role = town.unit("人民法庭"), "司法调解", "调解员"
    elif random.random() < (0.35 if code in ("ZZ0106", "ZZ0112") else 0.05):
        office_of_code = {"ZZ0106": "劳动保障所", "ZZ0112": "环保所", "ZZ0108": "市场监管所"}
        body, mode, role = town.unit(office_of_code.get(code, "派出所")), "行政调解", "承办人"
    elif random.random() < 0.68:
        mediator = random.choice(town.workers("调解员", village.name))
        return "人民调解", mediator.unit, mediator.name
    else:
        body, mode, role = mediation_committee(town.name), "人民调解", "调解员"
    return mode, body, random.choice(town.workers(role, body)).name


def _settle(town: Town, random: Random, row: NumberedRow) -> None:
    at = moment_of(row, "受理时间")
    day = at.date() + timedelta(days=min(int(random.expovariate(1 / 5.5)), 41))
    if day < town.first:
        day = random_days(random, town.first, date(town.first.year, 1, 29), 1, office)[0]
    if day > town.last:
        day = at.date() + timedelta(days=random.randint(0, (town.last - at.date()).days))
    if not is_workday(day) and workday_after(day, 1) <= town.last:
        day = workday_after(day, 1)
    closing = moment_after(random, at, day)
    form = random.choices(("口头", "书面", "无"), (58, 36, 6))[0]
    if int(str(row["涉及人数"])) >= 10 or int(str(row["涉及金额"] or 0)) >= 30000:
        form = "书面"
    row |= {"调解结果": "调解成功", "协议形式": form, "办结时间": closing}
    if form == "无":
        row["备注"] = "演示；当场和解"
    elif closing > moment_of(row, "办理时限"):
        row["备注"] = "演示；经双方同意延期"
    visit = workday_after(closing.date() + timedelta(days=random.randint(15, 35)), 1)
    if form == "书面" and visit <= town.last and random.random() < 0.75:
        row["回访时间"] = random_moment(random, visit, 9, 16)


def _end_otherwise(random: Random, closed: list[NumberedRow], outcomes: tuple[str, ...]) -> None:
    notes = {"调解不成": "已告知诉讼途径", "撤回": "申请人撤回申请", "转送": "已转县有关部门处理"}
    this_year = [row for row in closed if row["协议形式"] == "口头"]
    for row, outcome in zip(random.sample(this_year, len(outcomes)), outcomes, strict=True):
        row |= {"调解结果": outcome, "协议形式": "无", "回访时间": None, "备注": f"演示；{notes[outcome]}"}

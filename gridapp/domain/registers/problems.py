"""What can be wrong with an entry of a register (登记的问题), whether a form or a ledger's row tells it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, told_before
from gridapp.domain.paper import CitizenNumberFault, citizen_of
from gridapp.domain.problem import Problem
from gridapp.domain.register_kinds import STANDING
from gridapp.domain.registers.entry import Values
from gridapp.domain.registers.reception import Promise

PLANNED = frozenset({Kind.DUTY, Kind.RECEPTION, Kind.RESPONSIBILITY})
"""The registers that are written before their day has come."""

_DAY = timedelta(days=1)
_MOST_HOURS = Decimal(24)
_DONE = ("removed_at", "told_at", "agreed_at", "vacated_at", "done_at", "held_at")
_AFTER_THE_START = ("until_at", "removed_at", "told_at", "next_due_at")
_AT_LEAST_ONE = ("households", "people", "capacity", "heads", "visit_days", "length", "floor_area", "hours", "quantity")
_DEADLY: Mapping[str, int] = {"较大": 3, "重大": 10, "特别重大": 30}
"""From how many dead on an accident has a level (生产安全事故报告和调查处理条例第三条)."""

Headings = Mapping[str, str]


def problems_of_entry(kind: Kind, values: Values, headings: Headings, now: datetime) -> Iterator[Problem]:
    """What is wrong with an entry whose fields could be read each for itself, in the words of its ledger's headings."""
    yield from _problems_of_moments(kind, values, headings, now)
    for field in _AT_LEAST_ONE:
        if field in values and values[field] <= 0 and field in headings:
            yield Problem(field, "count", f"{headings[field]}应大于 0。")
    if (
        kind in STANDING
        and ("removed_at" in values) != ("removed_reason" in values)
        and kind is not Kind.RESPONSIBILITY
    ):
        missing = "removed_reason" if "removed_at" in values else "removed_at"
        yield Problem(missing, "required", f"{headings['removed_at']}和{headings['removed_reason']}应一并填写。")
    if kind in _PROBLEMS:
        yield from _PROBLEMS[kind](values, now)


def _problems_of_moments(kind: Kind, values: Values, headings: Headings, now: datetime) -> Iterator[Problem]:
    ahead = {"reported_at"} if kind in PLANNED else set()
    if kind is Kind.RESPONSIBILITY:
        ahead.add("removed_at")
    for field in ("reported_at", *_DONE):
        if field not in ahead and field in values and values[field] > now:
            yield Problem(field, "future", f"{headings[field]}在将来，请核对年份和日期。")
    started = values.get("reported_at")
    for field in _AFTER_THE_START:
        if started is not None and field in values and told_before(values[field], started):
            yield Problem(field, "order", f"{headings[field]}早于{headings['reported_at']}，请核对。")


def _of_a_person(values: Values, now: datetime) -> Iterator[Problem]:
    if "born_on" in values and values["born_on"] > day_of(now):
        yield Problem("born_on", "future", "出生日期在将来，请核对年份和日期。")
    if "paper_number" not in values:
        return
    citizen = citizen_of(values["paper_number"], day_of(now))
    if isinstance(citizen, CitizenNumberFault):
        yield Problem("paper_number", "paper", citizen.value)
        return
    if values.get("sex", citizen.sex) != citizen.sex:
        yield Problem("sex", "paper", f"身份证号表明性别为{citizen.sex}，请核对。")
    if values.get("born_on", citizen.born_on) != citizen.born_on:
        yield Problem("born_on", "paper", f"身份证号表明出生日期为 {citizen.born_on}，请核对。")


def _of_a_patrol(values: Values, _: datetime) -> Iterator[Problem]:
    started, until = values.get("reported_at"), values.get("until_at")
    if started is not None and until is not None and until - started > _DAY:
        yield Problem("until_at", "long", "一次巡防不超过 24 小时，请核对开始和结束时间。")
    if values.get("hours", _MOST_HOURS) > _MOST_HOURS:
        yield Problem("hours", "long", "一次巡防不超过 24 小时，请核对时长。")


def _of_an_accident(values: Values, _: datetime) -> Iterator[Problem]:
    dead, level = values.get("dead", 0), values.get("level")
    due = [name for name, number in _DEADLY.items() if dead >= number]
    levels = ["一般", *_DEADLY]
    if due and level in levels and levels.index(level) < levels.index(due[-1]):
        yield Problem("level", "level", f"死亡 {dead} 人的事故至少是{due[-1]}事故，请核对事故等级和死亡人数。")


def _of_a_relocation(values: Values, _: datetime) -> Iterator[Problem]:
    if values.get("people", 0) < values.get("households", 0):
        yield Problem("people", "count", "人数少于户数，请核对。")
    agreed, vacated, done = (values.get(name) for name in ("agreed_at", "vacated_at", "done_at"))
    if vacated is not None and agreed is not None and told_before(vacated, agreed):
        yield Problem("vacated_at", "order", "腾空时间早于签订协议时间，请核对。")
    if done is not None and (vacated is None or told_before(done, vacated)):
        yield Problem("done_at", "order", "完成时间应在腾空时间之后，请先填写腾空时间。")


def _of_a_reception(values: Values, _: datetime) -> Iterator[Problem]:
    if "held_at" in values and "unheld_reason" in values:
        yield Problem("unheld_reason", "both", "已经接待的不必填写未接待原因。")
    promises: tuple[Promise, ...] = values.get("promises", ())
    for n, promise in enumerate(promises, 1):
        if not promise.what.strip():
            yield Problem("promises", "required", f"第 {n} 项承诺没有写明事项。")
        if promise.done_at is not None and not (promise.how or "").strip():
            yield Problem("promises", "required", f"第 {n} 项承诺写了完成时间，请写明落实情况。")
    if promises and "held_at" not in values:
        yield Problem("held_at", "required", "记有承诺事项的，请填写实际接待时间。")


_PROBLEMS: Mapping[Kind, Callable[[Any, datetime], Iterator[Problem]]] = {
    Kind.PERSON: _of_a_person,
    Kind.PATROL: _of_a_patrol,
    Kind.ACCIDENT: _of_an_accident,
    Kind.RELOCATION: _of_a_relocation,
    Kind.RECEPTION: _of_a_reception,
}

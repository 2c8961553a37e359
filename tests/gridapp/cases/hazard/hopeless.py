"""Hazards that must not be struck off, in every way in which that can be: not re-checked, failed, reopened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from gridapp.cases.handle import take
from gridapp.cases.inspection.draft import NoticeDraft
from gridapp.cases.inspection.record import record
from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.move import Move
from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import draft, finding, on_file
from tests.offices import ACTOR, DEADLINES, at

FOUND, LIMIT, NOW = at(2018, 2, 5, 9), at(2018, 2, 20), at(2018, 2, 28, 22)
TRIES = 100
"""How often each path is tried."""

_MEND = (Move.MEND, {"result": "演示：清空", "evidence": "演示：照片"})
_PASS = (Move.RECHECK, {"inspectors": ("演示甲", "演示乙"), "recheck_result": "合格", "record": "演示：看了"})
_STRIKE = (Move.STRIKE_OFF, {"result": "演示：销号", "evidence": "演示：照片"})
_REOPEN = (Move.REOPEN, {"reason": "演示：复发", "until": at(2018, 3, 20)})


def _recheck(result: str, **more: object) -> tuple[Move, Mapping[str, Any]]:
    return (Move.RECHECK, {**_PASS[1], "recheck_result": result, **more})


Way = Sequence[tuple[Move, Mapping[str, Any]]]

WAYS: Mapping[str, Way] = {
    "没有复查": (),
    "已反馈没有复查": (_MEND,),
    "不合格": (_MEND, _recheck("不合格")),
    "部分合格": (_MEND, _recheck("部分合格", until=at(2018, 3, 20))),
    "合格以后又不合格": (_MEND, _PASS, _recheck("不合格")),
    "重开以前合格": (_MEND, _PASS, _STRIKE, _REOPEN),
    "重开以后反馈": (_MEND, _PASS, _STRIKE, _REOPEN, _MEND),
    "已上报": (_MEND, _recheck("不合格"), (Move.SUBMIT, {"unit": "演示县应急局", "reason": "演示：逾期"})),
}
"""The ways on which a hazard comes to stand so that nothing may strike it off."""


def clock() -> datetime:
    """The moment of every deed of the tests."""
    return NOW


def found(office: Office, count: int, place: str = "演示出租房", **fields: Any) -> Sequence[Hazard]:
    """Hazards that one inspection has found and ordered to be mended."""
    findings = [finding(f"演示：隐患{n}", **fields) for n in range(count)]
    inspection = draft(on_file(office, place), findings, reported_at=FOUND, notice=NoticeDraft(due_at=LIMIT))
    areas = office.registers.areas()
    return record(office.cases, areas, office.places, DEADLINES, inspection, ACTOR, clock).hazards


def led(office: Office, case: Case, way: Way, when: Callable[[Case], datetime] | None = None) -> Hazard:
    """A hazard after a way, one step an hour."""
    for move, particulars in way:
        at_ = when(case) if when else case.last_moment + timedelta(hours=1)
        order = Order(move=move, at=at_, **particulars)
        case = take(office.cases, case.id, case.version, order, DEADLINES, ACTOR, clock)
    assert isinstance(case, Hazard)
    return case


def hopeless(office: Office, count: int = TRIES) -> Sequence[Hazard]:
    """So many hazards, the ways taken in turn."""
    ways = tuple(WAYS.values())
    return [led(office, case, ways[n % len(ways)]) for n, case in enumerate(found(office, count))]

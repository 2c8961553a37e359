"""What the window asks the use cases to do with a case (办理); runs in the database's thread."""

from collections.abc import Mapping
from typing import Any

from gridapp.cases import handle
from gridapp.cases.event.on_site import hold_on_site
from gridapp.cases.merging import separate_all
from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.move import Move
from ui.desk import Desk
from ui.handling.action import Action, Deed
from ui.handling.move_fields import REASON

_DONE: Mapping[Action, str] = {
    Move.BREACH: "已登记未履行",
    Move.OBJECT: "已按单位异议退回",
    Move.INSTRUCT: "已登记领导批示",
    Move.ASK_REVIEW: "已登记复查申请",
    Move.DECIDE_REVIEW: "已登记复查意见",
    Move.ASK_FINAL_REVIEW: "已登记复核申请",
    Move.DECIDE_FINAL_REVIEW: "已登记复核意见",
    Move.RESOLVE_BACKLOG: "已登记积案化解",
    Move.COURT_RECEIVES: "已登记法院审查受理",
    Move.COURT_EXTENDS: "已登记法院延长审查",
    Move.COURT_RULES: "已登记法院裁定",
}
"""What others did is noted, not done here."""


def carry_out(desk: Desk, case: Case, action: Action, entered: Mapping[str, Any]) -> str:
    """Does with a case what its dialog was told; says in one sentence what was done.

    Raises `Refusal` where the rules forbid it, `Unacceptable` with every problem, `Overtaken` where somebody else
    saved the case meanwhile.
    """
    store, actor, clock = desk.office.cases, desk.actor, desk.clock
    if isinstance(action, Move):
        order = Order(move=action, **entered)
        if action is Move.ON_SITE:
            _, tasks = hold_on_site(store, case.id, case.version, order, desk.deadlines, actor, clock)
            return f"已记录现场办公：{case.number}，交办 {len(tasks)} 项，当日办结。"
        handle.take(store, case.id, case.version, order, desk.deadlines, actor, clock)
    elif action is Deed.VOID:
        handle.void(store, case.id, case.version, entered[REASON], desk.deadlines, actor, clock)
    elif action is Deed.RESTORE:
        handle.restore(store, case.id, case.version, entered[REASON], desk.deadlines, actor, clock)
    else:
        separate_all(store, {case.id: case.version}, entered[REASON], desk.deadlines, actor, clock)
    return f"{_DONE.get(action, f'已{action.value}')}：{case.number}。"

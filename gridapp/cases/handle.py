"""Handling a case (办理): 受理, 办结, 重开, 作废, 恢复, 并案, 拆案; the table of moves is asked first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.domain.status import MOVES, Move, Status
from gridapp.ports import CaseStore, Save

Change = Callable[[Case], Case]


def accept(
    store: CaseStore, case_id: UUID, version: int, actor: Actor, clock: Clock, at: datetime | None = None
) -> Case:
    """Accepts a case (受理), now or at an earlier moment."""
    moment = at or clock()

    def change(case: Case) -> Case:
        _in_order(case, moment, clock(), "accepted_at", "受理时间")
        return replace(case, status=_moved(case, Move.ACCEPT), accepted_at=moment)

    return _apply(store, case_id, version, change, actor, clock, Move.ACCEPT.value, None)


def close(store: CaseStore, case_id: UUID, version: int, closing: Closing, actor: Actor, clock: Clock) -> Case:
    """Closes a case (办结) with its result; the limit in force is kept with the closing."""

    def change(case: Case) -> Case:
        status = _moved(case, Move.CLOSE)
        _in_order(case, closing.closed_at, clock(), "closed_at", "办结时间")
        if not (closing.result or "").strip():
            raise Unacceptable((Problem("result", "required", "请填写处置结果后再办结。"),))
        done = replace(closing, due_at=case.due_at)
        return replace(case, status=status, closings=(*case.closings, done))

    return _apply(store, case_id, version, change, actor, clock, Move.CLOSE.value, None)


def reopen(
    store: CaseStore,
    case_id: UUID,
    version: int,
    reason: str,
    actor: Actor,
    clock: Clock,
    at: datetime | None = None,
) -> Case:
    """Reopens a closed case (重开) for a reason; the earlier closing stays on record."""
    moment = at or clock()

    def change(case: Case) -> Case:
        status = _moved(case, Move.REOPEN)
        _in_order(case, moment, clock(), "reopened_at", "重开时间")
        last = replace(case.closings[-1], reopened_at=moment, reopen_reason=reason)
        return replace(case, status=status, closings=(*case.closings[:-1], last))

    return _apply(store, case_id, version, change, actor, clock, Move.REOPEN.value, _said(reason))


def void(store: CaseStore, case_id: UUID, version: int, reason: str, actor: Actor, clock: Clock) -> Case:
    """Takes a case out of all counting (作废) for a reason; it stays on file."""

    def change(case: Case) -> Case:
        if case.excluded is not None:
            raise Refusal(f"{case.number} 已经作废或并案，不必再作废。")
        return replace(case, excluded=Exclusion(at=clock(), reason=reason))

    return _apply(store, case_id, version, change, actor, clock, "作废", _said(reason))


def restore(store: CaseStore, case_id: UUID, version: int, reason: str, actor: Actor, clock: Clock) -> Case:
    """Takes a voiding or a merging back (恢复, 拆案); everything counts again as before."""

    def change(case: Case) -> Case:
        if case.excluded is None:
            raise Refusal(f"{case.number} 没有作废或并案，不需要恢复。")
        return replace(case, excluded=None)

    return _apply(store, case_id, version, change, actor, clock, "恢复", _said(reason))


def merge(store: CaseStore, case_id: UUID, version: int, into: UUID, reason: str, actor: Actor, clock: Clock) -> Case:
    """Merges a duplicate into another case (并案); both numbers stay, only one counts."""

    def change(case: Case) -> Case:
        if case.excluded is not None:
            raise Refusal(f"{case.number} 已经作废或并案，不能再并案。")
        if into == case.id:
            raise Refusal("不能把一件并入它自己，请选择另一件。")
        return replace(case, excluded=Exclusion(at=clock(), reason=reason, merged_into=into))

    def check_target(target: Case, case: Case) -> None:
        if target.kind is not case.kind or target.town != case.town:
            raise Refusal("只能并入同一乡镇的同类案件，请重新选择。")
        if target.excluded is not None:
            raise Refusal(f"{target.number} 已经作废或并案，不能并入它。")

    return _apply(store, case_id, version, change, actor, clock, "并案", _said(reason), (into, check_target))


def _apply(
    store: CaseStore,
    case_id: UUID,
    version: int,
    change: Change,
    actor: Actor,
    clock: Clock,
    action: str,
    reason: str | None,
    other: tuple[UUID, Callable[[Case, Case], None]] | None = None,
) -> Case:
    with store.transaction() as writer:
        before = writer.load(case_id)
        if before.version != version:
            raise Overtaken(f"{before.number} 刚被他人修改过，请先查看修改后的内容再操作。")
        if other is not None:
            target, check = other
            check(writer.load(target), before)
        after = change(before)
        writer.save([Save(before, after, action, reason)], actor, clock())
    return replace(after, version=version + 1)


def _moved(case: Case, move: Move) -> Status:
    """The state to which a move leads; raises `Refusal` where it is not lawful in the present one."""
    if case.excluded is not None:
        raise Refusal(f"{case.number} 已经作废或并案，请先恢复再{move.value}。")
    allowed = MOVES[case.status]
    if move not in allowed:
        choices = "、".join(allowed) or "查看"
        raise Refusal(f"{case.number} 现在是“{case.status.label}”，不能{move.value}；现在可以{choices}。")
    return allowed[move]


def _in_order(case: Case, moment: datetime, now: datetime, field: str, name: str) -> None:
    """Raises `Unacceptable` for a moment in the future or before what happened last."""
    last = case.closings[-1] if case.closings else None
    earlier = (case.accepted_at or case.reported_at) if last is None else last.reopened_at or last.closed_at
    if moment > now:
        raise Unacceptable((Problem(field, "future", f"{name}不能晚于现在。"),))
    if moment < earlier:
        raise Unacceptable((Problem(field, "order", f"{name}不能早于上一步的时间。"),))


def _said(reason: str) -> str:
    if not reason.strip():
        raise Unacceptable((Problem("reason", "required", "请填写原因。"),))
    return reason.strip()

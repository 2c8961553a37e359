"""Handling a case (办理): every move of its course, and 作废 and 恢复."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.dispute.referral import followed
from gridapp.cases.order import Order
from gridapp.cases.procedures import procedure_of
from gridapp.cases.taken import taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.case import Case, Exclusion
from gridapp.domain.deadline import Deadlines
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, Save, Writer

Change = Callable[[Writer, Case], Case]
Following = Callable[[Writer, Save, datetime], Iterable[Save]]


def take(
    store: CaseStore, case_id: UUID, version: int, order: Order, deadlines: Deadlines, actor: Actor, clock: Clock
) -> Case:
    """Makes a move with the case that its editor saw in `version`.

    Raises `Refusal` where it is not lawful now, `Unacceptable` with every problem of its particulars,
    `Overtaken` where somebody else saved the case meanwhile.
    """
    now = clock()

    def change(writer: Writer, case: Case) -> Case:
        numbered = procedure_of(case.kind).numbered(writer, case, order, now)
        after = taken(case, numbered, deadlines, actor.name, now)
        if after.status is Status.INVALID:
            refuse_if_others_were_merged_into(writer, case)
        return after

    def then(writer: Writer, save: Save, now: datetime) -> Iterable[Save]:
        yield from procedure_of(save.after.kind).opens(writer, save, order, actor.name, now)
        yield from followed(writer, [save], deadlines, actor.name, now)

    reason = order.reason.strip() or None
    return apply(store, case_id, version, change, actor, clock, order.move.value, reason, then)


def void(
    store: CaseStore, case_id: UUID, version: int, reason: str, deadlines: Deadlines, actor: Actor, clock: Clock
) -> Case:
    """Takes a case out of all counting (作废) for a reason; it stays on file."""

    def change(writer: Writer, case: Case) -> Case:
        if case.excluded is not None:
            raise Refusal(f"{case.number} 已经作废或并案，不必再作废。")
        refuse_if_others_were_merged_into(writer, case)
        return replace(case, excluded=Exclusion(at=clock(), reason=reason))

    return apply(store, case_id, version, change, actor, clock, "作废", said(reason), _following(deadlines, actor))


def restore(
    store: CaseStore, case_id: UUID, version: int, reason: str, deadlines: Deadlines, actor: Actor, clock: Clock
) -> Case:
    """Takes a voiding or a merging back (恢复, 拆案); everything counts again as before."""

    def change(_: Writer, case: Case) -> Case:
        if case.excluded is None:
            raise Refusal(f"{case.number} 没有作废或并案，不需要恢复。")
        return replace(case, excluded=None)

    return apply(store, case_id, version, change, actor, clock, "恢复", said(reason), _following(deadlines, actor))


def apply(
    store: CaseStore,
    case_id: UUID,
    version: int,
    change: Change,
    actor: Actor,
    clock: Clock,
    action: str,
    reason: str | None,
    then: Following | None = None,
) -> Case:
    """Saves what a change makes of the case that its editor saw in `version`, and of others by it (`then`).

    Raises `Overtaken` where somebody else saved it meanwhile, and whatever the change itself refuses.
    """
    now = clock()
    with store.transaction() as writer:
        before = writer.load(case_id)
        if before.version != version:
            raise Overtaken(f"{before.number} 刚被他人修改过，请先查看修改后的内容再操作。")
        after = change(writer, before)
        save = Save(before, after, action, reason)
        writer.save([save, *(then(writer, save, now) if then else ())], actor, now)
    return replace(after, version=version + 1)


def _following(deadlines: Deadlines, actor: Actor) -> Following:
    """What a change makes of the case from which the changed one came (转矛盾纠纷)."""
    return lambda writer, save, now: followed(writer, [save], deadlines, actor.name, now)


def refuse_if_others_were_merged_into(writer: Writer, case: Case) -> None:
    """Raises `Refusal` for a case that others rely on: they would count nowhere any more."""
    merged = writer.merged_into(case.id)
    if merged:
        raise Refusal(f"{merged[0].number} 已并入 {case.number}，请先拆案，再处理 {case.number}。")


def said(reason: str) -> str:
    """A reason without blanks around it; raises `Unacceptable` where there is none."""
    if not reason.strip():
        raise Unacceptable((Problem("reason", "required", "请填写原因。"),))
    return reason.strip()

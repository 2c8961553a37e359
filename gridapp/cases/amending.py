"""Changing what is written of a case (修改, 更正): one way for every kind that has a form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from gridapp.cases.permission import why_no_amending
from gridapp.cases.taken import step_limit
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, Save, Writer

CaseT = TypeVar("CaseT", bound=Case)


def amend_case(
    store: CaseStore,
    record: type[CaseT],
    case_id: UUID,
    version: int,
    changed: Callable[[CaseT, datetime], CaseT],
    reason: str,
    deadlines: Deadlines,
    actor: Actor,
    clock: Clock,
) -> CaseT:
    """Saves what `changed` makes of the case that its editor saw in `version`; with a reason it is a 更正.

    Raises what `changed` raises, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is voided,
    merged, archived, or of another kind.
    """
    now = clock()
    with store.transaction() as writer:
        before = as_seen(writer, record, case_id, version)
        after = changed(before, now)
        if after.status is Status.REPORTED:
            after = replace(after, step_due_at=step_limit(after, after.last_moment, deadlines))
        correction = reason.strip() or None
        writer.save([Save(before, after, "更正" if correction else "修改", correction)], actor, now)
    return replace(after, version=version + 1)


def as_seen(writer: Writer, record: type[CaseT], case_id: UUID, version: int) -> CaseT:
    """The case that somebody saw in `version` and wants to change; raises `Overtaken` and `Refusal` as `amend_case`."""
    case = writer.load(case_id)
    if not isinstance(case, record):
        raise Refusal(f"这条记录不是{record.kind.label}，请刷新列表后重试。")
    if case.version != version:
        raise Overtaken(f"{case.number} 刚被他人修改过，请先查看修改后的内容再保存。")
    refusal = why_no_amending(case)
    if refusal is not None:
        raise Refusal(f"{case.number} {refusal}")
    return case

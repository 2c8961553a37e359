"""Many cases changed at once (批量修改): first a preview, then the same change in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.cases.dispute.referral import followed
from gridapp.cases.event.record import draft_of, filled, problems_of_change
from gridapp.cases.order import Order
from gridapp.cases.permission import why_no_amending
from gridapp.cases.procedures import procedure_of
from gridapp.cases.taken import step_limit, taken
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.event import Event
from gridapp.domain.plain import to_plain
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, Save, Writer

MOST = 1000
"""Cases that may be changed at once."""

SETTABLE = ("unit", "handler", "chief", "source", "level", "grid", "tags")
"""The fields of an `EventDraft` that may be set on many events at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Fields set to the same value on every event (`SETTABLE`); `reason` where others have received them (更正原因)."""

    fields: Mapping[str, Any]
    reason: str = ""


Change = Settings | Order
"""What is done to every case: fields are set, or a move is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the change makes of one case: each field before and after, or why it is refused."""

    id: UUID
    version: int
    number: str
    title: str
    changes: Mapping[str, tuple[Any, Any]]
    refusal: str | None = None

    @property
    def changed(self) -> bool:
        """Whether the case becomes different."""
        return self.refusal is None and bool(self.changes)


@dataclass(frozen=True, slots=True)
class Rules:
    """By what a change is judged: the areas, the deadlines, who acts and by which clock."""

    areas: AreaTree
    deadlines: Deadlines
    actor: Actor
    clock: Clock


def preview(store: CaseStore, ids: Sequence[UUID], change: Change, rules: Rules) -> Sequence[Line]:
    """What a change would do, case by case; nothing is written.

    Raises `Refusal` where there are too many cases.
    """
    if len(ids) > MOST:
        raise Refusal(f"一次最多修改 {MOST} 件，请缩小选择范围。")
    now = rules.clock()
    found = store.load_all(ids)
    return [_line(found[case_id], change, rules, now) for case_id in ids if case_id in found]


def apply(store: CaseStore, lines: Sequence[Line], change: Change, rules: Rules) -> int:
    """Makes the change on every case of a preview that it changes, in one transaction; their number.

    Raises `Overtaken` where one of them was changed since the preview; then nothing is written.
    """
    now = rules.clock()
    wanted = {line.id: line for line in lines if line.changed}
    with store.transaction() as writer:
        found = writer.load_all(list(wanted))
        saves: list[Save] = []
        opened: list[Save] = []
        for case_id, line in wanted.items():
            before = found.get(case_id)
            if before is None or before.version != line.version:
                raise Overtaken(f"{line.number} 在预览之后被他人修改过，本次没有修改任何一件；请重新预览。")
            ordered = _numbered(writer, before, change, now)
            after = _changed(before, ordered, rules, now)
            saves.append(_save(before, after, change))
            if isinstance(ordered, Order):
                known = {save.after.number for save in opened}
                opens = procedure_of(before.kind).opens(writer, saves[-1], ordered, rules.actor.name, now)
                opened += [save for save in opens if save.after.number not in known]
        followers = followed(writer, saves, rules.deadlines, rules.actor.name, now)
        writer.save([*saves, *opened, *followers], rules.actor, now)
    return len(wanted)


def _numbered(writer: Writer, case: Case, change: Change, now: datetime) -> Change:
    """The change with the number of what it draws up (协议编号, 文书编号)."""
    if not isinstance(change, Order):
        return change
    return procedure_of(case.kind).numbered(writer, case, change, now)


def _save(before: Case, after: Case, change: Change) -> Save:
    action = change.move.value if isinstance(change, Order) else "更正" if change.reason.strip() else "修改"
    return Save(before, after, action, change.reason.strip() or None)


def _line(case: Case, change: Change, rules: Rules, now: datetime) -> Line:
    title = case.confidence.veiled_title if case.confidence else case.title
    head = Line(id=case.id, version=case.version, number=case.number, title=title, changes={})
    try:
        after = _changed(case, change, rules, now)
    except Unacceptable as refusal:
        return replace(head, refusal="；".join(problem.message.rstrip("。") for problem in refusal.problems) + "。")
    except Refusal as refusal:
        return replace(head, refusal=str(refusal))
    before_plain, after_plain = to_plain(case), to_plain(after)
    names = [name for name in {**before_plain, **after_plain} if before_plain.get(name) != after_plain.get(name)]
    return replace(head, changes={name: (before_plain.get(name), after_plain.get(name)) for name in names})


def _changed(case: Case, change: Change, rules: Rules, now: datetime) -> Case:
    if case.confidence is not None:
        # A preview would show what is closed, and nobody would know who has looked.
        raise Refusal(f"{case.confidence.label}已保密，请逐件打开办理。")
    if isinstance(change, Order):
        return taken(case, change, rules.deadlines, rules.actor.name, now)
    if not isinstance(case, Event):
        raise Refusal("批量修改字段只用于网格事件。")
    refusal = why_no_amending(case)
    if refusal is not None:
        raise Refusal(refusal)
    unknown = set(change.fields) - set(SETTABLE)
    if unknown:
        raise ValueError(f"cannot be set on many: {sorted(unknown)}")
    draft = replace(draft_of(case), **change.fields, reason=change.reason)
    problems = problems_of_change(case, draft, rules.areas, now)
    if problems:
        raise Unacceptable(problems)
    after = filled(case, draft)
    if after.status is Status.REPORTED and after.level != case.level:
        after = replace(after, step_due_at=step_limit(after, after.last_moment, rules.deadlines))
    return after

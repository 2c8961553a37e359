"""Undoing a person's last saves (撤销最近的保存) and redoing them, each by a new save; history keeps everything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Protocol
from uuid import UUID

from gridapp.cases.dispute.referral import out_of_step
from gridapp.cases.handle import refuse_if_others_were_merged_into
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.case import Case, Exclusion
from gridapp.domain.plain import Plain, from_plain, to_plain
from gridapp.domain.problem import Refusal
from gridapp.domain.replay import replayed
from gridapp.domain.striking_off import why_not_merged
from gridapp.ports import CaseStore, PastSave, Save, Writer

UNDO, REDO = "撤销", "重做"
"""The actions under which undoing and redoing stand in the history."""

KEPT_STEPS = 20
"""How many steps a person is offered to take back."""

_TAKING_A_BATCH_BACK = "撤销导入"
_PAGE = 50


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What one save did (可撤销的一步): one case as a rule, several where they were saved at once."""

    turn: int
    at: datetime
    action: str
    case_id: UUID
    number: str
    title: str
    cases: int

    @property
    def words(self) -> str:
        """The step in one line, as it is offered."""
        more = f" 等 {self.cases} 件" if self.cases > 1 else ""
        return f"{self.action} {self.number} {self.title}{more}"


class _Saves(Protocol):
    def saves_of(self, person: str, turns: int, before: int | None = None) -> Sequence[PastSave]: ...


def undoable(store: CaseStore, person: str, limit: int = KEPT_STEPS) -> Sequence[UndoStep]:
    """The last saves of a person that can be taken back, newest first."""
    steps = (_step(group) for group in _undoable(store, person))
    return [step for step, _ in zip(steps, range(limit), strict=False)]


def redoable(store: CaseStore, person: str) -> UndoStep | None:
    """The save that redoing would bring back; nothing once something else was saved."""
    group = _redoable(store, person)
    return _step(group) if group else None


def undo(store: CaseStore, actor: Actor, clock: Clock, step: UndoStep | None = None) -> Sequence[Case]:
    """Takes the person's newest save back, or the one that he chose; the cases as they now are.

    A registration is voided: its number stays used. Raises `Refusal` where nothing is left to undo, or a case was
    changed since.
    """
    with store.transaction() as writer:
        groups = _undoable(writer, actor.name)
        group = next((found for found in groups if step is None or found[0].turn == step.turn), None)
        if group is None:
            raise Refusal("没有可以撤销的保存。" if step is None else "这一步已经撤销过，请刷新后再看。")
        return _taken_back(writer, group, UNDO, actor, clock())


def redo(store: CaseStore, actor: Actor, clock: Clock) -> Sequence[Case]:
    """Takes the person's last undoing back; the cases as they now are.

    Raises `Refusal` where nothing was undone since his last save, or a case was changed since.
    """
    with store.transaction() as writer:
        group = _redoable(writer, actor.name)
        if group is None:
            raise Refusal("没有可以重做的撤销。")
        return _taken_back(writer, group, REDO, actor, clock())


Group = Sequence[PastSave]


def _groups(saves: _Saves, person: str) -> Iterator[Group]:
    """What a person saved by hand, one transaction after the other, newest first."""
    before: int | None = None
    while page := saves.saves_of(person, _PAGE, before):
        for turn, group in groupby(page, key=lambda save: save.turn):
            by_hand = [save for save in group if save.entry.action != _TAKING_A_BATCH_BACK]
            if by_hand:
                yield by_hand
            before = turn


def _undoable(saves: _Saves, person: str) -> Iterator[Group]:
    for group in _groups(saves, person):
        left = [save for save in group if not save.taken_back and save.entry.action != UNDO]
        if left:
            yield left


def _redoable(saves: _Saves, person: str) -> Group | None:
    for group in _groups(saves, person):
        action = group[0].entry.action
        if action not in (UNDO, REDO):
            return None
        left = [save for save in group if not save.taken_back]
        if action == UNDO and left:
            return left
    return None


def _step(group: Group) -> UndoStep:
    """A group is told by what it did to a case on file: a meeting on site, not the tasks that it registered."""
    first = next((past for past in group if past.entry.n > 1), group[0])
    return UndoStep(
        first.turn, first.entry.at, _what(first), first.entry.case_id, first.number, first.title, len(group)
    )


def _what(past: PastSave) -> str:
    """What a save did; of an undoing or redoing, what it undid or redid."""
    action, reason = past.entry.action, past.entry.reason
    return reason.removeprefix(action) if action in (UNDO, REDO) and reason else action


def _taken_back(writer: Writer, group: Group, action: str, actor: Actor, at: datetime) -> Sequence[Case]:
    saves = []
    for past in group:
        reason = action + _what(past)
        case = writer.load(past.entry.case_id)
        before = _before(writer, case, past)
        if before is None:
            refuse_if_others_were_merged_into(writer, case)
            after = replace(case, excluded=Exclusion(at=at, reason=reason))
        else:
            after = from_plain(case.kind, before | {"id": str(case.id), "version": case.version})
            if case.excluded is None and after.excluded is not None and after.excluded.merged_into is None:
                refuse_if_others_were_merged_into(writer, case)
            _refuse_if_its_target_has_gone(writer, case, after, past.entry.at)
        saves.append(Save(case, after, action, reason, takes_back=past.entry.n))
    _refuse_if_an_event_falls_out_of_step(writer, saves, action)
    writer.save(saves, actor, at)
    return [replace(save.after, version=save.after.version + 1) for save in saves]


def _before(writer: Writer, case: Case, past: PastSave) -> Plain | None:
    """What a case was before a save, nothing if the save registered it; raises `Refusal` if it was changed since."""
    history = writer.history(case.id)
    present = {name: value for name, value in to_plain(case).items() if name not in ("id", "version")}
    then = present
    for entry in reversed(history[past.entry.n :]):
        then = replayed(then, entry.changes, backwards=True)
    if then != present:
        last = history[-1]
        who = "一次导入" if last.batch else last.person
        raise Refusal(f"{case.number} 在这次保存之后又被{who}改动过（{last.action}），不能撤销；请打开这一件直接修改。")
    if past.entry.n == 1:
        return None
    return replayed(then, past.entry.changes, backwards=True)


def _refuse_if_an_event_falls_out_of_step(writer: Writer, saves: Sequence[Save], action: str) -> None:
    """An event of several disputes may have gone on, or begun to wait, since one of them was saved (转办中)."""
    event = out_of_step(writer, saves)
    if event is not None:
        numbers = "、".join(save.after.number for save in saves if save.after.id != event.id)
        raise Refusal(f"{action}后，{event.number} 与由它转出的纠纷会对不上，不能{action}；请打开 {numbers} 直接办理。")


def _refuse_if_its_target_has_gone(writer: Writer, before: Case, after: Case, since: datetime) -> None:
    """A merging comes back only if the case that it leads to was not itself taken out, or struck off (销号), since."""
    if after.excluded is None or after.excluded.merged_into is None or after.excluded == before.excluded:
        return
    target = writer.load(after.excluded.merged_into)
    if target.excluded is not None and target.excluded.at > since:
        raise Refusal(f"{target.number} 已经作废或并案，{after.number} 不能再并入它。")
    refusal = why_not_merged(after, target)
    if refusal is not None:
        raise Refusal(refusal)

"""Everything that happened to a case, as one line of time (办理经过): steps, changes, files, limits, rounds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gridapp.cases.undo import REDO, UNDO
from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.ports import HistoryEntry
from ui.cases.field_words import name_of, value_of
from ui.handling.dispute_step_words import DISPUTE_STEPS
from ui.handling.hazard_step_words import HAZARD_STEPS
from ui.handling.petition_step_words import PETITION_STEPS
from ui.handling.step_names import StepWords
from ui.handling.step_words import lines_of_step

STEPS: Mapping[Kind, StepWords] = {
    Kind.DISPUTE: DISPUTE_STEPS,
    Kind.PETITION: PETITION_STEPS,
    Kind.HAZARD: HAZARD_STEPS,
}
"""What the steps of each kind tell in its own words."""

_TOLD_BY_STEPS = frozenset({"steps", "status", "step_due_at", "accepted_at", "closings", "supervision"})
_AMENDING = frozenset({"修改", "更正"})
_BACK_AND_FORTH = frozenset({UNDO, REDO})
_COURSE = frozenset({"登记", "当场调解", "导入", "作废", "恢复", "并案", "拆案"})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that happened: when, what, by whom, and what is told about it, each line with its name.

    `recorded_at` is when it was written down, if that was on another day; `undone` that it was taken back since;
    `is_course` that it belongs to the handling, not to the mending of what was written.
    """

    at: datetime
    title: str
    person: str
    round: int
    lines: Sequence[tuple[str, str]] = field(default=())
    files: Sequence[Mapping[str, Any]] = field(default=())
    recorded_at: datetime | None = None
    undone: bool = False
    is_course: bool = True


def timeline(kind: Kind, history: Sequence[HistoryEntry], areas: AreaTree) -> Sequence[Item]:
    """What happened to a case, newest first."""
    undone = {entry.takes_back for entry in history if entry.takes_back is not None}
    items: list[Item] = []
    rounds = 1
    for entry in history:
        for item in _items(kind, entry, areas, rounds, undone=entry.n in undone):
            items.append(item)
            if item.title == Move.REOPEN.value and not item.undone:
                rounds += 1
    return items[::-1]


def _items(kind: Kind, entry: HistoryEntry, areas: AreaTree, rounds: int, *, undone: bool) -> Iterator[Item]:
    person = f"{entry.person}（{entry.workstation}）" if entry.workstation else entry.person
    fresh = () if entry.action in _BACK_AND_FORTH else _added(entry, "steps")
    files = _added(entry, "attachments")
    if not fresh:
        yield Item(
            at=entry.at,
            title=entry.action,
            person=person,
            round=rounds,
            lines=tuple(_lines_of_entry(kind, entry, areas)),
            files=files,
            undone=undone,
            is_course=entry.action in _COURSE,
        )
        return
    for place, step in enumerate(fresh):
        at = datetime.fromisoformat(step["at"])
        last = place == len(fresh) - 1
        lines = list(_told(kind, entry, step))
        if last:
            told = _TOLD_BY_STEPS | (STEPS[kind].told if kind in STEPS else frozenset())
            lines += _changes(kind, entry, areas, told | {"attachments", "unit", "handler", "quantities"})
            lines += _quantities(entry, areas)
        if place == 0 and entry.action in _COURSE:
            lines = [*_number(entry), *lines]
        yield Item(
            at=at,
            title=step["move"],
            person=person,
            round=rounds + (1 if step["move"] == Move.REOPEN.value else 0),
            lines=tuple(lines),
            files=files if last else (),
            recorded_at=entry.at if day_of(entry.at) != day_of(at) else None,
            undone=undone,
        )


def _told(kind: Kind, entry: HistoryEntry, step: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    closing = _closing_of(entry, step)
    own = STEPS.get(kind)
    return own.lines(step, entry.changes, closing) if own else lines_of_step(step, closing)


def _lines_of_entry(kind: Kind, entry: HistoryEntry, areas: AreaTree) -> Iterator[tuple[str, str]]:
    if entry.reason:
        yield (f"{entry.action}原因" if entry.action not in _BACK_AND_FORTH else "内容", entry.reason)
    if entry.n == 1:
        yield from _number(entry)
        for name in ("late_reason", "first_receiver", "closings"):
            new = entry.changes.get(name, (None, None))[1]
            if new:
                yield (name_of(kind, name) or name, value_of(name, new, areas))
        return
    skipped = {"attachments"} if entry.action not in _AMENDING else set()
    if entry.action in _COURSE:
        skipped |= {"excluded"}
    yield from _changes(kind, entry, areas, skipped | {"steps"})


def _changes(
    kind: Kind, entry: HistoryEntry, areas: AreaTree, skipped: frozenset[str] | set[str]
) -> Iterator[tuple[str, str]]:
    for name, (old, new) in entry.changes.items():
        label = name_of(kind, name)
        if label is not None and name not in skipped and entry.n > 1:
            yield (label, f"{value_of(name, old, areas)} → {value_of(name, new, areas)}")


def _quantities(entry: HistoryEntry, areas: AreaTree) -> Iterator[tuple[str, str]]:
    fresh = _added(entry, "quantities")
    if fresh:
        yield ("处置数量", value_of("quantities", fresh, areas))


def _number(entry: HistoryEntry) -> Iterator[tuple[str, str]]:
    number = entry.changes.get("number", (None, None))[1]
    if number:
        yield ("编号", str(number))


def _added(entry: HistoryEntry, name: str) -> Sequence[Mapping[str, Any]]:
    """What an entry added to the end of a list."""
    old, new = (value or () for value in entry.changes.get(name, ((), ())))
    return new[len(old) :] if list(new[: len(old)]) == list(old) else ()


def _closing_of(entry: HistoryEntry, step: Mapping[str, Any]) -> Mapping[str, Any] | None:
    new = entry.changes.get("closings", (None, None))[1] or ()
    return next((closing for closing in new if closing["closed_at"] == step["at"]), None)

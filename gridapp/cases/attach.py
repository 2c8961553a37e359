"""Attaching files to a case (附件) and taking them off it; history keeps what was taken off."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from gridapp.cases.handle import apply, said
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.attachment import Attachment
from gridapp.domain.case import Case
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.ports import Attachments, CaseStore, Writer

AT_ONCE = 10
"""How many files may be attached at a time (domain.md §1.7)."""

_FIELD = "attachments"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be attached, with its name alone, without folders."""

    name: str
    data: bytes


def kept(
    attachments: Attachments, files: Sequence[NewFile], present: Collection[Attachment], actor: Actor, clock: Clock
) -> tuple[Attachment, ...]:
    """Keeps the contents of new files beside those present; what a form or a case then names.

    Raises `Unacceptable` with every problem of their names and number, `Refusal` for a file that is empty or too
    large.
    """
    problems = tuple(problems_of([file.name for file in files], [file.name for file in present]))
    if problems:
        raise Unacceptable(problems)
    now = clock()
    return tuple(
        Attachment(
            name=file.name,
            sha256=attachments.put(file.data),
            size=len(file.data),
            added_at=now,
            added_by=actor.name,
        )
        for file in files
    )


def problems_of(names: Sequence[str], present: Collection[str]) -> Iterator[Problem]:
    """What is wrong with attaching files of some names beside those present (domain.md §1.7)."""
    if len(names) > AT_ONCE:
        yield Problem(_FIELD, "many", f"一次最多添加 {AT_ONCE} 个附件，请分次添加。")
    taken = {_same(name) for name in present}
    for name in names:
        if not name.strip():
            yield Problem(_FIELD, "name", "附件没有文件名，请改名后再添加。")
        elif _same(name) in taken:
            yield Problem(_FIELD, "name", f"已有同名附件“{name}”，请改名后再添加。")
        taken.add(_same(name))


def attach(
    store: CaseStore,
    attachments: Attachments,
    case_id: UUID,
    version: int,
    files: Sequence[NewFile],
    actor: Actor,
    clock: Clock,
) -> Case:
    """Attaches files to a case that is on file; raises as `kept` does, and `Overtaken`."""
    new = kept(attachments, files, store.load(case_id).attachments, actor, clock)

    def change(_: Writer, case: Case) -> Case:
        _refuse_excluded(case)
        problems = tuple(problems_of([file.name for file in new], [file.name for file in case.attachments]))
        if problems:
            raise Unacceptable(problems)
        return replace(case, attachments=(*case.attachments, *new))

    return apply(store, case_id, version, change, actor, clock, "添加附件", None)


def detach(store: CaseStore, case_id: UUID, version: int, name: str, reason: str, actor: Actor, clock: Clock) -> Case:
    """Takes a file off a case for a reason; its content stays, since history names it.

    Raises `Refusal` for a file that proves a step (佐证): without it the step would not have been lawful.
    """

    def change(_: Writer, case: Case) -> Case:
        _refuse_excluded(case)
        file = next((file for file in case.attachments if file.name == name), None)
        if file is None:
            raise Refusal(f"{case.number} 没有附件“{name}”，请刷新后再看。")
        if file.step is not None:
            raise Refusal(f"“{name}”是第 {file.step} 步的佐证，不能移除。")
        return replace(case, attachments=tuple(other for other in case.attachments if other is not file))

    return apply(store, case_id, version, change, actor, clock, "移除附件", said(reason))


def _refuse_excluded(case: Case) -> None:
    if case.excluded is not None:
        raise Refusal(f"{case.number} 已经作废或并案，请先恢复再添加或移除附件。")


def _same(name: str) -> str:
    """A name as Windows compares it: whatever the case of its letters and the form of its characters."""
    return unicodedata.normalize("NFC", name).casefold().strip()

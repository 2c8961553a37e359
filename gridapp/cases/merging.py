"""Merging duplicates (并案) and separating them again (拆案): every number stays, only one case counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.dispute.referral import followed
from gridapp.cases.handle import said
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.attachment import Attachment
from gridapp.domain.case import Case, Exclusion
from gridapp.domain.deadline import Deadlines
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Overtaken, Refusal
from gridapp.domain.striking_off import why_not_merged
from gridapp.ports import CaseStore, Save, Writer


def merge(
    store: CaseStore,
    case_id: UUID,
    version: int,
    into: UUID,
    reason: str,
    deadlines: Deadlines,
    actor: Actor,
    clock: Clock,
) -> Case:
    """Merges a duplicate into another case; both numbers stay, only one counts."""
    return merge_all(store, {case_id: version}, into, reason, deadlines, actor, clock)[0]


def merge_all(
    store: CaseStore,
    doubles: Mapping[UUID, int],
    into: UUID,
    reason: str,
    deadlines: Deadlines,
    actor: Actor,
    clock: Clock,
) -> Sequence[Case]:
    """Merges several duplicates, each in the version that its editor saw, into one case: all of them or none.

    Raises `Unacceptable` without a reason, `Overtaken` where one was saved by somebody else meanwhile, `Refusal`
    where one cannot be merged.
    """
    words, now = said(reason), clock()
    with store.transaction() as writer:
        target = writer.load(into)
        saves = []
        for case_id, version in doubles.items():
            case = writer.load(case_id)
            if case.version != version:
                raise Overtaken(f"{case.number} 刚被他人修改过，请先查看修改后的内容再操作。")
            _refuse_unfit(case, target)
            gone = replace(case, excluded=Exclusion(at=now, reason=words, merged_into=into))
            saves.append(Save(case, gone, "并案", f"{words}（并入 {target.number}）"))
        return _saved(writer, saves, deadlines, actor, now)


def separate_all(
    store: CaseStore, doubles: Mapping[UUID, int], reason: str, deadlines: Deadlines, actor: Actor, clock: Clock
) -> Sequence[Case]:
    """Takes mergings back (拆案), all of them or none; each case is as it was before and counts again.

    Raises as `merge_all` does.
    """
    words, now = said(reason), clock()
    with store.transaction() as writer:
        saves = []
        for case_id, version in doubles.items():
            case = writer.load(case_id)
            if case.version != version:
                raise Overtaken(f"{case.number} 刚被他人修改过，请先查看修改后的内容再操作。")
            if case.excluded is None or case.excluded.merged_into is None:
                raise Refusal(f"{case.number} 没有并入其他案件，不需要拆案。")
            saves.append(Save(case, replace(case, excluded=None), "拆案", words))
        return _saved(writer, saves, deadlines, actor, now)


def _saved(writer: Writer, saves: Sequence[Save], deadlines: Deadlines, actor: Actor, now: datetime) -> Sequence[Case]:
    """Writes the changes with what they make of the cases from which theirs came; the cases as they now are."""
    writer.save([*saves, *followed(writer, saves, deadlines, actor.name, now)], actor, now)
    return [replace(save.after, version=save.after.version + 1) for save in saves]


def surviving(store: CaseStore, case: Case) -> Case:
    """The case that a merged one is part of now, through however many mergings; itself if it was not merged."""
    while case.excluded is not None and case.excluded.merged_into is not None:
        case = store.load(case.excluded.merged_into)
    return case


def found_by_number(store: CaseStore, town: str, kind: Kind, number: str) -> tuple[Case, Case]:
    """The case that bears a number and the one that it is part of now; the same one unless it was merged.

    Raises `Refusal` where no case bears the number.
    """
    case = store.by_number(town, kind, [number]).get(number)
    if case is None:
        raise Refusal(f"没有编号为 {number} 的{kind.label}，请核对编号。")
    return case, surviving(store, case)


def merged_cases(store: CaseStore, case: Case) -> Iterator[Case]:
    """Every case that was merged into a case, directly or through another one."""
    for double in store.merged_into(case.id):
        yield double
        yield from merged_cases(store, double)


def attachments_of(store: CaseStore, case: Case) -> Sequence[tuple[Case, Attachment]]:
    """The attachments of a case, and those that merged cases brought along, each with the case it stands with."""
    return [(owner, file) for owner in (case, *merged_cases(store, case)) for file in owner.attachments]


def _refuse_unfit(case: Case, target: Case) -> None:
    if case.excluded is not None:
        raise Refusal(f"{case.number} 已经作废或并案，不能再并案。")
    if case.id == target.id:
        raise Refusal("不能把一件并入它自己，请选择另一件。")
    if target.kind is not case.kind or target.town != case.town:
        raise Refusal("只能并入同一乡镇的同类案件，请重新选择。")
    if target.excluded is not None:
        raise Refusal(f"{target.number} 已经作废或并案，不能并入它。")
    refusal = why_not_merged(case, target)
    if refusal is not None:
        raise Refusal(refusal)

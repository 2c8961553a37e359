"""Entering into a register (登记), amending (修改), and taking off the list (移出)."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.late import kept_late_reason
from gridapp.cases.permission import why_no_amending
from gridapp.cases.register.draft import EntryDraft, check, columns_of, problems_of_new
from gridapp.counting.rules import postings_of
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.campaign import Campaign
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.domain.registers.entry import filled, title_of
from gridapp.domain.registers.standing import Standing, status_of
from gridapp.ports import CaseStore, Save, Writer


def record(
    store: CaseStore, areas: AreaTree, draft: EntryDraft, actor: Actor, clock: Clock, draft_id: UUID | None = None
) -> Case:
    """Saves a new entry under a number of its own; the kept draft with `draft_id` is thrown away with the saving.

    Raises `Unacceptable` with every problem at once.
    """
    now = clock()
    problems = problems_of_new(draft, areas, now)
    if problems:
        raise Unacceptable(problems)
    with store.transaction() as writer:
        entry = put_on_file(writer, draft, actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return entry


def put_on_file(writer: Writer, draft: EntryDraft, actor: Actor, now: datetime) -> Case:
    """Writes an entry that was found to be without problems.

    Raises `Unacceptable` where the record that it names is gone.
    """
    (entry,) = put_together_on_file(writer, [draft], actor, now)
    return entry


def put_together_on_file(writer: Writer, drafts: Sequence[EntryDraft], actor: Actor, now: datetime) -> Sequence[Case]:
    """Writes entries that were found to be without problems in one save, so that one undoing takes all of them back.

    Raises `Unacceptable` where a record that one of them names is gone.
    """
    entries = []
    for draft in drafts:
        _refuse_a_wrong_source(writer, draft)
        _put_campaign_on_file(writer, draft, now)
        number = writer.next_number(draft.town, draft.kind, day_of(draft.entered["reported_at"]))
        entries.append(replace(_entered(draft, number, now), first_receiver=actor.name))
    writer.save([Save(None, entry, "登记") for entry in entries], actor, now)
    return [replace(entry, version=1) for entry in entries]


def problems_of_change(entry: Case, draft: EntryDraft, areas: AreaTree, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a saved entry's changes; what has been counted is taken back only for a reason (更正原因)."""
    problems = check(draft, areas, now)
    if not problems and not draft.reason.strip() and postings_of(entry) - postings_of(_changed(entry, draft)):
        return (Problem("reason", "required", "这次修改会改变已经统计的数字，请写明更正原因。"),)
    return problems


def amend(
    store: CaseStore,
    areas: AreaTree,
    deadlines: Deadlines,
    case_id: UUID,
    version: int,
    draft: EntryDraft,
    actor: Actor,
    clock: Clock,
) -> Case:
    """Saves changes to the entry that the editor saw in `version`.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is
    voided.
    """

    def changed(before: Case, now: datetime) -> Case:
        problems = problems_of_change(before, draft, areas, now)
        if problems:
            raise Unacceptable(problems)
        return _changed(before, draft)

    kind = RECORDS[draft.kind]
    return amend_case(store, kind, case_id, version, changed, draft.reason, deadlines, actor, clock)


def finish(
    store: CaseStore, case_id: UUID, version: int, at: datetime, reason: str, actor: Actor, clock: Clock
) -> Standing:
    """Takes what stands in a register off the list (移出) as of a moment, for a reason.

    Raises `Unacceptable` in the names of `removed_at` and `removed_reason`, `Overtaken`, and `Refusal` where it is off
    the list already, voided, or does not stand in a register.
    """
    now = clock()
    with store.transaction() as writer:
        before = writer.load(case_id)
        if not isinstance(before, Standing):
            raise Refusal(f"{before.number} 不在名录中，不能移出。")
        if before.version != version:
            raise Overtaken(f"{before.number} 刚被他人修改过，请先查看修改后的内容再保存。")
        refusal = "已经移出。" if before.removed_at is not None else why_no_amending(before)
        if refusal is not None:
            raise Refusal(f"{before.number} {refusal}")
        problems = tuple(_problems_of_the_end(before, at, reason, now))
        if problems:
            raise Unacceptable(problems)
        after = replace(before, removed_at=at, removed_reason=reason.strip())
        after = replace(after, status=status_of(after))
        writer.save([Save(before, after, "移出", reason.strip())], actor, now)
    return replace(after, version=version + 1)


def _problems_of_the_end(entry: Standing, at: datetime, reason: str, now: datetime) -> Iterator[Problem]:
    if at > now and entry.kind is not Kind.RESPONSIBILITY:
        yield Problem("removed_at", "future", "移出时间不能晚于现在。")
    if at < entry.reported_at:
        yield Problem("removed_at", "order", "移出时间不能早于列入时间。")
    if not reason.strip():
        yield Problem("removed_reason", "required", "请填写移出原因。")


def draft_of(entry: Case) -> EntryDraft:
    """A saved entry as the form shows it."""
    names = [*(column.field for column in columns_of(entry.kind)), "promises"]
    told = {name: getattr(entry, name, None) for name in names if name != "source_case"}
    return EntryDraft(
        kind=entry.kind,
        town=entry.town,
        values={name: value for name, value in told.items() if value not in (None, "", ())},
        source_case=entry.source_case,
        attachments=entry.attachments,
        late_reason=entry.late_reason or "",
    )


def _entered(draft: EntryDraft, number: str, now: datetime) -> Case:
    values = draft.entered
    blank = RECORDS[draft.kind](
        id=case_id_at(now),
        town=draft.town,
        number=number,
        title=title_of(draft.kind, values),
        reported_at=values["reported_at"],
        registered_at=now,
        late_reason=kept_late_reason(values["reported_at"], draft.late_reason, now),
        attachments=draft.attachments,
    )
    return filled(blank, values)


def _changed(entry: Case, draft: EntryDraft) -> Case:
    """An entry with what a draft says; a field of its form that was emptied is empty again."""
    names = [*(column.field for column in columns_of(entry.kind)), "promises", "source_case"]
    emptied: dict[str, Any] = {
        one.name: one.default for one in fields(entry) if one.name in names and one.name not in ("title", "reported_at")
    }
    return replace(filled(entry, {**emptied, **draft.entered}), attachments=draft.attachments)


def _refuse_a_wrong_source(writer: Writer, draft: EntryDraft) -> None:
    """What a form names as its object must be on file, of a kind that its column is for."""
    column = next((column for column in columns_of(draft.kind) if column.type == "case"), None)
    if draft.source_case is None or column is None:
        return
    found = writer.load_all([draft.source_case]).get(draft.source_case)
    if found is None or found.kind.value not in column.of or found.town != draft.town:
        wrong = Problem("source_case", "unknown", f"{column.heading}没有对应的记录，请重新选择。")
        raise Unacceptable((wrong,))


def _put_campaign_on_file(writer: Writer, draft: EntryDraft, now: datetime) -> None:
    name = draft.entered.get("campaign")
    if name is not None:
        writer.campaigns(draft.town, [Campaign(id=case_id_at(now), town=draft.town, name=name)])

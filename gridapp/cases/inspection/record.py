"""Keeping an inspection with its hazards and its notice (检查登记): all of it in one transaction, or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.hazard.registered import registered
from gridapp.cases.inspection.draft import InspectionDraft, problems_of_new, refuse_problems
from gridapp.cases.inspection.issued import issued
from gridapp.cases.inspection.places import placed
from gridapp.cases.inspection.visit import filled
from gridapp.cases.late import kept_late_reason
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.place import Place
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, PlaceBook, Save, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What was put on file at once: the inspection, its hazards in the order of the findings, its notice if any."""

    inspection: Inspection
    hazards: tuple[Hazard, ...]
    notice: Notice | None


def record(
    store: CaseStore,
    areas: AreaTree,
    places: PlaceBook,
    deadlines: Deadlines,
    draft: InspectionDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Inspected:
    """Saves an inspection that took place, with all that it found; a kept draft with `draft_id` goes with the saving.

    Raises `Unacceptable` with every problem at once.
    """
    now = clock()
    held_at = refuse_problems(problems_of_new(draft, areas, places, now), draft)
    with store.transaction() as writer:
        number = writer.next_number(draft.town, Kind.INSPECTION, day_of(held_at))
        blank = _blank(draft.town, number, held_at, actor, now)
        done = _inspected(writer, blank, draft, held_at, places, deadlines, actor, now)
        writer.save([Save(None, done.inspection, "登记"), *_opened(done)], actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return _saved(done)


def hold(
    store: CaseStore,
    areas: AreaTree,
    places: PlaceBook,
    deadlines: Deadlines,
    case_id: UUID,
    version: int,
    draft: InspectionDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Inspected:
    """Saves what the visit came to that was filed (已报备) and that the editor saw in `version`; now it counts.

    Raises as `record` does, `Refusal` where nothing is filed that could be held, `Overtaken` where somebody else saved
    it meanwhile.
    """
    now = clock()
    held_at = refuse_problems(problems_of_new(draft, areas, places, now), draft)
    with store.transaction() as writer:
        plan = writer.load(case_id)
        if not isinstance(plan, Inspection) or plan.status is not Status.FILED or plan.excluded is not None:
            raise Refusal(f"{plan.number} 不是待检查的报备，不能登记检查结果。")
        if plan.version != version:
            raise Overtaken(f"{plan.number} 刚被他人修改过，请先查看修改后的内容再保存。")
        done = _inspected(writer, plan, draft, held_at, places, deadlines, actor, now)
        writer.save([Save(plan, done.inspection, "检查"), *_opened(done)], actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return _saved(done)


def _blank(town: str, number: str, at: datetime, actor: Actor, now: datetime) -> Inspection:
    return Inspection(
        id=case_id_at(now),
        town=town,
        number=number,
        title="",
        reported_at=at,
        registered_at=now,
        first_receiver=actor.name,
    )


def _inspected(
    writer: Writer,
    before: Inspection,
    draft: InspectionDraft,
    held_at: datetime,
    places: PlaceBook,
    deadlines: Deadlines,
    actor: Actor,
    now: datetime,
) -> Inspected:
    place = _place(writer, draft, places, actor, now)
    inspection = replace(
        filled(before, draft, place, held_at),
        checks=draft.checks,
        result=_result(draft),
        attachments=draft.attachments,
        status=Status.RECORDED,
        late_reason=kept_late_reason(held_at, draft.late_reason, now),
    )
    notice = None if draft.notice is None else issued(writer, inspection, draft.notice, now)
    ordered = notice is not None and notice.category == NoticeKind.ORDER
    hazards = tuple(
        registered(
            finding,
            place,
            writer.next_number(draft.town, Kind.HAZARD, day_of(held_at)),
            held_at,
            draft.inspectors,
            deadlines,
            actor.name,
            now,
            notice_number=notice.number if notice is not None and ordered else "",
            due_at=notice.due_at if notice is not None else None,
            village=inspection.village,
            grid=inspection.grid,
            campaign=draft.campaign,
            source_case=inspection.id,
            late_reason=draft.late_reason,
        )
        for finding in draft.findings
    )
    return Inspected(inspection=inspection, hazards=hazards, notice=notice)


def _result(draft: InspectionDraft) -> str:
    """The result (检查结果), in the ledgers' own words where the inspectors did not say what they found."""
    told = draft.result.strip()
    units = Counter(finding.counting_unit for finding in draft.findings)
    found = "、".join(f"{units[unit]}{unit}" for unit in CountingUnit if units[unit])
    said = f"发现隐患{found}" if found else "未发现隐患"
    return told if "隐患" in told else "，".join(filter(None, (said, told)))


def _place(writer: Writer, draft: InspectionDraft, places: PlaceBook, actor: Actor, now: datetime) -> Place:
    if draft.new_place is None:
        if draft.place is None:
            raise Unacceptable((Problem("place", "required", "请选择场所。"),))
        return places.load(draft.place)
    place = placed(draft.new_place, case_id_at(now))
    writer.add_places([place], actor, now)
    return place


def _opened(done: Inspected) -> Sequence[Save]:
    notices = [Save(None, done.notice, "开具")] if done.notice is not None else []
    return [*(Save(None, hazard, "登记") for hazard in done.hazards), *notices]


def _saved(done: Inspected) -> Inspected:
    return Inspected(
        inspection=replace(done.inspection, version=done.inspection.version + 1),
        hazards=tuple(replace(hazard, version=1) for hazard in done.hazards),
        notice=None if done.notice is None else replace(done.notice, version=1),
    )

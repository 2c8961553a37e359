"""Keeping an inspection with its hazards and its notice (检查登记): all of it in one transaction, or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.hazard.registered import registered
from gridapp.cases.inspection.draft import InspectionDraft, NoticeDraft, check, problems_of_new
from gridapp.cases.inspection.notice_number import number_for
from gridapp.cases.inspection.places import placed
from gridapp.cases.late import is_late
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import CountingUnit, Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.inspection import Inspection, Nature
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.place import Place
from gridapp.domain.problem import Overtaken, Problem, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, KnownPlaces, PlaceBook, Save, Writer


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
    held_at = _held_at(problems_of_new(draft, areas, places, now), draft)
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
    held_at = _held_at(problems_of_new(draft, areas, places, now), draft)
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


def amend(
    store: CaseStore,
    areas: AreaTree,
    places: PlaceBook,
    deadlines: Deadlines,
    case_id: UUID,
    version: int,
    draft: InspectionDraft,
    actor: Actor,
    clock: Clock,
) -> Inspection:
    """Saves changes to the inspection that the editor saw in `version`; its hazards and notice are changed themselves.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is
    voided or not held yet.
    """

    def changed(before: Inspection, now: datetime) -> Inspection:
        if before.status is Status.FILED:
            raise Refusal(f"{before.number} 还没有检查，请登记检查结果，或修改报备。")
        held_at = _held_at(problems_of_change(before, draft, areas, places, now), draft)
        if draft.place is None:
            raise Unacceptable((Problem("place", "required", "请选择场所。"),))
        return _filled(before, draft, places.load(draft.place), held_at)

    return amend_case(store, Inspection, case_id, version, changed, draft.reason, deadlines, actor, clock)


def problems_of_change(
    inspection: Inspection, draft: InspectionDraft, areas: AreaTree, places: KnownPlaces, now: datetime
) -> tuple[Problem, ...]:
    """Every problem of a saved inspection's changes; what an old ledger did not say may stay unsaid."""
    kept = draft_of(inspection)
    problems = tuple(
        problem
        for problem in check(draft, areas, places, now)
        if not hasattr(kept, problem.field) or getattr(kept, problem.field) != getattr(draft, problem.field)
    )
    if draft.findings or draft.notice is not None or draft.new_place is not None:
        return (*problems, Problem("findings", "locked", "已登记的检查，隐患、文书和场所请分别修改。"))
    return problems


def draft_of(inspection: Inspection) -> InspectionDraft:
    """A saved inspection as the screen shows it, without its hazards and its notice."""
    return InspectionDraft(
        town=inspection.town,
        place=inspection.place,
        village=inspection.village,
        grid=inspection.grid,
        reported_at=inspection.reported_at,
        inspectors=inspection.inspectors,
        nature=inspection.nature or "",
        campaign=inspection.campaign or "",
        filed_at=inspection.filed_at,
        filing_number=inspection.filing_number or "",
        filing_reason=inspection.filing_reason or "",
        checks=inspection.checks,
        result=inspection.result or "",
        note=inspection.note or "",
        late_reason=inspection.late_reason or "",
        attachments=inspection.attachments,
    )


def _held_at(problems: tuple[Problem, ...], draft: InspectionDraft) -> datetime:
    if problems or draft.reported_at is None:
        raise Unacceptable(problems)
    return draft.reported_at


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
        _filled(before, draft, place, held_at),
        result=_result(draft),
        status=Status.RECORDED,
        late_reason=draft.late_reason.strip() or None if is_late(held_at, now) else None,
    )
    notice = None if draft.notice is None else _notice(writer, inspection, draft.notice, now)
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


def _filled(inspection: Inspection, draft: InspectionDraft, place: Place, held_at: datetime) -> Inspection:
    inspectors = tuple(name.strip() for name in draft.inspectors if name.strip())
    return replace(
        inspection,
        title=f"检查{place.name}",
        reported_at=held_at,
        place=place.id,
        place_name=place.name,
        place_type=place.place_type,
        village=place.village or draft.village,
        grid=place.grid or draft.grid,
        inspectors=inspectors,
        handler="、".join(inspectors) or inspection.handler,
        nature=Nature(draft.nature) if draft.nature else None,
        campaign=draft.campaign.strip() or None,
        filed_at=draft.filed_at,
        filing_number=draft.filing_number.strip() or None,
        filing_reason=draft.filing_reason.strip() or None,
        checks=draft.checks,
        result=draft.result.strip() or None,
        note=draft.note.strip() or None,
        attachments=draft.attachments,
    )


def _notice(writer: Writer, inspection: Inspection, draft: NoticeDraft, now: datetime) -> Notice:
    kind = NoticeKind(draft.kind)
    return Notice(
        id=case_id_at(now),
        town=inspection.town,
        number=number_for(writer, inspection.town, kind, draft.number, inspection.reported_at),
        title=f"{kind.value}（{inspection.place_name}）",
        category=kind.value,
        reported_at=inspection.reported_at,
        registered_at=now,
        late_reason=inspection.late_reason,
        village=inspection.village,
        grid=inspection.grid,
        campaign=inspection.campaign,
        due_at=draft.due_at,
        handler=inspection.handler,
        first_receiver=inspection.first_receiver,
        source_case=inspection.id,
        status=Status.RECORDED,
        place=inspection.place,
        place_name=inspection.place_name,
        place_type=inspection.place_type,
        served_to=draft.served_to.strip() or None,
        served_at=draft.served_at,
        signers=draft.signers or inspection.inspectors,
    )


def _opened(done: Inspected) -> Sequence[Save]:
    notices = [Save(None, done.notice, "开具")] if done.notice is not None else []
    return [*(Save(None, hazard, "登记") for hazard in done.hazards), *notices]


def _saved(done: Inspected) -> Inspected:
    return Inspected(
        inspection=replace(done.inspection, version=done.inspection.version + 1),
        hazards=tuple(replace(hazard, version=1) for hazard in done.hazards),
        notice=None if done.notice is None else replace(done.notice, version=1),
    )

"""Changing what is written of an inspection that was held (修改、更正)."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.inspection.draft import InspectionDraft, check, refuse_problems
from gridapp.cases.inspection.visit import filled
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.inspection import Inspection
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, KnownPlaces, PlaceBook


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
        held_at = refuse_problems(problems_of_change(before, draft, areas, places, now), draft)
        if draft.place is None:
            raise Unacceptable((Problem("place", "required", "请选择场所。"),))
        after = filled(before, draft, places.load(draft.place), held_at)
        return replace(after, checks=draft.checks, result=draft.result.strip() or None, attachments=draft.attachments)

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

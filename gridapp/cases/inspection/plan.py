"""Filing a visit before it takes place (到企业执法报备; domain.md §8.3 M34); it counts once it is held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.inspection.amend import draft_of
from gridapp.cases.inspection.draft import InspectionDraft, problems_of_inspectors, problems_where
from gridapp.cases.inspection.visit import Visit, filled
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.identity import case_id_at
from gridapp.domain.inspection import Inspection, Nature
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.place import Place
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseStore, KnownPlaces, PlaceBook, Save


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft(Visit):
    """What the form of a filing holds (报备): the visit and when it is to be. Without `filed_at` it is filed now."""

    planned_at: datetime | None = None


def check(draft: PlanDraft, areas: AreaTree, places: KnownPlaces, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a filing, in the order of the fields."""
    return tuple(_problems(draft, areas, places, now))


def file_plan(
    store: CaseStore, areas: AreaTree, places: PlaceBook, draft: PlanDraft, actor: Actor, clock: Clock
) -> Inspection:
    """Saves a visit that is filed (已报备); raises `Unacceptable` with every problem at once."""
    return file_plans(store, areas, places, [draft], actor, clock)[0]


def file_plans(
    store: CaseStore, areas: AreaTree, places: PlaceBook, drafts: Sequence[PlanDraft], actor: Actor, clock: Clock
) -> Sequence[Inspection]:
    """Saves several visits that are filed together, all of them or none; raises `Unacceptable` as for one."""
    now = clock()
    complete = [(draft, *_complete(draft, check(draft, areas, places, now), places)) for draft in drafts]
    with store.transaction() as writer:
        plans = []
        for draft, place, planned_at in complete:
            blank = Inspection(
                id=case_id_at(now),
                town=draft.town,
                number=writer.next_number(draft.town, Kind.INSPECTION, day_of(planned_at)),
                title="",
                reported_at=planned_at,
                registered_at=now,
                filed_at=now,
                status=Status.FILED,
                first_receiver=actor.name,
            )
            plans.append(_planned(blank, draft, place, planned_at))
        writer.save([Save(None, plan, "报备") for plan in plans], actor, now)
    return [replace(plan, version=1) for plan in plans]


def amend_plan(
    store: CaseStore,
    areas: AreaTree,
    places: PlaceBook,
    deadlines: Deadlines,
    case_id: UUID,
    version: int,
    draft: PlanDraft,
    actor: Actor,
    clock: Clock,
) -> Inspection:
    """Saves changes to the filing that the editor saw in `version`; raises `Refusal` once the visit was held."""

    def changed(before: Inspection, now: datetime) -> Inspection:
        if before.status is not Status.FILED:
            raise Refusal(f"{before.number} 已经检查，不能再修改报备。")
        place, planned_at = _complete(draft, check(draft, areas, places, now), places)
        return _planned(before, draft, place, planned_at)

    return amend_case(store, Inspection, case_id, version, changed, "", deadlines, actor, clock)


def plan_of(plan: Inspection) -> PlanDraft:
    """A filing as the form shows it."""
    return PlanDraft(
        town=plan.town,
        place=plan.place,
        village=plan.village,
        grid=plan.grid,
        planned_at=plan.planned_at,
        inspectors=plan.inspectors,
        nature=plan.nature or "",
        campaign=plan.campaign or "",
        filed_at=plan.filed_at,
        filing_number=plan.filing_number or "",
        filing_reason=plan.filing_reason or "",
        note=plan.note or "",
    )


def draft_from(plan: Inspection, now: datetime) -> InspectionDraft:
    """What the screen starts with where a filed visit is held."""
    return replace(draft_of(plan), reported_at=now)


def _complete(draft: PlanDraft, problems: tuple[Problem, ...], places: PlaceBook) -> tuple[Place, datetime]:
    if problems or draft.place is None or draft.planned_at is None:
        raise Unacceptable(problems)
    return places.load(draft.place), draft.planned_at


def _planned(plan: Inspection, draft: PlanDraft, place: Place, planned_at: datetime) -> Inspection:
    after = filled(plan, draft, place, planned_at)
    return replace(after, planned_at=planned_at, filed_at=draft.filed_at or plan.filed_at)


def _problems(draft: PlanDraft, areas: AreaTree, places: KnownPlaces, now: datetime) -> Iterator[Problem]:
    yield from problems_where(draft.town, draft.place, None, draft.village, draft.grid, draft.planned_at, areas, places)
    filed_at = draft.filed_at or now
    if draft.planned_at is None:
        yield Problem("planned_at", "required", "请填写计划检查时间。")
    elif draft.planned_at < filed_at:
        yield Problem("planned_at", "order", "报备应在检查之前；已经检查的请直接登记检查。")
    if filed_at > now:
        yield Problem("filed_at", "future", "报备时间不能晚于现在。")
    yield from problems_of_inspectors(draft.inspectors)
    if draft.nature and draft.nature not in tuple(Nature):
        yield Problem("nature", "unknown", f"检查性质只能是{'、'.join(Nature)}。")
    if not draft.filing_reason.strip():
        yield Problem("filing_reason", "required", "请填写报备事由。")

"""Registering a hazard that no inspection found (隐患登记), and changing what is written of one (修改)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gridapp.cases.amending import amend_case
from gridapp.cases.hazard.finding import Finding, problems_of_finding
from gridapp.cases.hazard.registered import at_place, filled, registered
from gridapp.cases.late import problems_of_late
from gridapp.cases.place_problems import problems_of_place
from gridapp.cases.registering import register_case
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.level import MAJOR
from gridapp.domain.moment import day_of
from gridapp.domain.place import Place
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import CaseStore, PlaceBook, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class HazardDraft(Finding):
    """A finding with where and when it was found; `source_case` is the event from which it is opened.

    `village` and `grid` hold where the place does not say them itself; `inspectors` found it; `late_reason` says why
    it is entered late (补录原因), `reason` why one is changed that is struck off (更正原因).
    """

    town: str
    place: UUID | None = None
    village: str | None = None
    grid: str | None = None
    campaign: str = ""
    reported_at: datetime | None = None
    inspectors: tuple[str, ...] = ()
    source_case: UUID | None = None
    late_reason: str = ""
    reason: str = ""


def check(draft: HazardDraft, areas: AreaTree, places: PlaceBook, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft, in the order of the fields; nothing wrong means it can be saved."""
    return tuple(_problems(draft, areas, places, now))


def problems_of_new(draft: HazardDraft, areas: AreaTree, places: PlaceBook, now: datetime) -> tuple[Problem, ...]:
    """Every problem of a draft that is to be registered now; a late one (补录) says why."""
    problems = check(draft, areas, places, now)
    if draft.on_the_spot and not draft.inspectors:
        problems = (*problems, Problem("inspectors", "required", "请填写当场复查的检查人。"))
    return (*problems, *problems_of_late(draft.reported_at, draft.late_reason, now, "排查"))


def record(
    store: CaseStore,
    areas: AreaTree,
    places: PlaceBook,
    deadlines: Deadlines,
    draft: HazardDraft,
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Hazard:
    """Saves a new hazard under a number of its own; raises `Unacceptable` with every problem at once."""
    now = clock()
    place, found_at = _complete(draft, problems_of_new(draft, areas, places, now), places)

    def made(_: Writer, number: str) -> Hazard:
        return registered(
            draft,
            place,
            number,
            found_at,
            draft.inspectors,
            deadlines,
            actor.name,
            now,
            village=draft.village,
            grid=draft.grid,
            campaign=draft.campaign,
            source_case=draft.source_case,
            late_reason=draft.late_reason,
        )

    return register_case(store, Kind.HAZARD, draft.town, found_at, made, actor, now, draft_id)


def amend(
    store: CaseStore,
    areas: AreaTree,
    places: PlaceBook,
    deadlines: Deadlines,
    case_id: UUID,
    version: int,
    draft: HazardDraft,
    actor: Actor,
    clock: Clock,
) -> Hazard:
    """Saves changes to the hazard that the editor saw in `version`; its limit and striking off belong to its course.

    Raises `Unacceptable` with every problem, `Overtaken` where somebody else saved it meanwhile, `Refusal` where it is
    voided or merged.
    """

    def changed(before: Hazard, now: datetime) -> Hazard:
        problems = problems_of_change(before, draft, areas, places, now)
        place, found_at = _complete(draft, problems, places)
        after = at_place(filled(before, draft), place, draft.village, draft.grid)
        return replace(after, campaign=draft.campaign.strip() or None, reported_at=found_at)

    return amend_case(store, Hazard, case_id, version, changed, draft.reason, deadlines, actor, clock)


def problems_of_change(
    hazard: Hazard, draft: HazardDraft, areas: AreaTree, places: PlaceBook, now: datetime
) -> tuple[Problem, ...]:
    """Every problem of a saved hazard's changes; a word that an old ledger has brought along may stay."""
    kept = draft_of(hazard)
    problems = (
        problem
        for problem in check(draft, areas, places, now)
        if problem.field not in ("level", "category", "village", "chief", "place", "due_at")
        or getattr(kept, problem.field) != getattr(draft, problem.field)
    )
    return (*problems, *_problems_of_change(hazard, draft))


def draft_of(hazard: Hazard) -> HazardDraft:
    """A saved hazard as the form shows it; what belongs to its course is not on the form."""
    return HazardDraft(
        town=hazard.town,
        title=hazard.title,
        category=hazard.category,
        level=hazard.level or "",
        counting_unit=hazard.counting_unit,
        spot=hazard.spot or "",
        requirement=hazard.requirement or "",
        handler=hazard.handler or "",
        chief=hazard.chief or "",
        note=hazard.note or "",
        attachments=hazard.attachments,
        place=hazard.place,
        village=hazard.village,
        grid=hazard.grid,
        campaign=hazard.campaign or "",
        reported_at=hazard.reported_at,
        source_case=hazard.source_case,
    )


def _complete(draft: HazardDraft, problems: tuple[Problem, ...], places: PlaceBook) -> tuple[Place, datetime]:
    """The place and the moment of a draft; raises `Unacceptable` where there is any problem."""
    if problems or draft.place is None or draft.reported_at is None:
        raise Unacceptable(problems)
    return places.load(draft.place), draft.reported_at


def _problems(draft: HazardDraft, areas: AreaTree, places: PlaceBook, now: datetime) -> Iterator[Problem]:
    yield from problems_of_finding(draft, draft.reported_at)
    if draft.place is None:
        yield Problem("place", "required", "请选择场所；名录里没有的，请先登记场所。")
    else:
        place = places.load(draft.place)
        if place.village is None:
            yield from problems_of_place(areas, draft.town, draft.village, draft.grid, draft.reported_at, "排查")
    if draft.reported_at is None:
        yield Problem("reported_at", "required", "请填写排查时间。")
    elif draft.reported_at > now:
        yield Problem("reported_at", "future", "排查时间不能晚于现在。")


def _problems_of_change(hazard: Hazard, draft: HazardDraft) -> Iterator[Problem]:
    if hazard.closed is not None and not draft.reason.strip():
        yield Problem("reason", "required", f"隐患现在是“{hazard.status.label}”，更正内容请写明更正原因。")
    if draft.on_the_spot or draft.result.strip() or draft.after:
        yield Problem("on_the_spot", "locked", "已登记的隐患，整改情况请通过“整改反馈”或“当场整改”记录。")
    if draft.due_at is not None and draft.due_at != hazard.due_at:
        yield Problem("due_at", "locked", "整改期限请通过“责令限期整改”或“延长期限”改变。")
    if hazard.major and draft.level not in MAJOR:
        if hazard.listed:
            yield Problem("level", "listed", f"{hazard.listed_by}正在挂牌督办，等级不能改为一般；请先摘牌。")
        if hazard.steps and not draft.reason.strip():
            yield Problem("reason", "required", "重大隐患改为一般隐患，请写明原因。")
    if any(file.step is not None and file not in draft.attachments for file in hazard.attachments):
        yield Problem("attachments", "evidence", "办理步骤的佐证附件不能移除。")
    first = min((moment for moment in _later_moments(hazard)), default=None)
    if first is not None and draft.reported_at is not None and day_of(draft.reported_at) > day_of(first):
        yield Problem("reported_at", "order", "排查时间不能晚于整改、复查和销号的时间。")


def _later_moments(hazard: Hazard) -> Iterator[datetime]:
    yield from (step.at for step in hazard.steps)
    yield from (recheck.at for recheck in hazard.known_rechecks)
    yield from (closing.closed_at for closing in hazard.closings)

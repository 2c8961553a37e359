"""The safety officers' days (演示检查): visits with all that they found, from the filing to the striking off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any

from gridapp.cases.hazard.finding import Finding
from gridapp.cases.inspection.draft import InspectionDraft, NoticeDraft
from gridapp.cases.inspection.places import PlaceDraft, add
from gridapp.cases.inspection.plan import PlanDraft, file_plan
from gridapp.cases.inspection.record import Inspected, hold, record
from gridapp.cases.order import Order
from gridapp.demonstration.stage import Deed, Stage, actor
from gridapp.demonstration.stories import tables_of
from gridapp.demonstration.told import orders_told, told
from gridapp.domain.case import Case
from gridapp.domain.checklist import checklist_of
from gridapp.domain.inspection import Answer, Checked, Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.place_type import place_type_named
from gridapp.domain.status import Status

_APART = frozenset({"by", "place", "findings", "notice", "planned_at", "reported_at"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hazard that was found, and the orders given to it by whom, in their turn."""

    finding: Finding
    orders: tuple[tuple[str, Order], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionStory:
    """One visit to a place, which is put on file where it is not yet.

    `planned_at` is for when it was filed (报备), `held_at` when it took place; nothing while it has not.
    """

    by: str
    fields: Mapping[str, Any]
    place: Mapping[str, Any]
    planned_at: datetime | None
    held_at: datetime | None
    checks: tuple[Checked, ...]
    found: tuple[Found, ...]
    notice: NoticeDraft | None

    @property
    def name(self) -> str:
        """By which it is known; no two have the same."""
        return f"{self.place['name']}/{self.held_at or self.planned_at}"

    @property
    def registered_at(self) -> datetime:
        """When it was first put on file: when it was filed, else when it took place."""
        filed_at: datetime = self.fields["filed_at"] if self.held_at is None or self.planned_at else self.held_at
        return filed_at


@cache
def inspection_stories() -> tuple[InspectionStory, ...]:
    """Every visit, as `resources/demonstration/inspections.toml` tells it."""
    return tuple(_story(table) for table in tables_of("inspections")["inspection"])


def deeds_of(stage: Stage, story: InspectionStory) -> Iterator[Deed]:
    """What is still to be done of a visit and of the hazards that it found."""
    inspection = stage.on_file(Kind.INSPECTION, story.place["name"], story.registered_at, story.by)
    if inspection is not None:
        stage.keep(story.name, inspection)
    elif story.planned_at is not None:
        yield Deed(story.registered_at, partial(_file, stage, story))
    hazards: Mapping[str, Case] = {}
    if inspection is not None and inspection.status is not Status.FILED:
        hazards = {hazard.title: hazard for hazard in stage.store.opened_from(inspection.id)}
    elif story.held_at is not None:
        yield Deed(story.held_at, partial(_hold, stage, story))
    for found in story.found:
        hazard = hazards.get(found.finding.title)
        name = _name(story, found.finding.title)
        if hazard is not None:
            stage.keep(name, hazard)
        yield from stage.steps(name, hazard, found.orders)


def _file(stage: Stage, story: InspectionStory) -> None:
    at = story.registered_at
    fields, where = stage.placed(story.fields, at), (stage.store, stage.areas, stage.office.places)
    place = _place(stage, story)
    known = stage.office.places.named(place.town, place.place_type, place.name)
    if known is None:
        known = add(stage.office.places, stage.areas, place, actor(story.by), lambda: at)
    draft = PlanDraft(**fields, place=known.id, planned_at=story.planned_at)
    stage.keep(story.name, file_plan(*where, draft, actor(story.by), lambda: at))


def _hold(stage: Stage, story: InspectionStory) -> None:
    at = story.held_at or story.registered_at
    place = _place(stage, story)
    known = stage.office.places.named(place.town, place.place_type, place.name)
    draft = InspectionDraft(
        **stage.placed(story.fields, at),
        place=known.id if known else None,
        new_place=None if known else place,
        reported_at=at,
        checks=story.checks,
        findings=tuple(found.finding for found in story.found),
        notice=story.notice,
    )
    where = stage.store, stage.areas, stage.office.places, stage.deadlines
    if story.planned_at is None:
        _keep(stage, story, record(*where, draft, actor(story.by), lambda: at))
    else:
        plan = stage.case(story.name)
        _keep(stage, story, hold(*where, plan.id, plan.version, draft, actor(story.by), lambda: at))


def _keep(stage: Stage, story: InspectionStory, done: Inspected) -> None:
    inspection: Inspection = done.inspection
    stage.keep(story.name, inspection)
    for hazard in done.hazards:
        stage.keep(_name(story, hazard.title), hazard)


def _name(story: InspectionStory, title: str) -> str:
    return f"{story.name}/{title}"


def _place(stage: Stage, story: InspectionStory) -> PlaceDraft:
    return PlaceDraft(**stage.placed({**story.place, "town": story.fields["town"]}, story.registered_at))


def _story(table: Mapping[str, Any]) -> InspectionStory:
    place = {name: told(name, value) for name, value in table["place"].items()}
    findings = table.get("findings", ())
    notice = table.get("notice")
    return InspectionStory(
        by=table["by"],
        fields={name: told(name, value) for name, value in table.items() if name not in _APART},
        place=place,
        planned_at=told("planned_at", table["planned_at"]) if "planned_at" in table else None,
        held_at=told("reported_at", table["reported_at"]) if "reported_at" in table else None,
        checks=_checks(place["place_type"], findings) if "reported_at" in table else (),
        found=tuple(_found(place["place_type"], {"by": table["by"], **finding}) for finding in findings),
        notice=NoticeDraft(**{name: told(name, value) for name, value in notice.items()}) if notice else None,
    )


def _checks(place_type: str, findings: Sequence[Mapping[str, Any]]) -> tuple[Checked, ...]:
    """The checklist of the type, on which what was found does not fit and everything else does."""
    failing = {finding["item"] for finding in findings}
    return tuple(
        Checked(item=item.item, answer=Answer.FAILS if n in failing else Answer.FITS)
        for n, item in enumerate(checklist_of(place_type), 1)
    )


def _found(place_type: str, table: Mapping[str, Any]) -> Found:
    """A hazard told by the number of the checklist's item; whatever else is said of it goes before the list's words."""
    item = checklist_of(place_type)[table["item"] - 1]
    kind = place_type_named(place_type)
    said = {name: told(name, value) for name, value in table.items() if name not in ("item", "by", "steps")}
    usual = {"title": f"演示：{item.finding}", "category": item.leaf, "requirement": item.requirement, "note": "演示"}
    finding = Finding(**{**usual, "counting_unit": kind.unit if kind else "条", **said})
    return Found(finding=finding, orders=tuple(orders_told({**table, "handler": table["by"]})))

"""Inspections of a small office, with as little as they need."""

from collections.abc import Sequence
from datetime import datetime

from gridapp.cases.hazard.finding import Finding
from gridapp.cases.inspection.draft import InspectionDraft, NoticeDraft
from gridapp.cases.inspection.places import PlaceDraft, add
from gridapp.cases.inspection.record import Inspected, record
from gridapp.domain.place import Place
from gridapp.ports import Office
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at

HELD = at(2018, 3, 5, 9)
LIMIT = at(2018, 3, 16)
TWO = ("演示甲", "演示乙")
ORDER = NoticeDraft(due_at=LIMIT)


def place_draft(name: str = "演示出租房", **fields: object) -> PlaceDraft:
    """A place that can be put on file."""
    values = {"place_type": "居住出租房", "name": name, "village": VILLAGES[0]}
    return PlaceDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]


def on_file(office: Office, name: str = "演示出租房", **fields: object) -> Place:
    """A place on file."""
    return add(office.places, office.registers.areas(), place_draft(name, **fields), ACTOR, NOW)


def finding(title: str = "演示：楼梯间堆放杂物", **fields: object) -> Finding:
    """A hazard that can be saved."""
    return Finding(title=title, category="ZZ0501", handler="演示房东", **fields)  # type: ignore[arg-type]


def draft(place: Place | None, findings: Sequence[Finding] = (), **fields: object) -> InspectionDraft:
    """An inspection that can be saved."""
    values = {"reported_at": HELD, "inspectors": TWO, "late_reason": "演示：补录", "findings": tuple(findings)}
    values["place"] = place.id if place is not None else None
    return InspectionDraft(town=TOWN, **(values | fields))  # type: ignore[arg-type]


def recorded(office: Office, inspection: InspectionDraft) -> Inspected:
    """What an inspection put on file."""
    return record(office.cases, office.registers.areas(), office.places, DEADLINES, inspection, ACTOR, NOW)


def later(days: int) -> datetime:
    """A moment so many days after the inspection."""
    return at(2018, 3, 5 + days, 10)

"""What befalls the events of the town after its report: voided, moved to July, recategorised."""

from collections.abc import Mapping
from dataclasses import replace

from gridapp.cases import handle
from gridapp.cases.event.record import amend, draft_of
from gridapp.domain.area import Area
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.reconciling.conftest import TOWN
from tests.offices import ACTOR, DEADLINES, at, clock_from

CLOCK = clock_from(at(2018, 7, 10, 9))


def town_of(office: Office) -> Area:
    """The town."""
    area = office.registers.areas().town_named(TOWN)
    assert area is not None
    return area


def event_of(office: Office, row: Mapping[str, str]) -> Event:
    """The event that a row of the list tells, by its number."""
    (case,) = office.cases.by_number(town_of(office).code, Kind.EVENT, [row["number"]]).values()
    assert isinstance(case, Event)
    return case


def void(office: Office, row: Mapping[str, str]) -> None:
    """Takes an event out."""
    case = event_of(office, row)
    handle.void(office.cases, case.id, case.version, "演示：误登", DEADLINES, ACTOR, CLOCK)


def move_to_july(office: Office, row: Mapping[str, str]) -> None:
    """Corrects the day of an event to one in July."""
    _change(office, row, reported_at=at(2018, 7, 2, 9), due_at=at(2018, 8, 1), reason="演示：日期有误")


def recategorise(office: Office, row: Mapping[str, str]) -> None:
    """Corrects the category of an event."""
    _change(office, row, category="ZZ0102", reason="演示：归类有误")


def _change(office: Office, row: Mapping[str, str], **changes: object) -> None:
    case = event_of(office, row)
    draft = replace(draft_of(case), **changes)  # type: ignore[arg-type]
    amend(office.cases, office.registers.areas(), DEADLINES, case.id, case.version, draft, ACTOR, CLOCK)

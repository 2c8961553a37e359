"""Every open hazard waits in a queue, each queue holds what it says, and its count is its list."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from gridapp.cases.nearest import Matter, nearest
from gridapp.cases.queues import Queue, Seat, query_of, queues_of
from gridapp.domain.case import Exclusion
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.status import OPEN, Status
from gridapp.ports import CaseQuery, Office
from tests.gridapp.bare_cases import bare, hazard
from tests.gridapp.small_office import save
from tests.offices import at

NOW = at(2018, 3, 5, 10)
DAY = timedelta(days=1)
FAR = NOW + 20 * DAY

STANDING: Mapping[str, tuple[Hazard, frozenset[Queue]]] = {
    "found": (hazard(status=Status.TO_RECTIFY, due_at=FAR), frozenset({Queue.TO_RECTIFY})),
    "ordered": (hazard(status=Status.RECTIFYING, due_at=FAR), frozenset({Queue.TO_RECTIFY})),
    "soon": (hazard(status=Status.RECTIFYING, due_at=NOW + DAY), frozenset({Queue.TO_RECTIFY, Queue.SOON})),
    "late": (hazard(status=Status.RECTIFYING, due_at=NOW - DAY), frozenset({Queue.TO_RECTIFY, Queue.OVERDUE})),
    "failed": (hazard(status=Status.UNRECTIFIED, due_at=FAR), frozenset({Queue.TO_RECTIFY})),
    "mended": (hazard(status=Status.TO_RECHECK, due_at=NOW - DAY), frozenset({Queue.TO_RECHECK})),
    "passed": (hazard(status=Status.TO_STRIKE_OFF, due_at=NOW - DAY), frozenset({Queue.TO_STRIKE_OFF})),
    "reported": (hazard(status=Status.SUBMITTED, due_at=FAR), frozenset({Queue.SUBMITTED})),
    "enforced": (hazard(status=Status.ENFORCED, due_at=FAR), frozenset({Queue.ENFORCED})),
    "planned": (hazard(status=Status.PLANNED, due_at=FAR, level="重大"), frozenset({Queue.TO_RECTIFY, Queue.MAJOR})),
    "listed": (
        hazard(status=Status.RECTIFYING, due_at=FAR, level="重大", listed_by="演示县", listed_at=NOW - DAY),
        frozenset({Queue.TO_RECTIFY, Queue.MAJOR, Queue.LISTED}),
    ),
    "delisted": (
        hazard(status=Status.RECTIFYING, due_at=FAR, listed_by="演示县", listed_at=NOW - DAY, delisted_at=NOW),
        frozenset({Queue.TO_RECTIFY}),
    ),
}


@pytest.fixture
def filled(office: Office) -> Office:
    """An office with a hazard of each standing."""
    save(office, [case for case, _ in STANDING.values()])
    return office


def queues_with(office: Office, case: Hazard) -> frozenset[Queue]:
    queries = {queue: query_of(queue, Kind.HAZARD, Seat("演示员"), NOW) for queue in queues_of(Kind.HAZARD)}
    return frozenset(queue for queue, query in queries.items() if case.id in list(office.lists.find_ids(query)))


def test_each_waits_where_it_should(filled: Office) -> None:
    found = {name: queues_with(filled, case) for name, (case, _) in STANDING.items()}
    assert found == {name: queues for name, (_, queues) in STANDING.items()}


def test_every_open_state_has_a_queue() -> None:
    held = {status for queue in queues_of(Kind.HAZARD) for status in _statuses(queue)}
    hazards = {case.status for case, _ in STANDING.values()}
    assert hazards <= held
    assert hazards <= OPEN


def _statuses(queue: Queue) -> frozenset[Status]:
    return frozenset(query_of(queue, Kind.HAZARD, Seat("演示员"), NOW).statuses or ())


def test_visits_that_are_filed_wait_too(filled: Office) -> None:
    plan = bare(Kind.INSPECTION, status=Status.FILED, reported=NOW + DAY)
    held = bare(Kind.INSPECTION, status=Status.RECORDED)
    gone = bare(Kind.INSPECTION, status=Status.FILED, excluded=Exclusion(at=NOW, reason="演示"))
    assert isinstance(plan, Inspection)
    save(filled, [plan, held, gone])
    query = query_of(Queue.PLANNED_VISITS, Kind.HAZARD, Seat("演示员"), NOW)
    assert list(filled.lists.find_ids(query)) == [plan.id]
    assert filled.lists.count(query) == 1


@pytest.mark.parametrize(
    ("status", "matter"),
    [
        (Status.TO_RECTIFY, Matter.ORDER),
        (Status.TO_RECHECK, Matter.RECHECK),
        (Status.TO_STRIKE_OFF, Matter.STRIKING_OFF),
        (Status.UNRECTIFIED, Matter.SUBMISSION),
        (Status.RECTIFYING, Matter.MENDING),
    ],
)
def test_the_first_deadline_is_that_of_the_present_step(sqlite_office: Office, status: Status, matter: Matter) -> None:
    step = None if status is Status.RECTIFYING else NOW + DAY
    case = hazard(status=status, due_at=FAR, step_due_at=step)
    save(sqlite_office, [case])
    (row,) = sqlite_office.lists.load_rows(list(sqlite_office.lists.find_ids(CaseQuery(kind=Kind.HAZARD))))
    first = nearest(row, NOW)
    assert first is not None
    assert first.matter is matter

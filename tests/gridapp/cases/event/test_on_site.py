"""现场办公: decisions on the spot become tasks that are due the same day."""

import pytest

from gridapp.cases.event.on_site import hold_on_site
from gridapp.cases.order import Order, Task
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Overtaken, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check
from tests.offices import ACTOR, DEADLINES, NOW, at, clock_from, recorded, taken

MEETING = at(2018, 1, 5, 15)
TASKS = (Task(title="演示：清运垃圾", unit="演示所"), Task(title="演示：修复护栏", unit="演示队", handler="演示甲"))


def accepted(office: Office) -> Case:
    return taken(office, recorded(office, chief="演示首席"), Move.ACCEPT, at(2018, 1, 4))


def held(office: Office, case: Case, *tasks: Task) -> tuple[Event, list[Event]]:
    order = Order(move=Move.ON_SITE, at=MEETING, place="演示：村口，镇长等 3 人", tasks=tasks)
    event, children = hold_on_site(office.cases, case.id, case.version, order, DEADLINES, ACTOR, NOW)
    return event, list(children)


def test_each_decision_becomes_an_event_that_is_assigned_and_due_the_same_day(office: Office) -> None:
    event, tasks = held(office, accepted(office), *TASKS)
    assert [office.cases.load(task.id) for task in tasks] == tasks
    assert [(task.title, task.unit, task.handler) for task in tasks] == [
        ("演示：清运垃圾", "演示所", None),
        ("演示：修复护栏", "演示队", "演示甲"),
    ]
    assert {task.status for task in tasks} == {Status.ASSIGNED}
    assert {task.due_at for task in tasks} == {end_of(MEETING.date())}
    assert {task.source_case for task in tasks} == {event.id}
    assert {task.chief for task in tasks} == {"演示首席"}
    assert len({task.number for task in (event, *tasks)}) == 3


def test_the_meeting_stands_on_the_course_of_its_event(office: Office) -> None:
    event, _ = held(office, accepted(office), *TASKS)
    assert (event.status, event.steps[-1].move) == (Status.ACCEPTED, Move.ON_SITE)
    assert event.steps[-1].text == "演示：村口，镇长等 3 人；交办演示所：演示：清运垃圾；交办演示队：演示：修复护栏"
    assert office.cases.load(event.id) == event


def test_tasks_that_are_written_down_days_later_are_marked_as_late(office: Office) -> None:
    event = accepted(office)
    order = Order(move=Move.ON_SITE, at=MEETING, place="演示：村口", tasks=TASKS[:1])
    for written, reason in ((at(2018, 1, 9), "现场办公后补记"), (at(2018, 1, 6), None)):
        clock = clock_from(written)
        _, (task,) = hold_on_site(office.cases, event.id, event.version, order, DEADLINES, ACTOR, clock)
        assert task.late_reason == reason
        event = office.cases.load(event.id)


def test_a_meeting_without_tasks_or_with_a_nameless_one_leaves_nothing_behind(office: Office) -> None:
    case = accepted(office)
    for tasks in ((), (Task(title=" ", unit="演示所"),), (Task(title="演示：清运", unit=""),)):
        with pytest.raises(Unacceptable) as refused:
            held(office, case, *tasks)
        assert [problem.field for problem in refused.value.problems] == ["tasks"]
    assert office.lists.count(CaseQuery()) == 1
    assert office.cases.load(case.id) == case


def test_a_meeting_on_a_case_that_was_changed_meanwhile_is_refused(office: Office) -> None:
    case = accepted(office)
    held(office, case, *TASKS)
    with pytest.raises(Overtaken):
        held(office, case, *TASKS)


def test_the_tasks_count_and_every_check_holds(office: Office) -> None:
    held(office, accepted(office), *TASKS)
    assert [result for result in check(office) if not result.ok] == []

"""Who is to be visited and which promises are due: by queue, by view and by condition, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gridapp.cases.given_views import given_views
from gridapp.cases.queues import Queue, Seat, Whose, query_of
from gridapp.domain.confidence import Confidence
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.registers.reception import Promise
from gridapp.ports import CaseQuery, Office
from gridapp.registers.confidants import put_confidants
from tests.gridapp.cases.register.entries import STARTED, entered, entry_draft
from tests.offices import ACTOR, NOW, at

_SEAT = Seat(ACTOR.name, Whose.ALL)


@pytest.fixture
def reader(office: Office) -> str:
    """The name of somebody who may read of key persons."""
    put_confidants(office.confidence, Confidence.KEY_PERSON, (), (ACTOR.name,), ACTOR, NOW)
    return ACTOR.name


def _found(office: Office, query: CaseQuery, reader: str | None) -> list[str]:
    return [row.title for row in office.lists.load_rows(office.lists.find_ids(replace(query, reader=reader)), reader)]


def _persons(office: Office) -> None:
    for name, days in (("演示迟", 30), ("演示近", 35), ("演示远", 90)):
        entered(office, entry_draft(Kind.PERSON, title=name, visit_days=days))


@pytest.mark.parametrize(("queue", "expected"), [(Queue.TO_VISIT, ["演示迟", "演示近"]), (Queue.UNVISITED, ["演示迟"])])
def test_persons_wait_to_be_visited_the_longest_due_first(
    office: Office, reader: str, queue: Queue, expected: list[str]
) -> None:
    _persons(office)
    query = query_of(queue, Kind.PERSON, _SEAT, STARTED + timedelta(days=33))
    assert _found(office, query, reader) == expected


def test_a_visit_takes_a_person_out_of_the_queue(office: Office, reader: str) -> None:
    person = entered(office, entry_draft(Kind.PERSON, visit_days=30))
    now = STARTED + timedelta(days=40)
    query = query_of(Queue.UNVISITED, Kind.PERSON, _SEAT, now)
    assert _found(office, query, reader) == [person.title]
    entered(office, replace(entry_draft(Kind.VISIT, reported_at=now), source_case=person.id))
    assert _found(office, query, reader) == []


def test_nobody_outside_the_group_learns_who_is_to_be_visited(office: Office, reader: str) -> None:
    _persons(office)
    query = query_of(Queue.TO_VISIT, Kind.PERSON, _SEAT, STARTED + timedelta(days=33))
    assert _found(office, query, "演示旁人") == []


def test_the_views_ask_what_the_queues_ask(office: Office, reader: str) -> None:
    _persons(office)
    now = STARTED + timedelta(days=33)
    views = {view.name: view.conditions for view in given_views(Kind.PERSON, ACTOR.name, now)}
    for queue in (Queue.TO_VISIT, Queue.UNVISITED):
        by_view = CaseQuery(kind=Kind.PERSON, conditions=views[queue.value], sort="next_visit_due_at", descending=False)
        assert _found(office, by_view, reader) == _found(office, query_of(queue, Kind.PERSON, _SEAT, now), reader)


def test_promises_wait_until_they_are_kept(office: Office) -> None:
    due = at(2018, 4, 1)
    for name, done in (("演示镇长", None), ("演示书记", at(2018, 3, 20))):
        promise = Promise(what="演示：修复路灯", due_at=due, done_at=done, how="演示：已修复" if done else None)
        entered(office, entry_draft(Kind.RECEPTION, handler=name, promises=(promise,)))
    query = query_of(Queue.PROMISED, Kind.RECEPTION, _SEAT, at(2018, 3, 28))
    assert _found(office, query, None) == ["演示镇长接待日"]


def test_other_kinds_have_no_next_visit(office: Office) -> None:
    entered(office, entry_draft(Kind.DRILL))
    empty = CaseQuery(kind=Kind.DRILL, conditions=(Condition(Field.NEXT_VISIT_DUE_AT, Test.EMPTY),))
    assert len(office.lists.find_ids(empty)) == 1

"""Visits move the day on which a key person is due next, whichever way they come, change or go."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from gridapp.cases.handle import restore, void
from gridapp.cases.register.record import amend, draft_of, finish
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.ports import CaseQuery, Office
from gridapp.registers.confidants import put_confidants
from tests.gridapp.cases.register.entries import STARTED, amended, entered, entry_draft
from tests.offices import ACTOR, DEADLINES, NOW, at

Days = tuple[datetime | None, datetime | None]
NEVER = (None, end_of(date(2018, 4, 4)))
"""Nobody was there yet: thirty days after he was entered on 5 March."""


@pytest.fixture
def guarded(office: Office) -> Office:
    """An office in which the actor may read who the key persons are."""
    put_confidants(office.confidence, Confidence.KEY_PERSON, (), (ACTOR.name,), ACTOR, NOW)
    return office


def days_of(office: Office, person: Case) -> Days:
    """When a person was visited last and is due next, as the list says."""
    (row,) = office.lists.load_rows([person.id], reader=ACTOR.name)
    return row.own["last_visited_at"], row.own["next_visit_due_at"]


def person(office: Office, **fields: Any) -> Case:
    return entered(office, entry_draft(Kind.PERSON, **fields))


def visit(office: Office, of: Case, when: datetime, **fields: Any) -> Case:
    return entered(office, replace(entry_draft(Kind.VISIT, reported_at=when, **fields), source_case=of.id))


def test_a_visit_moves_the_next_one_by_the_time_of_the_class(guarded: Office) -> None:
    old = person(guarded)
    assert days_of(guarded, old) == NEVER
    visit(guarded, old, at(2018, 3, 20, 10))
    assert days_of(guarded, old) == (at(2018, 3, 20, 10), end_of(date(2018, 4, 19)))


def test_an_older_visit_that_is_entered_later_moves_nothing(guarded: Office) -> None:
    old = person(guarded)
    visit(guarded, old, at(2018, 3, 20, 10))
    visit(guarded, old, at(2018, 3, 10, 10))
    assert days_of(guarded, old) == (at(2018, 3, 20, 10), end_of(date(2018, 4, 19)))


def test_a_day_that_was_agreed_goes_before_the_time_of_the_class(guarded: Office) -> None:
    old = person(guarded)
    visit(guarded, old, at(2018, 3, 20, 10), next_due_at=end_of(date(2018, 3, 27)))
    assert days_of(guarded, old)[1] == end_of(date(2018, 3, 27))


def test_somebody_is_visited_as_often_as_his_own_entry_says(guarded: Office) -> None:
    assert days_of(guarded, person(guarded, visit_days=7))[1] == end_of(date(2018, 3, 12))


def test_a_class_without_a_time_is_never_due(guarded: Office) -> None:
    assert days_of(guarded, person(guarded, category="优抚对象"))[1] is None


def test_another_class_has_another_time(guarded: Office) -> None:
    old = person(guarded)
    amended(guarded, old, "演示：类别有误", category="重点青少年")
    assert days_of(guarded, old)[1] == end_of(date(2018, 6, 3))


def test_a_voided_visit_has_not_taken_place_until_it_is_restored(guarded: Office) -> None:
    old = person(guarded)
    seen = visit(guarded, old, at(2018, 3, 20, 10))
    gone = void(guarded.cases, seen.id, seen.version, "演示：登记错误", DEADLINES, ACTOR, NOW)
    assert days_of(guarded, old) == NEVER
    restore(guarded.cases, gone.id, gone.version, "演示：无误", DEADLINES, ACTOR, NOW)
    assert days_of(guarded, old)[0] == at(2018, 3, 20, 10)


def test_a_visit_that_was_paid_to_somebody_else_moves_both(guarded: Office) -> None:
    first, second = person(guarded), person(guarded)
    seen = visit(guarded, first, at(2018, 3, 20, 10))
    other = replace(draft_of(seen), source_case=second.id, reason="演示：对象有误")
    amend(guarded.cases, guarded.registers.areas(), DEADLINES, seen.id, seen.version, other, ACTOR, NOW)
    assert days_of(guarded, first) == NEVER
    assert days_of(guarded, second)[0] == at(2018, 3, 20, 10)


def test_somebody_off_the_list_is_not_due(guarded: Office) -> None:
    old = person(guarded)
    finish(guarded.cases, old.id, old.version, at(2018, 6, 1), "演示：迁出", ACTOR, NOW)
    assert days_of(guarded, old)[1] is None


def test_those_who_are_due_first_stand_first(guarded: Office) -> None:
    late, early = person(guarded), person(guarded, visit_days=7)
    query = CaseQuery(kind=Kind.PERSON, sort="next_visit_due_at", descending=False, reader=ACTOR.name)
    assert [*guarded.lists.find_ids(query)] == [early.id, late.id]


def test_saving_a_visit_does_not_change_the_person(guarded: Office) -> None:
    old = person(guarded)
    visit(guarded, old, STARTED)
    assert guarded.cases.load(old.id) == old

"""Recording many events: the good ones together, the others told."""

from dataclasses import replace

from gridapp.cases.event.record_many import Entry, record_many
from gridapp.cases.order import Order
from gridapp.cases.undo import undo, undoable
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Draft, Office
from gridapp.safekeeping.check import check
from tests.offices import ACTOR, DEADLINES, NOW, draft

CLOSING = Order(move=Move.SELF_CLOSE, result="演示：已清理", evidence="演示：现场照片")


def _record(office: Office, *entries: Entry) -> dict[int, str]:
    done = record_many(office.cases, office.registers.areas(), DEADLINES, entries, ACTOR, NOW)
    assert not set(done.events) & set(done.problems)
    return {place: event.number for place, event in done.events.items()}


def _on_file(office: Office) -> int:
    return office.lists.count(CaseQuery(kind=Kind.EVENT))


def test_good_entries_are_saved_with_numbers_of_their_own(office: Office) -> None:
    numbers = _record(office, Entry(draft()), Entry(draft(title="演示：另一件")), Entry(draft(), CLOSING))
    assert set(numbers) == {0, 1, 2}
    assert len(set(numbers.values())) == 3
    assert _on_file(office) == 3
    assert all(result.ok for result in check(office))


def test_entries_with_problems_are_told_and_keep_nobody_else_back(office: Office) -> None:
    bad = Entry(draft(title="", phone="12"))
    done = record_many(office.cases, office.registers.areas(), DEADLINES, [bad, Entry(draft())], ACTOR, NOW)
    assert list(done.events) == [1]
    assert [problem.field for problem in done.problems[0]] == ["title", "phone"]
    assert _on_file(office) == 1


def test_a_closing_is_checked_with_the_rest_and_saved_with_it(office: Office) -> None:
    unproved = Entry(draft(), replace(CLOSING, evidence=""))
    done = record_many(
        office.cases, office.registers.areas(), DEADLINES, [unproved, Entry(draft(), CLOSING)], ACTOR, NOW
    )
    assert [problem.field for problem in done.problems[0]] == ["evidence"]
    saved = office.cases.load(done.events[1].id)
    assert (saved.status, saved.version) == (Status.SELF_CLOSED, done.events[1].version)
    assert saved.first_receiver == ACTOR.name


def test_a_draft_goes_with_the_saving_and_stays_where_nothing_is_saved(office: Office) -> None:
    kept = Draft(
        id=case_id_at(NOW()),
        person=ACTOR.name,
        workstation=ACTOR.workstation,
        kind=Kind.EVENT,
        content={"form": "batch"},
        saved_at=NOW(),
    )
    office.drafts.put(kept)
    areas = office.registers.areas()
    record_many(office.cases, areas, DEADLINES, [Entry(draft(title=""))], ACTOR, NOW, kept.id)
    assert office.drafts.of(ACTOR.name) == [kept]
    record_many(office.cases, areas, DEADLINES, [Entry(draft())], ACTOR, NOW, kept.id)
    assert office.drafts.of(ACTOR.name) == []


def test_many_are_taken_back_by_one_undoing(office: Office) -> None:
    _record(office, Entry(draft()), Entry(draft(), CLOSING))
    steps = undoable(office.cases, ACTOR.name)
    assert [step.cases for step in steps] == [2]
    assert all(case.excluded for case in undo(office.cases, ACTOR, NOW))

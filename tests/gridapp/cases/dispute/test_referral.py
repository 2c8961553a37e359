"""An event or petition that becomes a dispute: both know each other, and the event waits while its dispute does."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest

from db.office import open_office
from gridapp.cases import bulk
from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.end_many import Ending, end_many
from gridapp.cases.dispute.referral import draft_from, open_from
from gridapp.cases.handle import restore, take, void
from gridapp.cases.merging import merge, merge_all, separate_all
from gridapp.cases.undo import redo, undo, undoable
from gridapp.domain.case import Case
from gridapp.domain.clock import stretches
from gridapp.domain.dispute import Dispute
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import Draft, Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import petition
from tests.gridapp.cases.dispute.courses import HOUR, order
from tests.offices import (
    ACTOR,
    DEADLINES,
    TWO_PARTIES,
    VILLAGES,
    at,
    clock_from,
    closed,
    dispute_recorded,
    recorded,
)
from tests.offices import taken as made

REPORTED, ACCEPTED, REFERRED = at(2018, 3, 5, 9), at(2018, 3, 5, 10), at(2018, 3, 6, 9)
LATER = clock_from(at(2018, 3, 12, 9))


def event_on_file(office: Office, **fields: Any) -> Case:
    """An event on file that was received."""
    return made(office, recorded(office, REPORTED, **({"category": "ZZ0102"} | fields)), Move.ACCEPT, ACCEPTED)


def filled_in(case: Case, **fields: Any) -> DisputeDraft:
    """The form of a dispute that is opened from a case, with what it lacks."""
    return replace(draft_from(case, REFERRED), parties=TWO_PARTIES, **fields)


def opened(office: Office, source: Case, **fields: Any) -> Dispute:
    """A dispute on file that was opened from a case."""
    draft = filled_in(source, **fields)
    areas, clock = office.registers.areas(), clock_from(max(source.last_moment, REFERRED))
    return open_from(office.cases, areas, DEADLINES, source.id, source.version, draft, ACTOR, clock)


def referred(office: Office) -> tuple[Case, Dispute]:
    """An event that waits for its dispute, and the dispute."""
    event = event_on_file(office)
    dispute = opened(office, event)
    return office.cases.load(event.id), dispute


def taken(office: Office, case: Case, move: Move, when: datetime | None = None, **particulars: object) -> Case:
    """A dispute after a move with everything it asks for, an hour after its last one unless told otherwise."""
    stands = office.cases.load(case.id)
    moment = when or stands.last_moment + HOUR
    done = order(move, moment, **particulars)
    return take(office.cases, case.id, stands.version, done, DEADLINES, ACTOR, lambda: moment)


def status_of(office: Office, case: Case) -> Status:
    return office.cases.load(case.id).status


def test_a_dispute_starts_with_what_its_event_says(office: Office) -> None:
    event = event_on_file(office, address="演示路8号", level="较大", people=4, note="演示：情况")
    draft = draft_from(event, REFERRED)
    assert (draft.title, draft.category, draft.village) == (event.title, "ZZ0102", VILLAGES[0])
    assert (draft.address, draft.level, draft.people, draft.note) == ("演示路8号", "较大", 4, "演示：情况")
    assert (draft.reported_at, draft.source, draft.source_case) == (REFERRED, "主动调解", event.id)


def test_the_category_of_an_event_that_is_no_dispute_is_chosen_anew(office: Office) -> None:
    assert draft_from(recorded(office), REFERRED).category is None


def test_a_petition_is_sent_by_the_petition_office() -> None:
    draft = draft_from(petition(heads=7), REFERRED)
    assert (draft.source, draft.entrusted_by, draft.people) == ("委托移送", "信访部门", 7)


def test_both_know_each_other_and_the_event_waits(office: Office) -> None:
    event, dispute = referred(office)
    assert (event.status, event.steps[-1].text) == (Status.REFERRED, f"转为矛盾纠纷 {dispute.number}")
    assert dispute.source_case == event.id
    assert [case.id for case in office.cases.opened_from(event.id)] == [dispute.id]
    assert office.cases.load(dispute.id) == dispute


def test_a_petition_goes_on_as_it_was_beside_its_dispute(office: Office) -> None:
    source = petition(reported=REPORTED)
    with office.cases.transaction() as writer:
        writer.save([Save(None, source, "登记")], ACTOR, REPORTED)
    source = replace(source, version=1)
    dispute = opened(office, source, category="ZZ0102", people=2)
    assert office.cases.load(source.id) == source
    taken(office, dispute, Move.WITHDRAW)
    assert office.cases.load(source.id) == source
    assert [case.id for case in office.cases.opened_from(source.id)] == [dispute.id]


def test_a_form_with_problems_leaves_the_event_as_it_was(office: Office) -> None:
    event = event_on_file(office)
    with pytest.raises(Unacceptable):
        opened(office, event, title="")
    assert office.cases.load(event.id) == event


def test_an_event_that_somebody_changed_meanwhile_is_not_referred(office: Office) -> None:
    event = event_on_file(office)
    made(office, event, Move.NAME_CHIEF, ACCEPTED, chief="演示首席")
    with pytest.raises(Overtaken, match="刚被他人修改过"):
        opened(office, event)
    assert office.cases.opened_from(event.id) == []


def test_an_event_that_waits_already_or_is_closed_is_not_referred(office: Office) -> None:
    waiting, _ = referred(office)
    with pytest.raises(Refusal, match="“转办中”，不能转矛盾纠纷"):
        opened(office, waiting)
    done = closed(office, event_on_file(office), REFERRED)
    with pytest.raises(Refusal, match="“已办结”，不能转矛盾纠纷"):
        opened(office, done)


def test_an_event_is_not_referred_without_a_dispute(office: Office) -> None:
    event = event_on_file(office)
    with pytest.raises(Refusal, match="须同时登记纠纷"):
        made(office, event, Move.REFER, REFERRED, reason="演示")
    assert office.cases.load(event.id) == event


@pytest.mark.parametrize(
    ("moves", "status", "words"),
    [
        ((Move.ACCEPT, Move.AGREE), Status.FEEDBACK, "调解成功：演示：和好"),
        ((Move.ACCEPT, Move.FAIL), Status.PROCESSING, "调解不成"),
        ((Move.ACCEPT, Move.TRANSFER), Status.PROCESSING, "转送"),
        ((Move.WITHDRAW,), Status.PROCESSING, "撤回"),
        ((Move.REJECT,), Status.PROCESSING, "作废、并案或不予受理"),
    ],
)
def test_the_event_goes_on_as_its_dispute_ended(
    office: Office, moves: tuple[Move, ...], status: Status, words: str
) -> None:
    event, dispute = referred(office)
    for move in moves[:-1]:
        taken(office, dispute, move)
        assert status_of(office, event) is Status.REFERRED
    taken(office, dispute, moves[-1])
    after = office.cases.load(event.id)
    assert (after.status, after.steps[-1].text) == (status, f"矛盾纠纷 {dispute.number} {words}")
    assert [result for result in check(office) if not result.ok] == []


def test_a_settled_dispute_proves_the_feedback_of_its_event(office: Office) -> None:
    event, dispute = referred(office)
    taken(office, dispute, Move.ACCEPT)
    taken(office, dispute, Move.AGREE)
    fed_back = office.cases.load(event.id)
    done = made(office, fed_back, Move.CLOSE, fed_back.last_moment, opinion="演示：核实")
    assert done.closed is not None
    assert done.closed.evidence == f"纠纷卷宗 {dispute.number}"
    assert done.closed.result == f"矛盾纠纷 {dispute.number} 调解成功：演示：和好"


def test_performing_visiting_and_filing_the_dispute_do_nothing_to_the_event(office: Office) -> None:
    event, dispute = referred(office)
    for move in (Move.ACCEPT, Move.AGREE):
        taken(office, dispute, move)
    fed_back = office.cases.load(event.id)
    for move in (Move.PERFORM, Move.REVISIT, Move.ARCHIVE):
        taken(office, dispute, move)
    assert office.cases.load(event.id) == fed_back


@pytest.mark.parametrize(("move", "status"), [(Move.AGREE, Status.FEEDBACK), (Move.FAIL, Status.PROCESSING)])
def test_the_clock_of_the_event_stands_still_and_its_limit_moves_by_the_working_days_it_waited(
    office: Office, move: Move, status: Status
) -> None:
    event = event_on_file(office, due_at=end_of(date(2018, 3, 9)))
    dispute = opened(office, event)
    waiting = office.cases.load(event.id)
    assert (waiting.due_at, list(stretches(waiting))[-1].until) == (event.due_at, waiting.last_moment)
    taken(office, dispute, Move.ACCEPT)
    taken(office, dispute, move, at(2018, 3, 13, 9))
    after = office.cases.load(event.id)
    assert (after.status, after.due_at) == (status, end_of(date(2018, 3, 16)))
    runs_again = [stretch.start for stretch in stretches(after) if stretch.start > waiting.last_moment]
    assert runs_again == ([at(2018, 3, 13, 9)] if status is Status.PROCESSING else [])


def test_a_dispute_that_goes_on_again_makes_its_event_wait_again(office: Office) -> None:
    event, dispute = referred(office)
    taken(office, dispute, Move.WITHDRAW)
    taken(office, dispute, Move.REOPEN)
    after = office.cases.load(event.id)
    assert (after.status, after.steps[-1].text) == (Status.REFERRED, f"矛盾纠纷 {dispute.number} 重新办理")
    taken(office, dispute, Move.AGREE)
    assert status_of(office, event) is Status.FEEDBACK
    taken(office, dispute, Move.REOPEN)
    assert status_of(office, event) is Status.REFERRED


def test_a_dispute_received_after_all_makes_its_event_wait_again(office: Office) -> None:
    event, dispute = referred(office)
    taken(office, dispute, Move.REJECT)
    taken(office, dispute, Move.RECONSIDER)
    assert status_of(office, event) is Status.REFERRED


def test_an_event_that_was_closed_meanwhile_does_not_wait_again(office: Office) -> None:
    event, dispute = referred(office)
    taken(office, dispute, Move.ACCEPT)
    taken(office, dispute, Move.AGREE)
    fed_back = office.cases.load(event.id)
    done = made(office, fed_back, Move.CLOSE, fed_back.last_moment, opinion="演示：核实")
    assert done.status is Status.CLOSED
    taken(office, dispute, Move.REOPEN)
    assert office.cases.load(event.id) == done


def test_a_voided_dispute_gives_its_event_back_and_a_restored_one_takes_it_again(office: Office) -> None:
    event, dispute = referred(office)
    gone = void(office.cases, dispute.id, 1, "演示：误登", DEADLINES, ACTOR, LATER)
    assert status_of(office, event) is Status.PROCESSING
    restore(office.cases, dispute.id, gone.version, "演示：查明", DEADLINES, ACTOR, LATER)
    assert status_of(office, event) is Status.REFERRED


def test_a_merged_dispute_gives_its_event_back_and_a_separated_one_takes_it_again(office: Office) -> None:
    event, dispute = referred(office)
    kept = dispute_recorded(office, REPORTED)
    gone = merge(office.cases, dispute.id, 1, kept.id, "演示：重复", DEADLINES, ACTOR, LATER)
    assert status_of(office, event) is Status.PROCESSING
    doubles = {gone.id: gone.version}
    separate_all(office.cases, doubles, "演示：不是一件", DEADLINES, ACTOR, LATER)
    assert status_of(office, event) is Status.REFERRED


def test_two_disputes_of_different_events_are_merged_at_once(office: Office) -> None:
    pairs = [referred(office) for _ in range(2)]
    kept = dispute_recorded(office, REPORTED)
    doubles = {dispute.id: 1 for _, dispute in pairs}
    merge_all(office.cases, doubles, kept.id, "演示：重复", DEADLINES, ACTOR, LATER)
    assert [status_of(office, event) for event, _ in pairs] == [Status.PROCESSING] * 2


def test_a_voided_event_stands_right_when_it_counts_again(office: Office) -> None:
    event, dispute = referred(office)
    void(office.cases, event.id, event.version, "演示：误登", DEADLINES, ACTOR, LATER)
    taken(office, dispute, Move.WITHDRAW)
    gone = office.cases.load(event.id)
    restored = restore(office.cases, event.id, gone.version, "演示：查明", DEADLINES, ACTOR, LATER)
    assert restored.status is Status.PROCESSING


def twice_referred(office: Office) -> tuple[Case, Dispute, Dispute]:
    """An event that waits for two disputes: the first failed and was opened again after the second was opened."""
    event, first = referred(office)
    taken(office, first, Move.WITHDRAW)
    second = opened(office, office.cases.load(event.id))
    taken(office, first, Move.REOPEN)
    return event, first, second


def test_an_event_of_two_disputes_waits_for_both(office: Office) -> None:
    event, first, second = twice_referred(office)
    taken(office, first, Move.FAIL)
    assert status_of(office, event) is Status.REFERRED
    taken(office, second, Move.WITHDRAW)
    assert status_of(office, event) is Status.PROCESSING


def test_an_event_goes_on_where_both_of_its_disputes_end_at_once(office: Office) -> None:
    event, first, second = twice_referred(office)
    cases = [office.cases.load(first.id), office.cases.load(second.id)]
    moves = [order(move, cases[0].last_moment, number="") for move in (Move.AGREE, Move.WITHDRAW)]
    endings = [Ending(case.id, case.version, move) for case, move in zip(cases, moves, strict=True)]
    end_many(office.cases, endings, DEADLINES, ACTOR, LATER)
    after = office.cases.load(event.id)
    assert (after.status, after.steps[-1].text) == (
        Status.FEEDBACK,
        f"矛盾纠纷 {first.number} 调解成功：演示：和好",
    )


def test_disputes_withdrawn_together_give_every_event_back(office: Office) -> None:
    pairs = [referred(office) for _ in range(2)]
    rules = bulk.Rules(office.registers.areas(), DEADLINES, ACTOR, LATER)
    change = order(Move.WITHDRAW)
    lines = bulk.preview(office.cases, [dispute.id for _, dispute in pairs], change, rules)
    assert bulk.apply(office.cases, lines, change, rules) == 2
    assert [status_of(office, event) for event, _ in pairs] == [Status.PROCESSING] * 2


def test_opening_is_undone_and_redone_with_its_event_in_one_turn(office: Office) -> None:
    event = event_on_file(office)
    dispute = opened(office, event)
    undo(office.cases, ACTOR, LATER)
    assert office.cases.load(event.id) == replace(event, version=event.version + 2)
    assert office.cases.load(dispute.id).excluded is not None
    redo(office.cases, ACTOR, LATER)
    assert status_of(office, event) is Status.REFERRED
    assert office.cases.load(dispute.id).excluded is None


@pytest.mark.parametrize("move", [Move.AGREE, Move.WITHDRAW])
def test_an_end_is_undone_with_what_it_made_of_the_event(office: Office, move: Move) -> None:
    event, dispute = referred(office)
    if move is Move.AGREE:
        taken(office, dispute, Move.ACCEPT)
    before = office.cases.load(dispute.id)
    taken(office, dispute, move)
    undo(office.cases, ACTOR, LATER)
    assert (status_of(office, event), status_of(office, dispute)) == (Status.REFERRED, before.status)
    assert [result for result in check(office) if not result.ok] == []


def test_an_end_is_not_undone_once_its_event_was_handled(office: Office) -> None:
    event, dispute = referred(office)
    taken(office, dispute, Move.WITHDRAW)
    stands = office.cases.load(event.id)
    made(office, stands, Move.NAME_CHIEF, stands.last_moment, chief="演示首席")
    step = next(past for past in office.cases.saves_of(ACTOR.name, 5) if past.entry.action == Move.WITHDRAW.value)
    assert step.entry.case_id == dispute.id
    chosen = next(found for found in undoable(office.cases, ACTOR.name) if found.turn == step.turn)
    with pytest.raises(Refusal, match="又被演示员改动过"):
        undo(office.cases, ACTOR, LATER, chosen)
    assert status_of(office, dispute) is Status.WITHDRAWN


def undone(office: Office, case: Case, action: str) -> None:
    """Takes the last save of a case back in which it was acted on so."""
    saves = office.cases.saves_of(ACTOR.name, 50)
    past = next(past for past in saves if (past.entry.case_id, past.entry.action) == (case.id, action))
    undo(office.cases, ACTOR, LATER, next(s for s in undoable(office.cases, ACTOR.name) if s.turn == past.turn))


def test_undoing_leaves_no_event_waiting_for_disputes_that_have_ended(office: Office) -> None:
    event, first, second = twice_referred(office)
    taken(office, second, Move.WITHDRAW)
    with pytest.raises(Refusal, match=f"{event.number} 与由它转出的纠纷会对不上，不能撤销；请打开 {first.number}"):
        undone(office, first, Move.REOPEN.value)
    assert (status_of(office, event), status_of(office, first)) == (Status.REFERRED, Status.REOPENED)


def test_undoing_an_end_leaves_no_event_going_on_beside_its_dispute(office: Office) -> None:
    event, first, second = twice_referred(office)
    taken(office, first, Move.FAIL)
    taken(office, second, Move.WITHDRAW)
    with pytest.raises(Refusal, match="会对不上，不能撤销"):
        undone(office, first, Move.FAIL.value)
    assert (status_of(office, event), status_of(office, first)) == (Status.PROCESSING, Status.TERMINATED)


def test_undoing_one_opening_leaves_no_event_going_on_beside_another_dispute(office: Office) -> None:
    event, _, second = twice_referred(office)
    with pytest.raises(Refusal, match="会对不上，不能撤销"):
        undone(office, second, "登记")
    assert (status_of(office, event), office.cases.load(second.id).excluded) == (Status.REFERRED, None)


def test_two_clerks_who_end_the_last_two_disputes_at_once_leave_no_event_waiting(office: Office, location: str) -> None:
    event, *disputes = twice_referred(office)
    together = Barrier(2)

    def withdraw(dispute: Dispute) -> None:
        with open_office(location) as own:
            stands = own.cases.load(dispute.id)
            together.wait(30)
            done = order(Move.WITHDRAW)
            take(own.cases, dispute.id, stands.version, done, DEADLINES, ACTOR, LATER)

    with ThreadPoolExecutor(2) as clerks:
        list(clerks.map(withdraw, disputes))
    assert [status_of(office, dispute) for dispute in disputes] == [Status.WITHDRAWN] * 2
    assert status_of(office, event) is Status.PROCESSING


def test_the_kept_draft_goes_with_the_opening(office: Office) -> None:
    event = event_on_file(office)
    kept = Draft(
        id=UUID(int=7), person=ACTOR.name, workstation="一号机", kind=Kind.DISPUTE, content={}, saved_at=REFERRED
    )
    office.drafts.put(kept)
    draft, clock, areas = filled_in(event), clock_from(REFERRED), office.registers.areas()
    open_from(office.cases, areas, DEADLINES, event.id, event.version, draft, ACTOR, clock, kept.id)
    assert list(office.drafts.of(ACTOR.name)) == []

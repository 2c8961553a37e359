"""The queues of disputes: each dispute waits exactly where somebody has to do something, and a count is its list."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from gridapp.cases.queues import Queue, Seat, Whose, query_of, queues_of
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome, Risk
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Term
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.bare_cases import REPORTED, dispute, event
from tests.gridapp.cases.dispute.courses import after
from tests.gridapp.small_office import save
from tests.offices import TOWN, at

NOW = at(2018, 6, 29, 10)
LATELY = at(2018, 6, 20, 9)
A_MONTH_AGO = at(2018, 5, 31, 9)
OWED = (Term(agreement=0, what="演示：付款", due_at=at(2018, 8, 1)),)
KIND = Kind.DISPUTE

Waiting = Mapping[str, tuple[Case, frozenset[Queue]]]


def _made(reported: datetime, *moves: Move, **particulars: object) -> Dispute:
    return after(dispute(reported=reported), *moves, **particulars)


def _to_meet(day: datetime) -> Dispute:
    return _made(LATELY, Move.ACCEPT, Move.SCHEDULE, meet_at=day)


def _agreed(reported: datetime, *later: Move, terms: tuple[Term, ...] = ()) -> Dispute:
    made = _made(reported, Move.ACCEPT)
    form = AgreementForm.WRITTEN if terms else AgreementForm.ORAL
    return after(after(made, Move.AGREE, form=form, terms=terms), *later)


def _disputes() -> Iterator[tuple[str, Dispute, set[Queue]]]:
    mediated, archive, revisit = Queue.TO_MEDIATE, Queue.TO_ARCHIVE, Queue.TO_REVISIT
    yield "new", dispute(reported=LATELY), {Queue.NEW}
    yield "rejected", _made(LATELY, Move.REJECT), set()
    yield "accepted", _made(LATELY, Move.ACCEPT), {mediated}
    yield "one month is nearly over", _made(A_MONTH_AGO, Move.ACCEPT), {mediated, Queue.SOON}
    yield "one month is over", _made(at(2018, 5, 1, 9), Move.ACCEPT), {mediated, Queue.OVERDUE}
    yield "to meet today", _to_meet(at(2018, 6, 29, 20)), {mediated, Queue.TODAY}
    yield "did not meet", _to_meet(at(2018, 6, 22, 20)), {mediated, Queue.TODAY}
    yield "to meet tomorrow", _to_meet(at(2018, 6, 30)), {mediated}
    called_off = after(_to_meet(at(2018, 6, 29, 20)), Move.CANCEL_SESSION)
    yield "called off", called_off, {mediated}
    yield "met", after(_to_meet(at(2018, 6, 29, 20)), Move.MEDIATE, session=1), {mediated}
    yield "agreed", _agreed(LATELY), {revisit, archive}
    yield "performing", _agreed(LATELY, terms=OWED), {Queue.TO_PERFORM, revisit}
    may_apply = _agreed(A_MONTH_AGO, terms=OWED)
    yield "may apply for a few days yet", may_apply, {Queue.TO_PERFORM, revisit, Queue.TO_CONFIRM}
    applied = _agreed(at(2018, 6, 27, 9), Move.APPLY_CONFIRMATION, terms=OWED)
    yield "the court is to speak", applied, {Queue.TO_PERFORM, revisit, Queue.TO_CONFIRM}
    confirmed = after(applied, Move.COURT_RECEIVES, Move.COURT_RULES)
    yield "confirmed", confirmed, {Queue.TO_PERFORM, revisit}
    yield "performed", _agreed(LATELY, Move.PERFORM, terms=OWED), {revisit, archive}
    yield "visited", _agreed(LATELY, Move.PERFORM, Move.REVISIT, terms=OWED), {archive}
    yield "not performed", _agreed(LATELY, Move.BREACH, terms=OWED), {Queue.TO_PERFORM, revisit, archive}
    yield "archived", _agreed(A_MONTH_AGO, Move.PERFORM, Move.ARCHIVE, terms=OWED), set()
    yield "failed", _made(LATELY, Move.ACCEPT, Move.FAIL), {archive}
    yield "withdrawn", _made(LATELY, Move.WITHDRAW), {archive}
    yield "transferred", _made(LATELY, Move.TRANSFER), {archive}
    yield "opened again", _made(LATELY, Move.ACCEPT, Move.FAIL, Move.REOPEN), {mediated}
    yield "dangerous", dispute(reported=LATELY, risk=Risk.HIGH), {Queue.NEW, Queue.TO_REPORT}
    told = after(dispute(reported=LATELY, risk=Risk.HIGH), Move.REPORT_POLICE)
    yield "the police know", told, {Queue.NEW}
    charged = _made(LATELY, Move.ACCEPT, Move.TAKE_CHARGE)
    yield "a leader's own", charged, {mediated, Queue.CHARGED}
    yield "failed and still a leader's own", after(charged, Move.FAIL), {archive, Queue.CHARGED}
    yield "struck off", after(charged, Move.END_CHARGE), {mediated}
    yield "supervised", _made(LATELY, Move.ACCEPT, Move.SUPERVISE), {mediated, Queue.SUPERVISED}
    from_a_ledger = Closing(closed_at=LATELY, outcome=Outcome.SUCCEEDED, form=AgreementForm.WRITTEN)
    yield "told by a ledger", dispute(reported=LATELY, status=Status.AGREED, closings=(from_a_ledger,)), set()


@pytest.fixture
def waiting(office: Office) -> Waiting:
    """Disputes on file in every state and condition, each with its queues; each of them is there once more, voided."""
    made = {name: (_again(case), frozenset(queues)) for name, case, queues in _disputes()}
    voided = {
        f"{name}, voided": (replace(_again(case), excluded=Exclusion(at=NOW, reason="演示：误登")), frozenset[Queue]())
        for name, (case, _) in made.items()
    }
    save(office, [*(case for case, _ in [*made.values(), *voided.values()]), event(reported=LATELY)])
    return made | voided


def _again(case: Dispute) -> Dispute:
    bare = dispute(reported=case.reported_at)
    return replace(case, id=bare.id, number=bare.number)


def test_each_dispute_stands_in_the_queues_where_something_waits_for_it(office: Office, waiting: Waiting) -> None:
    names = {case.id: name for name, (case, _) in waiting.items()}
    standing: dict[str, set[Queue]] = {name: set() for name in waiting}
    for queue in queues_of(KIND):
        for case_id in office.lists.find_ids(query_of(queue, KIND, Seat("演示员"), NOW)):
            standing[names[case_id]].add(queue)
    assert standing == {name: set(queues) for name, (_, queues) in waiting.items()}


def test_the_count_of_a_queue_is_its_list(office: Office, waiting: Waiting) -> None:
    queries = [query_of(queue, KIND, Seat("演示员", town=TOWN), NOW) for queue in queues_of(KIND)]
    lists = [office.lists.find_ids(query) for query in queries]
    assert list(office.lists.count_many(queries)) == [len(ids) for ids in lists]
    assert sum(map(len, lists)) == sum(len(queues) for _, queues in waiting.values())
    assert [list(office.lists.find_ids(replace(query, limit=2))) for query in queries] == [
        list(ids[:2]) for ids in lists
    ]


@pytest.mark.parametrize(
    ("queue", "field"),
    [
        (Queue.TODAY, "next_session_at"),
        (Queue.TO_PERFORM, "next_term_due_at"),
        (Queue.TO_REVISIT, "revisit_due_at"),
        (Queue.TO_CONFIRM, "confirm_due_at"),
        (Queue.TO_ARCHIVE, "step_due_at"),
        (Queue.CHARGED, "charge_due_at"),
        (Queue.OVERDUE, "due_at"),
    ],
)
def test_what_is_due_first_stands_first(office: Office, waiting: Waiting, queue: Queue, field: str) -> None:
    made = {case.id: case for case, _ in waiting.values()}
    found = office.lists.find_ids(query_of(queue, KIND, Seat("演示员"), NOW))
    due = [getattr(made[case_id], field) for case_id in found]
    assert due == sorted(due)


def test_a_seat_sees_its_own_disputes_alone(sqlite_office: Office) -> None:
    mine, others, elsewhere = (dispute(reported=LATELY, status=Status.ACCEPTED) for _ in range(3))
    save(
        sqlite_office,
        [
            replace(mine, handler="演示调解员"),
            replace(others, handler="演示别人", first_receiver="演示调解员"),
            replace(elsewhere, handler="演示别人"),
        ],
    )
    for whose, seen in (
        (Whose.HANDLED, {mine.id}),
        (Whose.FIRST, {others.id}),
        (Whose.ALL, {mine.id, others.id, elsewhere.id}),
    ):
        query = query_of(Queue.TO_MEDIATE, KIND, Seat("演示调解员", whose), NOW)
        assert set(sqlite_office.lists.find_ids(query)) == seen


def test_a_confirmation_is_called_for_three_days_ahead(sqlite_office: Office) -> None:
    agreed = _agreed(A_MONTH_AGO, terms=OWED)
    save(sqlite_office, [agreed])
    assert agreed.confirm_due_at == at(2018, 7, 3)
    first_day = at(2018, 6, 29)
    for now, told in ((first_day - timedelta(seconds=1), []), (first_day, [agreed.id])):
        assert list(sqlite_office.lists.find_ids(query_of(Queue.TO_CONFIRM, KIND, Seat("演示员"), now))) == told


def test_an_events_limit_is_no_disputes(sqlite_office: Office) -> None:
    save(sqlite_office, [event(reported=REPORTED, due_at=REPORTED)])
    assert sqlite_office.lists.count(query_of(Queue.OVERDUE, KIND, Seat("演示员"), NOW)) == 0

"""The queues of petitions: each waits exactly where somebody has to do something, and a count is its list."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from gridapp.cases.nearest import Matter, deadlines_of, most_urgent
from gridapp.cases.queues import Queue, Seat, query_of, queues_of
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.bare_cases import event, petition
from tests.gridapp.cases.petition.courses import WAYS, after, new
from tests.gridapp.small_office import save
from tests.offices import TOWN, at

NOW = at(2018, 6, 29, 10)
LATELY = at(2018, 6, 20, 9)
LONG_AGO = at(2018, 4, 2, 9)
KIND = Kind.PETITION
ANYBODY = Seat("演示员", town=TOWN)

Waiting = Mapping[str, tuple[Case, frozenset[Queue]]]


def _in(status: Status, reported: datetime = LATELY, **fields: object) -> Petition:
    return after(new(reported, **fields), *WAYS[status])


def _petitions() -> Iterator[tuple[str, Petition, set[Queue]]]:
    speak, archive, review = Queue.TO_EVALUATE, Queue.TO_ARCHIVE, Queue.IN_REVIEW
    yield "new", new(LATELY), {Queue.TO_ACCEPT}
    yield "accepted", _in(Status.ACCEPTED), {Queue.TO_HANDLE}
    yield "nearly over", _in(Status.ACCEPTED, at(2018, 5, 31, 9)), {Queue.TO_HANDLE, Queue.SOON}
    yield "over", _in(Status.ACCEPTED, LONG_AGO), {Queue.TO_HANDLE, Queue.OVERDUE}
    yield "assigned", _in(Status.PROCESSING), {Queue.TO_HANDLE}
    yield "the unit has reported", _in(Status.FEEDBACK), {Queue.TO_VERIFY}
    yield "not served", _in(Status.REPLIED), {Queue.TO_SERVE}
    yield "served", _in(Status.CLOSED), {speak, archive}
    yield "spoken of", after(_in(Status.CLOSED), Move.EVALUATE), {archive}
    yield "served long ago", _in(Status.CLOSED, LONG_AGO), {archive}
    yield "sent on", _in(Status.TRANSFERRED), {speak, archive}
    yield "under review", _in(Status.REVIEWING), {review}
    yield "reviewed", _in(Status.REVIEWED), {speak, archive}
    yield "under final review", _in(Status.FINALLY_REVIEWING), {review}
    yield "finally reviewed", _in(Status.FINALLY_REVIEWED), {speak, archive}
    yield "settled", _in(Status.SETTLED), {speak, archive}
    yield "concluded", _in(Status.CONCLUDED), {speak, archive}
    yield "filed", _in(Status.ARCHIVED), set()
    yield "opened again", _in(Status.REOPENED), {Queue.TO_ACCEPT}
    listed = after(_in(Status.ACCEPTED), Move.ENTER_BACKLOG)
    yield "on the list", listed, {Queue.TO_HANDLE, Queue.BACKLOG}
    yield "off the list", after(listed, Move.RESOLVE_BACKLOG), {Queue.TO_HANDLE}
    yield "answered and on the list", after(_in(Status.CLOSED), Move.ENTER_BACKLOG), {speak, Queue.BACKLOG}
    charged = after(_in(Status.CLOSED), Move.TAKE_CHARGE)
    yield "answered and a leader's own", charged, {speak, Queue.CHARGED}
    yield "struck off", after(charged, Move.END_CHARGE), {speak, archive}
    supervised = after(_in(Status.ACCEPTED), Move.SUPERVISE)
    yield "supervised", supervised, {Queue.TO_HANDLE, Queue.SUPERVISED}
    yield "threatens", new(LATELY, tags=("越级", "扬言")), {Queue.TO_ACCEPT, Queue.AT_RISK}
    yield (
        "answered and may go to the capital",
        _in(Status.CLOSED, tags=("进京访风险",)),
        {speak, archive, Queue.AT_RISK},
    )
    yield "settled and no risk any more", _in(Status.SETTLED, tags=("扬言",)), {speak, archive}
    told = Closing(closed_at=LONG_AGO, outcome="受理")
    yield "told by a ledger", petition(reported=LONG_AGO, status=Status.CLOSED, closings=(told,)), set()


@pytest.fixture
def waiting(office: Office) -> Waiting:
    """Petitions on file in every state and condition, with their queues; each is there once more, voided."""
    made = {name: (_again(case), frozenset(queues)) for name, case, queues in _petitions()}
    voided = {
        f"{name}, voided": (replace(_again(case), excluded=Exclusion(at=NOW, reason="演示：误登")), frozenset[Queue]())
        for name, (case, _) in made.items()
    }
    save(office, [*(case for case, _ in [*made.values(), *voided.values()]), event(reported=LATELY)])
    return made | voided


def _again(case: Case) -> Petition:
    bare = petition(reported=case.reported_at)
    assert isinstance(case, Petition)
    return replace(case, id=bare.id, number=bare.number)


def test_each_petition_stands_in_the_queues_where_something_waits_for_it(office: Office, waiting: Waiting) -> None:
    names = {case.id: name for name, (case, _) in waiting.items()}
    standing: dict[str, set[Queue]] = {name: set() for name in waiting}
    for queue in queues_of(KIND):
        for case_id in office.lists.find_ids(query_of(queue, KIND, ANYBODY, NOW)):
            standing[names[case_id]].add(queue)
    assert standing == {name: set(queues) for name, (_, queues) in waiting.items()}


def test_the_count_of_a_queue_is_its_list(office: Office, waiting: Waiting) -> None:
    queries = [query_of(queue, KIND, ANYBODY, NOW) for queue in queues_of(KIND)]
    lists = [office.lists.find_ids(query) for query in queries]
    assert list(office.lists.count_many(queries)) == [len(ids) for ids in lists]
    assert sum(map(len, lists)) == sum(len(queues) for _, queues in waiting.values())
    assert [list(office.lists.find_ids(replace(query, limit=2))) for query in queries] == [
        list(ids[:2]) for ids in lists
    ]


@pytest.mark.parametrize(
    ("queue", "field"),
    [
        (Queue.TO_ACCEPT, "step_due_at"),
        (Queue.TO_HANDLE, "due_at"),
        (Queue.TO_SERVE, "step_due_at"),
        (Queue.IN_REVIEW, "step_due_at"),
        (Queue.TO_ARCHIVE, "step_due_at"),
        (Queue.BACKLOG, "backlog_entered_at"),
        (Queue.CHARGED, "charge_due_at"),
    ],
)
def test_what_is_due_first_stands_first(office: Office, waiting: Waiting, queue: Queue, field: str) -> None:
    made = {case.id: case for case, _ in waiting.values()}
    found = office.lists.find_ids(query_of(queue, KIND, ANYBODY, NOW))
    due = [getattr(made[case_id], field) for case_id in found]
    assert due == sorted(due)


_MATTERS: Mapping[Status, tuple[Matter, ...]] = {
    Status.REPORTED: (Matter.DECISION,),
    Status.ACCEPTED: (Matter.HANDLING, Matter.LEGAL),
    Status.PROCESSING: (Matter.HANDLING, Matter.LEGAL),
    Status.FEEDBACK: (),
    Status.REPLIED: (Matter.SERVICE,),
    Status.CLOSED: (Matter.FILE,),
    Status.TRANSFERRED: (Matter.FILE,),
    Status.REVIEWING: (Matter.REVIEW,),
    Status.REVIEWED: (Matter.FILE,),
    Status.FINALLY_REVIEWING: (Matter.FINAL_REVIEW,),
    Status.FINALLY_REVIEWED: (Matter.FILE,),
    Status.SETTLED: (Matter.FILE,),
    Status.CONCLUDED: (Matter.FILE,),
    Status.ARCHIVED: (),
    Status.REOPENED: (Matter.DECISION,),
}


@pytest.mark.parametrize("status", list(WAYS))
def test_in_each_state_the_deadlines_that_run_are_told(sqlite_office: Office, status: Status) -> None:
    case = _in(status)
    save(sqlite_office, [case])
    (row,) = sqlite_office.lists.load_rows([case.id])
    assert tuple(one.matter for one in deadlines_of(row, NOW)) == _MATTERS[status]


def test_a_leaders_charge_is_waited_for_beside_the_handling(sqlite_office: Office) -> None:
    case = after(_in(Status.ACCEPTED), Move.TAKE_CHARGE)
    save(sqlite_office, [case])
    (row,) = sqlite_office.lists.load_rows([case.id])
    first = deadlines_of(row, NOW)[0]
    assert (first.matter, first.at) == (Matter.CHARGE, case.charge_due_at)


def test_the_most_urgent_petition_is_the_one_with_the_first_deadline(office: Office) -> None:
    late, decided, review = _in(Status.ACCEPTED, LONG_AGO), new(LATELY), _in(Status.REVIEWING, LATELY)
    save(office, [review, decided, late])
    found = most_urgent(office.lists, KIND, ANYBODY, NOW, 9)
    assert [(one.row.id, one.deadline.matter) for one in found] == [
        (late.id, Matter.HANDLING),
        (decided.id, Matter.DECISION),
        (review.id, Matter.REVIEW),
    ]


def test_an_accusation_waits_to_be_decided_for_everybody_to_see(sqlite_office: Office) -> None:
    accused = new(LATELY, purpose=PetitionPurpose.ACCUSATION, title="演示密情")
    save(sqlite_office, [accused])
    (found,) = sqlite_office.lists.find_ids(query_of(Queue.TO_ACCEPT, KIND, ANYBODY, NOW))
    (row,) = sqlite_office.lists.load_rows([found])
    assert row.title == "检举控告（已保密）"
    assert [one.matter for one in deadlines_of(row, NOW)] == [Matter.DECISION]

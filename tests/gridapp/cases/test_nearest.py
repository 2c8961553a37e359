"""What is due first: the deadlines of a line, and the most urgent cases of a kind."""

from datetime import date

import pytest

from gridapp.cases.nearest import Matter, deadlines_of, most_urgent
from gridapp.cases.queues import Seat, Whose
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Term
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import CaseRow, Office
from tests.offices import at, dispute_recorded, recorded, taken

NOW = at(2018, 2, 28, 12)
EVERYBODY = Seat("演示员")
RECEIVE = {"unit": "桐川村调委会", "handler": "演示员", "informed": "口头"}
HELD = {"place": "演示室", "present": "双方", "record": "演示", "session_result": "达成协议"}


def _in_hand(office: Office, day: int, **fields: object) -> Case:
    case: Case = dispute_recorded(office, at(2018, 2, day, 9), **fields)
    return taken(office, case, Move.ACCEPT, at(2018, 2, day, 10), **RECEIVE)


def _row(office: Office, case: Case) -> CaseRow:
    return office.lists.load_rows([case.id])[0]


def test_a_dispute_in_hand_waits_for_its_session_before_its_month(office: Office) -> None:
    case = _in_hand(office, 20)
    taken(office, case, Move.SCHEDULE, at(2018, 2, 20, 11), meet_at=at(2018, 3, 1, 9), place="演示室")
    matters = [deadline.matter for deadline in deadlines_of(_row(office, case), NOW)]
    assert matters == [Matter.SESSION, Matter.MEDIATION]


def test_an_agreement_waits_for_its_terms_the_visit_and_the_court(office: Office) -> None:
    case = taken(office, _in_hand(office, 20), Move.MEDIATE, at(2018, 2, 21, 9), **HELD)
    terms = (Term(agreement=0, what="付款", due_at=end_of(date(2018, 3, 5))),)
    case = taken(
        office,
        case,
        Move.AGREE,
        at(2018, 2, 21, 10),
        form="书面",
        result="演示",
        terms=terms,
    )
    found = {deadline.matter: deadline.at for deadline in deadlines_of(_row(office, case), NOW)}
    assert found.keys() == {Matter.PERFORMANCE, Matter.REVISIT, Matter.CONFIRMATION}
    assert found[Matter.PERFORMANCE] == end_of(date(2018, 3, 5))


@pytest.mark.parametrize("status", [Status.ARCHIVED, Status.INVALID, Status.TRANSFERRED])
def test_the_month_does_not_run_where_nobody_mediates(office: Office, status: Status) -> None:
    row = _row(office, _in_hand(office, 20))._replace(status=status)
    assert Matter.MEDIATION not in {deadline.matter for deadline in deadlines_of(row, NOW)}


def test_what_is_taken_out_of_counting_waits_for_nothing(office: Office) -> None:
    assert deadlines_of(_row(office, _in_hand(office, 20))._replace(excluded=True), NOW) == ()


def test_the_first_deadline_decides_the_order_and_no_more_are_told_than_asked(office: Office) -> None:
    late, soon, met = (_in_hand(office, day) for day in (1, 5, 20))
    taken(office, met, Move.SCHEDULE, at(2018, 2, 20, 11), meet_at=at(2018, 2, 26, 9), place="演示室")
    found = most_urgent(office.lists, Kind.DISPUTE, EVERYBODY, NOW, 2)
    assert [one.row.id for one in found] == [met.id, late.id]
    assert [one.row.id for one in most_urgent(office.lists, Kind.DISPUTE, EVERYBODY, NOW, 9)] == [
        met.id,
        late.id,
        soon.id,
    ]


def test_only_ones_own_are_told_who_asks_for_them(office: Office) -> None:
    _in_hand(office, 20)
    assert most_urgent(office.lists, Kind.DISPUTE, Seat("演示二", Whose.HANDLED), NOW, 9) == []


def test_an_event_is_urgent_by_its_limit_for_handling(office: Office) -> None:
    event = recorded(office, at(2018, 2, 20), due_at=at(2018, 2, 27))
    first = most_urgent(office.lists, Kind.EVENT, EVERYBODY, NOW, 1)
    assert [(one.row.id, one.deadline.matter) for one in first] == [(event.id, Matter.HANDLING)]

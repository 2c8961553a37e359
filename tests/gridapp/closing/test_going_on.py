"""Every move of every course goes on in the open month with what a closed one counted, which stands still."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.closing.balances import balances, broken
from gridapp.counting.words import Words
from gridapp.domain.case import Case
from gridapp.domain.course import course_of, lawful
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI, day_of, end_of
from gridapp.domain.move import Move, Need
from gridapp.domain.period import Month
from gridapp.domain.problem import ClosedMonth, Refusal
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office, Save
from tests.gridapp.cases import courses as event_courses
from tests.gridapp.cases.dispute import courses as dispute_courses
from tests.gridapp.cases.hazard import courses as hazard_courses
from tests.gridapp.cases.petition import courses as petition_courses
from tests.offices import ACTOR, DEADLINES, TOWN, month_closed

_NOT_ALONE = frozenset({Move.REFER})
"""What is done together with another record only."""


def _of_hazard(case: Case, move: Move, when: datetime) -> Order:
    answers = {need: hazard_courses.ANSWERS[need] for need in course_of(Kind.HAZARD)[move].needs}
    if Need.UNTIL in answers:
        answers[Need.UNTIL] = end_of(day_of(max(when, case.due_at or when)) + timedelta(days=30))
    if move is Move.ORDER_MENDING:
        answers[Need.NUMBER] = f"演示责改〔2018〕{case.number}"
    return Order(move=move, at=when, **{need.value: answer for need, answer in answers.items()})  # type: ignore[arg-type]


_KINDS: Mapping[
    Kind, tuple[Iterable[Status], Callable[[Status], Case], Callable[[Case, Move, datetime], Order], int]
] = {
    Kind.EVENT: (
        event_courses.WAYS,
        event_courses.event_in,
        lambda _, move, when: event_courses.order(move, when),
        60,
    ),
    Kind.DISPUTE: (dispute_courses.WAYS, dispute_courses.dispute_in, dispute_courses.order_for, 70),
    Kind.PETITION: (petition_courses.WAYS, petition_courses.petition_in, petition_courses.order_for, 100),
    Kind.HAZARD: (hazard_courses.WAYS, hazard_courses.standing, _of_hazard, 40),
}
"""The states of a kind, how a case comes to be there, what a move asks for, and how many moves there are at least."""


@pytest.mark.parametrize("kind", list(_KINDS))
def test_every_move_goes_on_and_what_was_signed_stands_still(sqlite_office: Office, kind: Kind) -> None:
    office = sqlite_office
    states, standing, order_for, least = _KINDS[kind]
    cases = [
        (replace(standing(status), step_due_at=None), move)
        for status in states
        for move in lawful(kind, status)
        if move not in _NOT_ALONE
    ]
    with office.cases.transaction() as writer:
        last = max(case.last_moment for case, _ in cases)
        writer.save([Save(None, case, "登记") for case, _ in cases], ACTOR, last)
    month = Month.of(day_of(last))
    month_closed(office, month)
    signed = _balances(office, month)
    when = datetime(month.end.year, month.end.month, 20, 10, tzinfo=SHANGHAI)
    made = 0
    for case, move in cases:
        with suppress(Refusal):
            made += _went_on(office, case, order_for(case, move, when), when)
    assert made >= least
    assert _balances(office, month) == signed
    words = Words(office.registers.areas(), vocabulary())
    for later in (month, month.later(1), month.later(2)):
        assert broken(balances(office.ledger, words, TOWN, later), words) == []
    for result in (office.checks.postings(), office.checks.balances()):
        assert result.ok, result.detail


def _went_on(office: Office, case: Case, order: Order, when: datetime) -> bool:
    try:
        take(office.cases, case.id, 1, order, DEADLINES, ACTOR, lambda: when)
    except ClosedMonth as error:
        raise AssertionError(f"{order.move} of a case in {case.status} is work of an open month") from error
    return True


def _balances(office: Office, month: Month) -> object:
    words = Words(office.registers.areas(), vocabulary())
    return balances(office.ledger, words, TOWN, month)

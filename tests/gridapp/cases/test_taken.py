"""What a move makes of an event: every pair of state and move, and what each move does to clocks and people."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from gridapp.cases.permission import needs_of, why_not
from gridapp.cases.taken import taken
from gridapp.counting.rules import postings_of
from gridapp.domain.attachment import Attachment
from gridapp.domain.case import Case
from gridapp.domain.clock import stretches
from gridapp.domain.course import lawful
from gridapp.domain.deadline import Stage
from gridapp.domain.event import Event
from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.move import ANSWERS, Move, Need
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.quantity import Quantity
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import event
from tests.gridapp.cases.courses import HOUR, REPORTED, WAYS, after, event_in, order
from tests.offices import DEADLINES, at

ANSWERED = {answer: ask for ask, answers in ANSWERS.items() for answer in answers}
BY_A_DISPUTE = (Move.REFER, Move.REFERRAL_SETTLED, Move.REFERRAL_RETURNED)
"""The moves that an event makes with the dispute that was opened from it, and nobody by hand."""


def ready(case: Case, move: Move) -> Case:
    """A case in which nothing but the state can forbid a move: what it answers was asked, what it lifts is there."""
    if move in ANSWERED and ANSWERED[move] in lawful(Kind.EVENT, case.status):
        case = after(case, ANSWERED[move])
    if move is Move.LIFT_SUPERVISION and Move.SUPERVISE in lawful(Kind.EVENT, case.status):
        case = after(case, Move.SUPERVISE)
    return case


@pytest.mark.parametrize("move", [move for move in EVENT_COURSE if move not in BY_A_DISPUTE])
@pytest.mark.parametrize("status", WAYS)
def test_a_move_is_made_in_its_states_and_refused_in_every_other(status: Status, move: Move) -> None:
    case = ready(event_in(status), move)
    when = case.last_moment + (timedelta(days=16) if move is Move.ARCHIVE else HOUR)
    passage = EVENT_COURSE[move]
    if status in passage.sources and not (move is Move.RETURN_UNIT and _given_back(case)):
        changed = taken(case, order(move, when), DEADLINES, "演示员", when)
        assert changed.status is (passage.target or status)
        assert changed.steps[: len(case.steps)] == case.steps
        assert changed.steps[len(case.steps)].move is move
    else:
        with pytest.raises(Refusal, match=move.value):
            taken(case, order(move, when), DEADLINES, "演示员", when)


def _given_back(case: Case) -> bool:
    return any(step.move is Move.RETURN_UNIT and step.unit == case.unit for step in case.steps)


@pytest.mark.parametrize("move", BY_A_DISPUTE)
@pytest.mark.parametrize("status", WAYS)
def test_an_event_is_referred_and_comes_back_by_its_dispute_alone(status: Status, move: Move) -> None:
    case = event_in(status)
    when = case.last_moment + HOUR
    with pytest.raises(Refusal, match="纠纷"):
        taken(case, order(move, when), DEADLINES, "演示员", when)


@pytest.mark.parametrize("move", [move for move in Move if move not in EVENT_COURSE])
def test_what_is_done_with_disputes_alone_is_not_done_with_an_event(move: Move) -> None:
    case = event_in(Status.PROCESSING)
    with pytest.raises(Refusal, match=f"不能{move.value}"):
        taken(case, order(move, case.last_moment + HOUR), DEADLINES, "演示员", case.last_moment + HOUR)


@pytest.mark.parametrize("status", WAYS)
def test_what_the_buttons_say_is_what_the_use_case_does(status: Status) -> None:
    case = event_in(status)
    now = case.last_moment + HOUR
    for move in EVENT_COURSE:
        refusal = why_not(case, move, now, DEADLINES)
        if refusal is not None:
            with pytest.raises(Refusal) as refused:
                taken(case, order(move, now), DEADLINES, "演示员", now)
            assert str(refused.value) == refusal


@pytest.mark.parametrize(
    "move", [move for move, passage in EVENT_COURSE.items() if passage.needs and move not in BY_A_DISPUTE]
)
def test_an_order_without_its_particulars_is_told_all_that_is_missing_at_once(move: Move) -> None:
    case = ready(event_in(min(EVENT_COURSE[move].sources, key=list(Status).index)), move)
    now = case.last_moment + HOUR
    empty = replace(order(move, now), reason=" ", result="", evidence="", opinion="", unit="", days=None, until=None)
    empty = replace(empty, approver="", satisfaction="", grade="", chief="", place="", tasks=())
    with pytest.raises(Unacceptable) as refused:
        taken(case, empty, DEADLINES, "演示员", now)
    assert {problem.field for problem in refused.value.problems} == {need.value for need in needs_of(case, move)}


def test_the_time_for_handling_runs_from_the_acceptance() -> None:
    case = event_in(Status.ACCEPTED, category="ZF0401")
    assert case.due_at == DEADLINES.due(Stage.HANDLE, "ZF0401", None, REPORTED + HOUR)


def test_a_limit_given_with_the_event_stays() -> None:
    assert event_in(Status.ACCEPTED, due_at=at(2018, 4, 1)).due_at == at(2018, 4, 1)


def test_a_year_without_a_calendar_gets_no_limit_rather_than_a_guess() -> None:
    case = after(event(reported=at(2027, 3, 5, 9)), Move.ACCEPT)
    assert case.due_at is None


def test_each_step_has_a_limit_of_its_own() -> None:
    stages = {Status.ASSIGNED: Stage.SIGN, Status.FEEDBACK: Stage.VERIFY, Status.ESCALATED: Stage.COUNTY}
    for status, stage in stages.items():
        case = event_in(status)
        assert case.step_due_at == DEADLINES.due(stage, case.category, case.level, case.steps[-1].at)
    assert event_in(Status.PROCESSING).step_due_at is None


def test_a_suspension_moves_the_limit_by_the_working_days_it_lasted() -> None:
    case = event_in(Status.SUSPENDED, due_at=at(2018, 3, 20))
    resumed = at(2018, 3, 12, 10)
    case = taken(case, order(Move.RESUME, resumed), DEADLINES, "演示员", resumed)
    assert case.due_at == at(2018, 3, 27)


def test_an_extension_waits_for_a_leader_and_moves_the_limit_by_working_days() -> None:
    asked = after(event_in(Status.PROCESSING, due_at=at(2018, 4, 5)), Move.ASK_EXTENSION)
    assert (asked.awaited, asked.due_at) == (Move.ASK_EXTENSION, at(2018, 4, 5))
    granted = after(asked, Move.GRANT_EXTENSION)
    assert (granted.awaited, granted.due_at) == (None, at(2018, 4, 11))
    assert granted.steps[-1].approver == "演示领导"
    assert after(asked, Move.DENY_EXTENSION).due_at == at(2018, 4, 5)


def test_what_is_asked_is_not_asked_twice() -> None:
    asked = after(event_in(Status.PROCESSING), Move.ASK_EXTENSION)
    with pytest.raises(Refusal, match="正等待审批"):
        after(asked, Move.ASK_EXTENSION)


def test_a_unit_gives_back_once_and_within_a_working_day() -> None:
    again = after(event_in(Status.UNIT_RETURNED), Move.ASSIGN)
    with pytest.raises(Refusal, match="已经退回过一次"):
        after(again, Move.RETURN_UNIT)
    assigned = event_in(Status.ASSIGNED)
    late = REPORTED + timedelta(days=2)
    with pytest.raises(Refusal, match="不能再退回"):
        taken(assigned, order(Move.RETURN_UNIT, late), DEADLINES, "演示员", late)


def test_supervision_is_only_raised_and_a_red_card_only_lifted() -> None:
    yellow = _supervised(event_in(Status.PROCESSING), "黄牌督办")
    assert yellow.supervision == "黄牌督办"
    with pytest.raises(Unacceptable, match="不能改为“普通督办”"):
        _supervised(yellow, "普通督办")
    red = _supervised(yellow, "红牌督办", chief="演示首席")
    assert (red.supervision, red.chief) == ("红牌督办", "演示首席")
    for grade in ("普通督办", "黄牌督办", "红牌督办"):
        with pytest.raises(Refusal, match="只能取消督办"):
            _supervised(red, grade)
    assert after(red, Move.LIFT_SUPERVISION).supervision is None


def _supervised(case: Case, grade: str, chief: str = "") -> Case:
    when = case.last_moment + HOUR
    return taken(case, order(Move.SUPERVISE, when, grade=grade, chief=chief), DEADLINES, "演示员", when)


def test_a_red_card_and_a_major_event_need_a_leader_who_answers() -> None:
    with pytest.raises(Unacceptable, match="须有首席负责人"):
        _supervised(event_in(Status.PROCESSING), "红牌督办")
    with pytest.raises(Unacceptable, match="请填写首席负责人"):
        after(event(reported=REPORTED, level="重大"), Move.ACCEPT)
    assert after(event(reported=REPORTED, level="重大", chief="演示首席"), Move.ACCEPT).status is Status.ACCEPTED


def test_the_first_receiver_answers_until_the_next_has_received_it() -> None:
    asked = {status: event_in(status, first_receiver="演示首问").answerable for status in WAYS}
    first = {status for status, person in asked.items() if person == "演示首问"}
    assert first == {
        Status.REPORTED,
        Status.RETURNED,
        Status.INVALID,
        Status.SELF_CLOSED,
        Status.ACCEPTED,
        Status.ASSIGNED,
        Status.UNIT_RETURNED,
        Status.ESCALATED,
    }
    assert asked[Status.PROCESSING] == "演示承办人"


def test_a_closing_after_feedback_is_judged_by_the_feedback() -> None:
    case = event_in(Status.FEEDBACK, due_at=at(2018, 3, 7))
    late = at(2018, 3, 20)
    closed = taken(case, order(Move.CLOSE, late), DEADLINES, "演示员", late).closed
    assert closed is not None
    assert (closed.handled_at, closed.in_time) == (case.steps[-1].at, True)


def test_a_closing_takes_result_and_evidence_over_from_the_feedback() -> None:
    case = event_in(Status.FEEDBACK)
    when = case.last_moment + HOUR
    closed = taken(case, order(Move.CLOSE, when, result="", evidence=""), DEADLINES, "演示员", when).closed
    assert closed is not None
    assert (closed.result, closed.evidence) == ("演示：已处理", "演示：现场查看")


def test_files_prove_a_feedback_and_belong_to_its_step() -> None:
    case = event_in(Status.PROCESSING)
    when = case.last_moment + HOUR
    photo = Attachment(name="照片.jpg", sha256="0" * 64, size=1, added_at=when, added_by="演示员")
    changed = taken(case, order(Move.FEEDBACK, when, evidence="", attachments=(photo,)), DEADLINES, "演示员", when)
    assert [file.step for file in changed.attachments] == [len(changed.steps)]


def test_quantities_of_a_feedback_are_counted_in_their_units() -> None:
    case = event_in(Status.PROCESSING)
    when = case.last_moment + HOUR
    done = (Quantity(amount=Decimal("2.5"), unit="吨", at=when), Quantity(amount=Decimal(3), unit="处", at=when))
    changed = taken(case, order(Move.FEEDBACK, when, quantities=done), DEADLINES, "演示员", when)
    counted = {p.measure: p.quantity for p in postings_of(changed) if p.measure.startswith("event.quantity")}
    assert counted == {"event.quantity.吨": Decimal("2.5"), "event.quantity.处": Decimal(3)}


def test_an_assignment_names_those_who_assist_and_those_who_are_told() -> None:
    case = event_in(Status.ACCEPTED)
    when = case.last_moment + HOUR
    given = order(Move.ASSIGN, when, assistants=("演示队",), copies=("演示办",))
    steps = taken(case, given, DEADLINES, "演示员", when).steps
    assert [(step.move, step.unit) for step in steps[-3:]] == [
        (Move.ASSIGN, "演示所"),
        (Move.ASSIST, "演示队"),
        (Move.COPY, "演示办"),
    ]
    with pytest.raises(Unacceptable, match="不能同时主办"):
        taken(case, replace(given, copies=("演示所",)), DEADLINES, "演示员", when)


def test_an_assignment_may_bring_the_limit_forward_and_never_put_it_off() -> None:
    case = event_in(Status.ACCEPTED, due_at=at(2018, 3, 20))
    when = case.last_moment + HOUR
    earlier = end_of(at(2018, 3, 9).date())
    assert taken(case, order(Move.ASSIGN, when, until=earlier), DEADLINES, "演示员", when).due_at == earlier
    with pytest.raises(Unacceptable, match="请申请延期"):
        taken(case, order(Move.ASSIGN, when, until=at(2018, 3, 21)), DEADLINES, "演示员", when)


def test_an_event_is_archived_fifteen_days_after_its_closing() -> None:
    case = event_in(Status.CLOSED)
    with pytest.raises(Refusal, match="办结满 15 天"):
        taken(case, order(Move.ARCHIVE), DEADLINES, "演示员", case.closings[0].closed_at + timedelta(days=14))


def test_verifying_before_closing_makes_the_opinion_needless() -> None:
    fed_back = event_in(Status.FEEDBACK)
    assert Need.OPINION in needs_of(fed_back, Move.CLOSE)
    assert Need.OPINION not in needs_of(after(fed_back, Move.VERIFY), Move.CLOSE)


def test_the_clock_stands_still_after_a_closing_at_the_very_moment_of_the_acceptance() -> None:
    case: Case = event(reported=REPORTED, due_at=at(2018, 3, 6))
    late = at(2018, 3, 20)
    for move in (Move.ACCEPT, Move.CLOSE):
        case = taken(case, order(move, late), DEADLINES, "演示员", late)
    assert [stretch.until for stretch in stretches(case)] == [late, late]


def test_what_was_settled_on_the_spot_and_fails_the_sample_is_open_again() -> None:
    case = after(event_in(Status.SELF_CLOSED), Move.REFUTE)
    assert isinstance(case, Event)
    assert (case.status, case.closed) == (Status.REPORTED, None)
    assert case.closings[0].reopen_reason == "演示：原因"

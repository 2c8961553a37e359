"""What an event counts for those who work on it: own steps, untrue checks, cards, first reports."""

from collections import Counter
from datetime import date, timedelta

import pytest

from gridapp.cases.taken import taken
from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Exclusion
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import event
from tests.gridapp.cases.courses import HOUR, REPORTED, event_in, order
from tests.offices import DEADLINES, at

_LONG_AFTER = timedelta(days=60)


def counted(case: Case, measure: str) -> Counter[str | None]:
    """For whom an event counts under a measure, how often."""
    found: Counter[str | None] = Counter()
    for posting in postings_of(case):
        if posting.measure == measure:
            found[posting.dimensions.staff] += int(posting.quantity)
    return found


def by(case: Case, person: str, move: Move, later: timedelta = HOUR, **particulars: object) -> Case:
    """A case after a move that a person made."""
    when = case.last_moment + later
    return taken(case, order(move, when, **particulars), DEADLINES, person, when)


def test_an_event_settled_by_its_reporter_is_his_own_step() -> None:
    case = by(event_in(Status.REPORTED, reporter="演示甲"), "演示录入员", Move.SELF_CLOSE)
    assert counted(case, "event.own_on_time") == {"演示甲": 1}


def test_a_step_at_the_last_moment_of_its_limit_is_in_time_and_the_next_day_is_late() -> None:
    limit = end_of(date(2018, 3, 9))
    due = event(reported=REPORTED, reporter="演示甲", due_at=limit)
    in_time = by(due, "演示甲", Move.SELF_CLOSE, limit - REPORTED - timedelta(seconds=1))
    late = by(due, "演示甲", Move.SELF_CLOSE, limit - REPORTED)
    assert counted(in_time, "event.own_on_time") == {"演示甲": 1}
    assert counted(late, "event.own_late") == {"演示甲": 1}


def test_signing_and_feedback_are_those_of_the_one_to_whom_it_was_given() -> None:
    case = event_in(Status.ACCEPTED)
    case = by(case, "演示受理员", Move.ASSIGN, handler="演示甲")
    case = by(case, "演示录入员", Move.SIGN, handler="")
    case = by(case, "演示录入员", Move.FEEDBACK)
    assert counted(case, "event.own_on_time") + counted(case, "event.own_late") == {"演示甲": 2}


def test_what_nobody_is_named_for_is_the_step_of_who_made_it() -> None:
    case = by(event_in(Status.ACCEPTED), "演示受理员", Move.ASSIGN, handler="")
    case = by(case, "演示乙", Move.SIGN, handler="")
    assert counted(case, "event.own_on_time") == {"演示乙": 1}


def test_a_signature_after_its_own_limit_is_late() -> None:
    case = by(event_in(Status.ACCEPTED), "演示受理员", Move.ASSIGN, handler="演示甲")
    case = by(case, "演示甲", Move.SIGN, _LONG_AFTER, handler="")
    assert counted(case, "event.own_late") == {"演示甲": 1}


def test_only_the_first_check_of_a_feedback_counts() -> None:
    case = by(event_in(Status.FEEDBACK), "演示乙", Move.VERIFY)
    case = by(case, "演示丙", Move.REWORK)
    checks = counted(case, "event.own_on_time")
    assert (checks["演示乙"], checks["演示丙"]) == (1, 0)


def test_feedback_of_the_county_is_nobodys_step() -> None:
    before = event_in(Status.ESCALATED)
    assert counted(by(before, "演示甲", Move.FEEDBACK), "event.own_on_time") == counted(before, "event.own_on_time")


def test_a_ledgers_closing_without_steps_is_nobodys() -> None:
    assert not counted(event(reporter="演示甲", handler="演示甲"), "event.own_on_time")


@pytest.mark.parametrize("move", [Move.CONFIRM, Move.REFUTE])
def test_a_sample_that_refutes_is_held_against_the_reporter_and_one_that_confirms_is_not(move: Move) -> None:
    case = by(event_in(Status.SELF_CLOSED, reporter="演示甲"), "演示受理员", move)
    assert counted(case, "event.refuted") == ({"演示甲": 1} if move is Move.REFUTE else {})


def test_a_check_that_another_overthrows_is_untrue() -> None:
    checked = by(event_in(Status.FEEDBACK), "演示甲", Move.VERIFY)
    assert counted(by(checked, "演示乙", Move.REWORK), "event.refuted") == {"演示甲": 1}


def test_who_corrects_his_own_check_is_not_refuted() -> None:
    checked = by(event_in(Status.FEEDBACK), "演示甲", Move.VERIFY)
    assert not counted(by(checked, "演示甲", Move.REWORK), "event.refuted")


def test_a_reopening_refutes_the_last_check_once() -> None:
    case = by(event_in(Status.FEEDBACK), "演示甲", Move.VERIFY)
    case = by(case, "演示受理员", Move.CLOSE)
    case = by(case, "演示甲", Move.REOPEN)
    case = by(case, "演示受理员", Move.CLOSE)
    case = by(case, "演示受理员", Move.REOPEN)
    assert counted(case, "event.refuted") == {"演示甲": 1}


def test_a_rework_without_a_check_refutes_nobody() -> None:
    assert not counted(event_in(Status.REWORK), "event.refuted")


@pytest.mark.parametrize(("grade", "measure"), [("黄牌督办", "event.yellow_cards"), ("红牌督办", "event.red_cards")])
def test_a_card_is_that_of_the_one_who_has_the_event_in_hand(grade: str, measure: str) -> None:
    case = by(event_in(Status.ACCEPTED), "演示受理员", Move.ASSIGN, handler="演示甲")
    case = by(case, "演示甲", Move.SIGN, handler="")
    assert counted(by(case, "演示领导", Move.SUPERVISE, grade=grade, chief="演示首席"), measure) == {"演示甲": 1}


def test_a_card_before_anybody_received_it_is_that_of_the_first_receiver() -> None:
    case = event_in(Status.REPORTED, first_receiver="演示首问", reporter="演示甲")
    assert counted(by(case, "演示领导", Move.SUPERVISE, grade="黄牌督办"), "event.yellow_cards") == {"演示首问": 1}


def test_a_card_on_what_was_given_back_is_the_reporters() -> None:
    case = event_in(Status.RETURNED, first_receiver="演示首问", reporter="演示甲")
    assert counted(by(case, "演示领导", Move.SUPERVISE, grade="红牌督办", chief="演示首席"), "event.red_cards") == {
        "演示甲": 1
    }


def test_plain_supervision_is_no_card() -> None:
    case = by(event_in(Status.PROCESSING), "演示领导", Move.SUPERVISE, grade="普通督办")
    assert not counted(case, "event.yellow_cards") + counted(case, "event.red_cards")


@pytest.mark.parametrize(("level", "times"), [("较大", 0), ("重大", 1), ("特别重大", 1)])
def test_a_major_event_counts_for_who_reported_it(level: str, times: int) -> None:
    assert counted(event(level=level, reporter="演示甲"), "event.major_first")["演示甲"] == times


def test_a_second_report_of_the_same_is_no_first_one() -> None:
    merged = Exclusion(at=at(2018, 1, 9), reason="重复", merged_into=event().id)
    assert not counted(event(level="重大", reporter="演示甲", excluded=merged), "event.major_first")


def test_later_steps_change_nothing_of_earlier_days() -> None:
    case = by(event_in(Status.FEEDBACK, reporter="演示甲"), "演示乙", Move.VERIFY)
    before = {p for p in postings_of(case) if "own_" in p.measure or p.measure == "event.refuted"}
    for move in (Move.REWORK, Move.FEEDBACK, Move.CLOSE, Move.REOPEN):
        case = by(case, "演示丙", move, timedelta(days=1))
    assert before <= postings_of(case)

"""How a case stands and what time it has left, in words that need no colour."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.deadline import Light
from gridapp.domain.moment import spoken
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import event
from tests.gridapp.cases.courses import event_in
from tests.offices import DEADLINES, at
from ui.handling.state_words import (
    card_in_words,
    limit_in_words,
    standstill_in_words,
    state_in_words,
    step_limit_in_words,
)

_RUNNING = event(
    status=Status.PROCESSING, reported_at=at(2018, 6, 1, 9), accepted_at=at(2018, 6, 1, 9), due_at=at(2018, 6, 16)
)


@pytest.mark.parametrize(
    ("now", "words", "light"),
    [
        (at(2018, 6, 4, 9), "2018-06-15，还剩 9 个工作日", Light.GREEN),
        (at(2018, 6, 14, 9), "2018-06-15，还剩 1 个工作日", Light.YELLOW),
        (at(2018, 6, 15, 9), "2018-06-15，今日到期", Light.YELLOW),
        (at(2018, 6, 19, 9), "2018-06-15，已超期 1 个工作日", Light.RED),
    ],
)
def test_what_is_left_is_told_in_working_days(now: object, words: str, light: Light) -> None:
    limit = limit_in_words(_RUNNING, now, DEADLINES)  # type: ignore[arg-type]
    assert limit is not None
    assert (limit.text, limit.light) == (words, light)
    assert light.label in limit.sign


def test_a_clock_that_stands_still_says_so() -> None:
    limit = limit_in_words(replace(_RUNNING, status=Status.SUSPENDED), at(2018, 7, 1), DEADLINES)
    assert limit is not None
    assert (limit.text, limit.light) == ("2018-06-15，挂起", Light.GREY)


@pytest.mark.parametrize("status", [Status.ESCALATED, Status.SUSPENDED])
def test_the_time_that_others_take_is_told_by_itself(status: Status) -> None:
    case = event_in(status)
    stopped = case.steps[-1].at
    assert standstill_in_words(case, stopped + timedelta(days=2), DEADLINES) == f"{spoken(stopped)} 起，已 2 个工作日"
    assert standstill_in_words(event_in(Status.PROCESSING), stopped, DEADLINES) is None


def test_a_closed_case_says_whether_it_was_in_time() -> None:
    for closed_at, words in ((at(2018, 6, 10), "按期办结"), (at(2018, 6, 20), "超期办结")):
        closing = Closing(closed_at=closed_at, due_at=_RUNNING.due_at)
        limit = limit_in_words(replace(_RUNNING, status=Status.CLOSED, closings=(closing,)), at(2018, 7, 1), DEADLINES)
        assert limit is not None
        assert (limit.text, limit.sign) == (f"2018-06-15，{words}", "")


def test_a_year_without_a_calendar_is_not_guessed() -> None:
    limit = limit_in_words(replace(_RUNNING, due_at=at(2040, 6, 16)), at(2018, 6, 4), DEADLINES)
    assert limit is not None
    assert limit.text == "2040-06-15（工作日历未维护）"


@pytest.mark.parametrize("year", [2017, 2027])
def test_a_limit_that_no_calendar_gives_says_so(year: int) -> None:
    told = f"未计算（{year} 年的工作日历未维护）"
    waiting = event(status=Status.REPORTED, reported_at=at(year, 6, 1, 9))
    accepted = replace(waiting, status=Status.ACCEPTED, accepted_at=at(year, 6, 1, 10))
    for limit in (
        step_limit_in_words(waiting, at(year, 6, 1, 10), DEADLINES),
        limit_in_words(accepted, at(year, 6, 1, 10), DEADLINES),
    ):
        assert limit is not None
        assert (limit.text, limit.light) == (told, None)
    assert step_limit_in_words(accepted, at(year, 6, 1, 10), DEADLINES) is None


def test_the_limit_of_the_present_step_runs_from_the_last_one() -> None:
    case = event(reported_at=at(2018, 6, 1, 9), step_due_at=at(2018, 6, 6))
    limit = step_limit_in_words(case, at(2018, 6, 5, 9), DEADLINES)
    assert limit is not None
    assert limit.text == "2018-06-05，今日到期"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (_RUNNING, "已到红牌督办条件"),
        (replace(_RUNNING, supervision="红牌督办"), None),
        (replace(_RUNNING, status=Status.SUSPENDED), None),
        (replace(_RUNNING, accepted_at=at(2018, 6, 20, 9)), "已到黄牌督办条件"),
        (replace(_RUNNING, accepted_at=at(2018, 6, 28, 9)), None),
    ],
)
def test_a_delay_calls_for_supervision(case: Case, words: str | None) -> None:
    assert card_in_words(case, at(2018, 6, 30), DEADLINES) == words


def test_a_case_taken_out_of_counting_says_how() -> None:
    gone = Exclusion(at=at(2018, 6, 1), reason="演示")
    assert state_in_words(replace(_RUNNING, excluded=gone)) == "已作废"
    assert state_in_words(replace(_RUNNING, excluded=replace(gone, merged_into=_RUNNING.id))) == "已并案"
    assert limit_in_words(replace(_RUNNING, excluded=gone), at(2018, 7, 1), DEADLINES) is None

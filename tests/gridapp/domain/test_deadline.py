"""Deadlines: the limit of each stage, its light, and the supervision that a delay calls for."""

from datetime import date, datetime

import pytest

from gridapp.domain.deadline import Card, Deadlines, Light, LimitOverride, Limits, Stage, event_limits
from gridapp.domain.kind import Kind
from gridapp.domain.limit import parse_limit
from gridapp.domain.moment import end_of, spoken_limit
from gridapp.domain.office_hours import office_hours
from gridapp.domain.vocabulary import vocabulary
from gridapp.domain.workdays import CalendarMissing
from tests.gridapp.domain.calendars import GIVEN
from tests.offices import at

DEADLINES = Deadlines(GIVEN, event_limits(), office_hours())
START = at(2018, 3, 5, 9)
_OWN = next(leaf for leaf in vocabulary().leaves if leaf.handle_limit == "5d")
_AS_DISPUTE = next(leaf for leaf in vocabulary().leaves if leaf.handle_limit == "R" and leaf.opens is Kind.DISPUTE)


def _limits(**more: object) -> Limits:
    """A few limits in which every rule has something to say."""
    d1, d2, d3, d4 = (parse_limit(text) for text in ("1d", "2d", "3d", "4d"))
    values: dict[str, object] = {
        "default": {Stage.HANDLE: parse_limit("10d"), Stage.ACCEPT: parse_limit("2d")},
        "specialised": {},
        "overrides": [
            LimitOverride(None, "重大", {Stage.HANDLE: d4, Stage.ACCEPT: d1}),
            LimitOverride("A2", None, {Stage.HANDLE: d2}),
            LimitOverride("A2", "重大", {Stage.HANDLE: d1}),
        ],
        "cards": {},
        "own": {"A1": d3, "A2": d3},
    }
    return Limits(**(values | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stage", "category", "level", "expected"),
    [
        (Stage.HANDLE, None, None, "10d"),
        (Stage.HANDLE, "B", "一般", "10d"),
        (Stage.HANDLE, "B", "重大", "4d"),
        (Stage.HANDLE, "A1", "一般", "3d"),
        (Stage.HANDLE, "A1", "重大", "3d"),
        (Stage.HANDLE, "A2", "一般", "2d"),
        (Stage.HANDLE, "A2", "重大", "1d"),
        (Stage.ACCEPT, "A1", "一般", "2d"),
        (Stage.ACCEPT, "A1", "重大", "1d"),
    ],
)
def test_the_narrowest_rule_wins(stage: Stage, category: str | None, level: str | None, expected: str) -> None:
    assert str(_limits().limit(stage, category, level)) == expected


def test_a_stage_without_a_rule_has_no_limit() -> None:
    assert _limits().limit(Stage.SIGN, "A1", "重大") is None
    assert DEADLINES.due(Stage.COUNTY, None, None, START) is None


@pytest.mark.parametrize(
    ("stage", "category", "level", "due"),
    [
        (Stage.ACCEPT, None, "一般", "2018-03-07"),
        (Stage.HANDLE, None, "一般", "2018-03-19"),
        (Stage.HANDLE, _OWN.code, "一般", "2018-03-12"),
        (Stage.HANDLE, _AS_DISPUTE.code, "一般", "2018-04-04"),
        (Stage.ACCEPT, None, "特别重大", "2018-03-05 10:00"),
    ],
)
def test_the_limits_of_the_data_run_on_the_calendar(stage: Stage, category: str | None, level: str, due: str) -> None:
    found = DEADLINES.due(stage, category, level, START)
    assert found is not None
    assert spoken_limit(found) == due


def test_every_leaf_has_a_limit_for_every_stage_of_the_town() -> None:
    stages = [stage for stage in Stage if stage is not Stage.COUNTY]
    lacking = [
        (leaf.code, stage)
        for leaf in vocabulary().leaves
        for stage in stages
        if event_limits().limit(stage, leaf.code, leaf.default_level) is None
    ]
    assert lacking == []


def test_graver_events_never_have_more_time_to_be_accepted() -> None:
    dues = [DEADLINES.due(Stage.ACCEPT, None, level, START) for level in ("一般", "较大", "重大", "特别重大")]
    assert dues == sorted((due for due in dues if due is not None), reverse=True)


@pytest.mark.parametrize(
    ("due", "now", "light"),
    [
        (end_of(date(2018, 3, 19)), at(2018, 3, 13, 23, 59), Light.GREEN),
        (end_of(date(2018, 3, 19)), at(2018, 3, 14), Light.YELLOW),
        (end_of(date(2018, 3, 19)), at(2018, 3, 19, 23, 59), Light.YELLOW),
        (end_of(date(2018, 3, 19)), at(2018, 3, 20), Light.RED),
        (end_of(date(2018, 3, 7)), at(2018, 3, 5, 9), Light.GREEN),
        (end_of(date(2018, 3, 7)), at(2018, 3, 6), Light.YELLOW),
        (at(2018, 3, 5, 15), at(2018, 3, 5, 9), Light.YELLOW),
        (at(2018, 3, 5, 15), at(2018, 3, 5, 15), Light.YELLOW),
        (at(2018, 3, 5, 15), at(2018, 3, 5, 15, 1), Light.RED),
    ],
)
def test_a_light_turns_yellow_with_a_third_or_a_day_left_and_red_when_the_limit_is_over(
    due: datetime, now: datetime, light: Light
) -> None:
    assert DEADLINES.light(due, START, now, running=True) is light


def test_a_holiday_does_not_use_up_time() -> None:
    due, start = end_of(date(2018, 2, 27)), at(2018, 2, 11, 9)
    before, after = (DEADLINES.light(due, start, at(2018, 2, day, 9), running=True) for day in (14, 21))
    assert before is after is Light.GREEN


@pytest.mark.parametrize("due", [None, end_of(date(2018, 3, 1))])
def test_a_clock_that_stands_still_is_grey(due: datetime | None) -> None:
    assert DEADLINES.light(due, START, at(2018, 3, 20), running=False) is Light.GREY


def test_without_a_limit_there_is_no_light() -> None:
    assert DEADLINES.light(None, START, START, running=True) is Light.GREY


def test_red_is_told_even_where_the_calendar_is_unknown_and_other_colours_are_not_guessed() -> None:
    due = end_of(date(2027, 3, 1))
    assert DEADLINES.light(due, START, at(2027, 3, 2, 9), running=True) is Light.RED
    with pytest.raises(CalendarMissing, match="2027 年"):
        DEADLINES.light(due, START, at(2026, 12, 1), running=True)


def test_every_light_and_stage_has_a_word() -> None:
    assert [light.label for light in Light] == ["正常", "将到期", "已超期", "不计时"]
    assert [stage.label for stage in Stage] == ["受理", "签收", "办理", "核查", "上级办理"]


@pytest.mark.parametrize(
    ("stage", "now", "card"),
    [
        (Stage.ACCEPT, at(2018, 3, 7, 23, 59), Card.NONE),
        (Stage.ACCEPT, at(2018, 3, 8), Card.YELLOW),
        (Stage.ACCEPT, at(2018, 3, 12, 23, 59), Card.YELLOW),
        (Stage.ACCEPT, at(2018, 3, 13), Card.RED),
        (Stage.HANDLE, at(2018, 3, 12, 23, 59), Card.NONE),
        (Stage.HANDLE, at(2018, 3, 13), Card.YELLOW),
        (Stage.HANDLE, at(2018, 3, 20), Card.RED),
        (Stage.SIGN, at(2018, 12, 20), Card.NONE),
    ],
)
def test_a_delay_calls_for_a_card(stage: Stage, now: datetime, card: Card) -> None:
    assert DEADLINES.cards(stage, START, now) is card


def test_a_limit_moves_on_the_office_s_calendar() -> None:
    moved = DEADLINES.shifted(end_of(date(2018, 2, 14)), at(2018, 2, 14, 9), at(2018, 2, 22, 9))
    assert spoken_limit(moved) == "2018-02-22"

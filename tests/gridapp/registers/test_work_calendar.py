"""The calendar of an office: what comes with the program, and the office's own days above it."""

from datetime import date

import pytest

from gridapp.domain.actor import Actor
from gridapp.domain.problem import Unacceptable
from gridapp.domain.workdays import CalendarMissing, KeptWorkday, Workday, whole_year
from gridapp.ports import Office
from gridapp.registers.work_calendar import LONGEST, change_day, work_calendar
from tests.offices import at

NOW = at(2018, 3, 1, 9)
FREE = Workday(date(2018, 3, 8), is_workday=False, name="演示放假", source="演示通知")


def test_an_office_without_days_of_its_own_works_by_the_given_calendar(office: Office) -> None:
    calendar = work_calendar(office.registers)
    assert list(calendar.years) == list(range(2018, 2027))
    assert calendar.add_workdays(date(2018, 9, 28), 2) == date(2018, 9, 30)


def test_a_single_day_stands_before_the_given_one(office: Office, actor: Actor) -> None:
    change_day(office.registers, FREE, actor, NOW)
    calendar = work_calendar(office.registers)
    assert calendar.entry(FREE.day) == FREE
    assert calendar.add_workdays(date(2018, 3, 7), 1) == date(2018, 3, 9)
    assert calendar.is_workday(date(2018, 3, 7))


def test_who_changed_a_day_and_when_is_kept(office: Office, actor: Actor) -> None:
    change_day(office.registers, FREE, actor, NOW)
    assert list(office.registers.workdays()) == [KeptWorkday(FREE, actor.name, NOW)]


def test_a_day_that_is_changed_again_has_the_newest_word(office: Office, actor: Actor) -> None:
    worked = Workday(FREE.day, is_workday=True, source="演示撤销")
    for day in (FREE, worked):
        change_day(office.registers, day, actor, NOW)
    assert work_calendar(office.registers).entry(FREE.day) == worked


def test_a_whole_year_makes_it_known(office: Office, actor: Actor) -> None:
    office.registers.put_workdays(list(whole_year(2027, {}, "演示安排")), actor, NOW)
    assert work_calendar(office.registers).years[-1] == 2027


def test_a_whole_year_replaces_the_given_one_and_single_days(office: Office, actor: Actor) -> None:
    change_day(office.registers, FREE, actor, NOW)
    office.registers.put_workdays(list(whole_year(2018, {}, "演示安排")), actor, NOW)
    calendar = work_calendar(office.registers)
    assert calendar.is_workday(FREE.day)
    assert calendar.is_workday(date(2018, 2, 15))


def test_a_day_of_an_unknown_year_cannot_be_changed_alone(office: Office, actor: Actor) -> None:
    with pytest.raises(CalendarMissing, match="2027 年"):
        change_day(office.registers, Workday(date(2027, 1, 4), is_workday=False, source="演示通知"), actor, NOW)
    assert list(office.registers.workdays()) == []


def test_a_change_must_say_on_whose_word_and_every_problem_is_told(office: Office, actor: Actor) -> None:
    with pytest.raises(Unacceptable) as refused:
        change_day(office.registers, Workday(FREE.day, is_workday=False, name="长" * (LONGEST + 1)), actor, NOW)
    assert {(problem.field, problem.code) for problem in refused.value.problems} == {
        ("source", "required"),
        ("name", "long"),
    }
    assert list(office.registers.workdays()) == []

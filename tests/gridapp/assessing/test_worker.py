"""Whom a month's sheet assesses: roles, stretches of service, working days."""

from collections.abc import Sequence
from datetime import date

import pytest

from gridapp.assessing.worker import Worker, workers_of
from gridapp.domain.period import Month
from gridapp.domain.service import Service
from gridapp.domain.staff import StaffMember
from gridapp.domain.workdays import CalendarMissing, WorkCalendar
from gridapp.registers.work_calendar import given_days
from tests.offices import TOWN, VILLAGES

CALENDAR = WorkCalendar(given_days().values())
ROLES = ("专职网格员", "网格长", "网格员")
JUNE = Month(2018, 6)


def member(role: str, name: str = "演示甲") -> StaffMember:
    return StaffMember(town=TOWN, name=name, role=role, village=VILLAGES[0])


def served(first: date, last: date | None, role: str = "专职网格员", grid: str | None = None) -> Service:
    return Service(town=TOWN, name="演示甲", role=role, first_day=first, last_day=last, grid=grid)


def workers(staff: Sequence[StaffMember], *services: Service, month: Month = JUNE) -> Sequence[Worker]:
    return workers_of(staff, services, ROLES, month, CALENDAR)


def test_who_has_no_times_of_service_served_the_whole_month() -> None:
    (worker,) = workers([member("专职网格员")])
    assert (worker.served, worker.workdays, str(worker.period)) == (20, 20, "2018-06-01..2018-06-30")


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2018, 6, 11), None, 14),
        (date(2018, 6, 18), None, 9),
        (date(2018, 6, 16), date(2018, 6, 19), 1),
        (date(2017, 1, 1), date(2018, 6, 1), 1),
        (date(2018, 6, 29), date(2018, 7, 3), 1),
    ],
)
def test_working_days_are_those_of_the_offices_calendar_between_both_days(
    first: date, last: date | None, days: int
) -> None:
    (worker,) = workers([member("专职网格员")], served(first, last))
    assert (worker.served, worker.workdays) == (days, 20)


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2018, 7, 1), None), (date(2017, 1, 1), date(2018, 5, 31)), (date(2018, 6, 16), date(2018, 6, 18))],
)
def test_who_did_not_serve_on_a_working_day_of_the_month_is_not_on_the_sheet(first: date, last: date | None) -> None:
    assert workers([member("专职网格员")], served(first, last)) == []


def test_who_has_two_roles_at_once_is_assessed_in_the_first_of_them() -> None:
    assert [w.role for w in workers([member("网格员"), member("网格长")])] == ["网格长"]


def test_who_changed_his_role_has_a_stretch_of_each() -> None:
    found = workers(
        [member("网格员"), member("专职网格员")],
        served(date(2018, 1, 1), date(2018, 6, 10), "网格员"),
        served(date(2018, 6, 11), None),
    )
    told = {w.role: (str(w.period), w.served) for w in found}
    assert told == {
        "专职网格员": ("2018-06-11..2018-06-30", 14),
        "网格员": ("2018-06-01..2018-06-10", 6),
    }


def test_who_came_back_has_two_stretches() -> None:
    away = (served(date(2018, 1, 1), date(2018, 6, 5)), served(date(2018, 6, 25), None, grid=f"{VILLAGES[0]}-01"))
    found = workers([member("专职网格员")], *away)
    assert [(w.served, w.grid) for w in found] == [(3, None), (5, f"{VILLAGES[0]}-01")]


def test_other_roles_are_not_assessed() -> None:
    assert workers([member("调解员")]) == []


def test_they_stand_in_the_order_of_the_roles_then_by_name() -> None:
    found = workers([member("网格员", "演示丙"), member("网格员", "演示乙"), member("网格长", "演示丁")])
    assert [w.name for w in found] == ["演示丁", "演示丙", "演示乙"]


def test_without_a_calendar_nothing_is_guessed() -> None:
    with pytest.raises(CalendarMissing):
        workers([member("专职网格员")], month=Month(2012, 6))

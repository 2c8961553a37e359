"""The limits of petitions: which rules hold on a day, and the days on which each stage ends (domain.md §4.1)."""

from datetime import date, timedelta

import pytest

from gridapp.domain.deadline import Deadlines, event_limits
from gridapp.domain.limit import last_day_of
from gridapp.domain.office_hours import office_hours
from gridapp.domain.petition_limit import (
    PetitionStage,
    legal_due,
    longest_handling,
    most_representatives,
    petition_due,
    petition_limits,
    regimes_on,
)
from gridapp.domain.workdays import WorkCalendar, whole_year
from gridapp.registers.work_calendar import given_days
from tests.offices import at

_PLAIN = [day for year in (2016, 2017) for day in whole_year(year, {})]
DEADLINES = Deadlines(WorkCalendar([*_PLAIN, *given_days().values()]), event_limits(), office_hours())
NATIONAL_2005, PROVINCE, NATIONAL_2022 = "信访条例（2005）", "浙江省信访条例", "信访工作条例"

DECIDE, OBJECT, HANDLE, EXTEND = (
    PetitionStage.DECIDE,
    PetitionStage.OBJECT,
    PetitionStage.HANDLE,
    PetitionStage.EXTEND,
)
REVIEWS = (
    PetitionStage.ASK_REVIEW,
    PetitionStage.REVIEW,
    PetitionStage.ASK_FINAL_REVIEW,
    PetitionStage.FINAL_REVIEW,
)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2005, 4, 30), []),
        (date(2005, 5, 1), [NATIONAL_2005]),
        (date(2016, 7, 31), [NATIONAL_2005]),
        (date(2016, 8, 1), [NATIONAL_2005, PROVINCE]),
        (date(2018, 6, 11), [NATIONAL_2005, PROVINCE]),
        (date(2022, 4, 30), [NATIONAL_2005, PROVINCE]),
        (date(2022, 5, 1), [PROVINCE, NATIONAL_2022]),
        (date(2026, 1, 1), [PROVINCE, NATIONAL_2022]),
    ],
)
def test_the_day_of_registration_decides_which_rules_hold(day: date, names: list[str]) -> None:
    assert [regime.name for regime in regimes_on(day)] == names


@pytest.mark.parametrize(
    ("registered", "stage", "inner", "legal"),
    [
        (date(2016, 7, 31), DECIDE, date(2016, 8, 15), date(2016, 8, 15)),
        (date(2016, 7, 31), OBJECT, None, None),
        (date(2016, 7, 31), HANDLE, date(2016, 9, 29), date(2016, 9, 29)),
        (date(2016, 8, 1), DECIDE, date(2016, 8, 8), date(2016, 8, 16)),
        (date(2016, 8, 1), OBJECT, date(2016, 8, 8), None),
        (date(2016, 8, 1), HANDLE, date(2016, 8, 31), date(2016, 9, 30)),
        (date(2018, 2, 9), DECIDE, date(2018, 2, 22), date(2018, 2, 24)),
        (date(2018, 2, 9), HANDLE, date(2018, 3, 12), date(2018, 4, 10)),
        (date(2018, 3, 5), DECIDE, date(2018, 3, 12), date(2018, 3, 20)),
        (date(2018, 3, 5), OBJECT, date(2018, 3, 12), None),
        (date(2018, 3, 5), HANDLE, date(2018, 4, 4), date(2018, 5, 4)),
        (date(2022, 4, 30), DECIDE, date(2022, 5, 10), date(2022, 5, 16)),
        (date(2022, 4, 30), OBJECT, date(2022, 5, 10), None),
        (date(2022, 4, 30), HANDLE, date(2022, 5, 30), date(2022, 6, 29)),
        (date(2022, 5, 1), DECIDE, date(2022, 5, 10), date(2022, 5, 16)),
        (date(2022, 5, 1), OBJECT, date(2022, 5, 10), date(2022, 5, 10)),
        (date(2022, 5, 1), HANDLE, date(2022, 5, 31), date(2022, 6, 30)),
    ],
)
def test_the_stricter_rule_is_the_inner_limit_beside_the_legal_one(
    registered: date, stage: PetitionStage, inner: date | None, legal: date | None
) -> None:
    start = at(registered.year, registered.month, registered.day, 9)
    for due, expected in ((petition_due, inner), (legal_due, legal)):
        found = due(stage, registered, start, DEADLINES)
        assert (last_day_of(found) if found else None) == expected


@pytest.mark.parametrize("registered", [date(2016, 7, 31), date(2016, 8, 1), date(2022, 4, 30), date(2022, 5, 1)])
@pytest.mark.parametrize("stage", REVIEWS)
def test_reviews_are_asked_for_and_decided_in_thirty_days_by_the_rule_of_the_country(
    registered: date, stage: PetitionStage
) -> None:
    served = at(2018, 3, 5, 9)
    for due in (petition_due, legal_due):
        found = due(stage, registered, served, DEADLINES)
        assert found is not None
        assert last_day_of(found) == date(2018, 4, 4)


@pytest.mark.parametrize(
    ("registered", "longest"),
    [
        (date(2016, 7, 31), date(2016, 10, 31)),
        (date(2016, 8, 1), date(2016, 10, 31)),
        (date(2018, 3, 5), date(2018, 6, 4)),
        (date(2022, 4, 30), date(2022, 7, 29)),
        (date(2022, 5, 1), date(2022, 8, 1)),
    ],
)
def test_handling_and_extension_are_ninety_days_in_all_under_every_rule(registered: date, longest: date) -> None:
    accepted = at(registered.year, registered.month, registered.day, 9)
    found = longest_handling(registered, accepted, DEADLINES)
    assert found is not None
    assert last_day_of(found) == longest


@pytest.mark.parametrize(
    ("registered", "heads", "most"),
    [
        (date(2005, 4, 30), 100, None),
        (date(2016, 7, 31), 5, 5),
        (date(2016, 7, 31), 100, 5),
        (date(2016, 8, 1), 10, 3),
        (date(2016, 8, 1), 11, 5),
        (date(2018, 6, 11), 5, 3),
        (date(2022, 4, 30), 10, 3),
        (date(2022, 5, 1), 10, 3),
        (date(2022, 5, 1), 11, 5),
        (date(2022, 5, 1), 9999, 5),
    ],
)
def test_a_crowd_sends_as_many_representatives_as_the_strictest_rule_allows(
    registered: date, heads: int, most: int | None
) -> None:
    assert most_representatives(registered, heads) == most


def test_the_offices_own_limits_hold_under_every_rule() -> None:
    for registered in (date(2016, 7, 31), date(2018, 3, 5), date(2022, 5, 1)):
        for stage, last in ((PetitionStage.SERVE, date(2018, 3, 12)), (PetitionStage.ARCHIVE, date(2018, 4, 4))):
            found = petition_due(stage, registered, at(2018, 3, 5, 9), DEADLINES)
            assert found is not None
            assert last_day_of(found) == last


def test_before_there_was_a_rule_there_is_no_limit() -> None:
    before = date(2005, 4, 30)
    assert petition_due(HANDLE, before, at(2018, 3, 5), DEADLINES) is None
    assert longest_handling(before, at(2018, 3, 5), DEADLINES) is None


def test_a_year_without_a_calendar_gives_no_limit() -> None:
    assert petition_due(HANDLE, date(2012, 3, 5), at(2012, 3, 5), DEADLINES) is None


def test_the_rules_of_the_country_follow_one_another_without_a_gap() -> None:
    national = [regime for regime in petition_limits().regimes if regime.national]
    days = [national[0].since + timedelta(days=n) for n in range(8000)]
    assert all(sum(regime.holds_on(day) for regime in national) == 1 for day in days)


def test_every_stage_has_a_name_in_the_offices_words() -> None:
    assert [stage.label for stage in PetitionStage] == [
        *("决定并告知", "单位提出异议", "办理", "延长办理", "送达", "申请复查", "复查", "申请复核", "复核", "归档")
    ]

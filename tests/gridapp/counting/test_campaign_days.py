"""The days of a drive: every cell is its list, different places are not added up, units stay apart."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from gridapp.cases.register.campaigns import add
from gridapp.counting.amount import Rate
from gridapp.counting.campaign import cut_of, progress_of
from gridapp.counting.campaign_days import DayColumn, days_of
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Aggregate, indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.campaign import Campaign, Target
from gridapp.domain.hazard import CountingUnit
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.ports import Office
from tests.gridapp.cases.inspection.inspected import draft, finding, on_file, recorded
from tests.gridapp.cases.register.entries import entered, entry_draft
from tests.offices import NOW, TOWN, at

NAME = "演示：消防整改"
MARCH = Period(date(2018, 3, 1), date(2018, 4, 1))
FIFTH, SIXTH = date(2018, 3, 5), date(2018, 3, 6)


@pytest.fixture
def drive(office: Office) -> Campaign:
    """A drive with two inspections of one place, one of another, hazards in two units and tallies in two units."""
    visits = Target(indicator="inspection.visits", quantity=Decimal(6))
    rubbish = Target(
        indicator="worklog.quantity", quantity=Decimal(100), where=(("category", "清运垃圾"), ("unit", "吨"))
    )
    campaign = Campaign(id=UUID(int=0), town=TOWN, name=NAME, first_day=MARCH.start, targets=(visits, rubbish))
    added = add(office.campaigns, campaign, NOW)
    one, other = on_file(office), on_file(office, "演示仓库")
    lines, spots = (replace(finding(), counting_unit=unit) for unit in tuple(CountingUnit)[:2])
    recorded(office, draft(one, [lines, lines], campaign=NAME))
    recorded(office, draft(one, [spots], campaign=NAME, reported_at=at(2018, 3, 6, 9)))
    recorded(office, draft(other, campaign=NAME, reported_at=at(2018, 3, 6, 10)))
    recorded(office, draft(other, [lines], campaign="演示：别的行动"))
    recorded(office, draft(other, [lines]))
    for day, amount, unit, name in (
        (5, "12.5", "吨", NAME),
        (6, "7.5", "吨", NAME),
        (6, "3", "车", NAME),
        (6, "9", "吨", ""),
    ):
        fields = {"quantity": Decimal(amount), "counting_unit": unit, "campaign": name or None}
        entered(office, entry_draft(Kind.WORKLOG, reported_at=at(2018, 3, day, 9), **fields))
    return added


def columns(office: Office, drive: Campaign) -> Sequence[DayColumn]:
    return days_of(office.ledger, drive, MARCH)


def of(office: Office, drive: Campaign, code: str) -> list[DayColumn]:
    return [column for column in columns(office, drive) if column.indicator.code == code]


def test_a_day_counts_what_belongs_to_the_drive_and_nothing_else(office: Office, drive: Campaign) -> None:
    (visits,) = of(office, drive, "inspection.visits")
    assert visits.by_day == {FIFTH: 1, SIXTH: 2}
    assert visits.total == Decimal(3)


def test_different_places_have_a_whole_and_no_days(office: Office, drive: Campaign) -> None:
    (places,) = of(office, drive, "inspection.places")
    assert not places.by_day
    assert places.total == Decimal(2)


def test_hazards_in_different_units_stay_apart(office: Office, drive: Campaign) -> None:
    found = of(office, drive, "hazard.found")
    assert {column.total for column in found} == {Decimal(1), Decimal(2)}
    assert sorted(day for column in found for day in column.by_day) == [FIFTH, SIXTH]
    assert len({column.name for column in found}) == 2


def test_the_items_of_the_work_log_stay_apart_by_unit(office: Office, drive: Campaign) -> None:
    told = {column.name: column.by_day for column in of(office, drive, "worklog.quantity")}
    assert told == {
        "清运垃圾（吨）": {FIFTH: Decimal("12.5"), SIXTH: Decimal("7.5")},
        "清运垃圾（车）": {SIXTH: Decimal(3)},
    }


def test_every_cell_is_its_list(office: Office, drive: Campaign) -> None:
    checked = 0
    for column in columns(office, drive):
        listed = cases_behind(office.ledger, column.indicator, column.cut)
        assert listed
        is_distinct = column.indicator.reading.aggregate is Aggregate.DISTINCT
        if not is_distinct:
            assert column.total == sum(column.by_day.values()) == sum(case.quantity for case in listed)
        for day in (FIFTH, SIXTH, date(2018, 3, 7)):
            behind = cases_behind(office.ledger, column.indicator, column.on(day))
            assert {case.day for case in behind} <= {day}
            if not is_distinct:
                assert sum(case.quantity for case in behind) == column.by_day.get(day, 0)
                assert figure(office.ledger, column.indicator, column.on(day)) == column.by_day.get(day, 0)
                checked += len(behind)
    assert checked == 3 + 3 + 3


def test_what_nobody_did_has_no_column(office: Office, drive: Campaign) -> None:
    assert {column.indicator.code for column in columns(office, drive)} == {
        "inspection.visits",
        "inspection.places",
        "hazard.found",
        "worklog.quantity",
    }


def test_what_lies_outside_the_period_has_no_day(office: Office, drive: Campaign) -> None:
    first = Period(FIFTH, FIFTH + timedelta(days=1))
    visits = next(c for c in days_of(office.ledger, drive, first) if c.indicator.code == "inspection.visits")
    assert visits.by_day == {FIFTH: 1}
    assert visits.total == Decimal(1)


def test_targets_are_reached_by_the_same_records_as_the_days(office: Office, drive: Campaign) -> None:
    visits, rubbish = progress_of(office.ledger, drive, date(2018, 3, 31))
    assert (visits.done, visits.rate) == (Decimal(3), Rate(Decimal(3), Decimal(6)))
    assert (rubbish.done, rubbish.rate.percent) == (Decimal(20), Decimal("20.00"))
    for progress in (visits, rubbish):
        cut = cut_of(drive, progress.target, date(2018, 3, 31))
        assert progress.cases == cases_behind(office.ledger, indicator_named(progress.target.indicator), cut)

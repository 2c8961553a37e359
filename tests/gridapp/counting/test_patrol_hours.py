"""The hours of each one on patrol and his full days: counted a person, a day, with every cell its list."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.rules import postings_of
from gridapp.counting.tally import figure
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.ports import Office, Save
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, TOWN, at

FULL_DAYS = indicator_named("patrol.full_days")
JANUARY = period_named("2018-01")


def patrol(start: datetime, minutes: int, leader: str | None, *members: str) -> Case:
    return bare(
        Kind.PATROL,
        start,
        until_at=start + timedelta(minutes=minutes),
        handler=leader,
        members=members,
        category="治安巡防",
    )


def saved(office: Office, patrols: Sequence[Case]) -> None:
    with office.cases.transaction() as writer:
        writer.save([Save(None, case, "登记") for case in patrols], ACTOR, at(2018, 2, 1))


def days(office: Office, name: str | None) -> Decimal:
    """A person's full days (or everybody's), which are those of his list."""
    cut = Cut(JANUARY, TOWN, {} if name is None else {Dimension.STAFF: (name,)})
    told, listed = figure(office.ledger, FULL_DAYS, cut), cases_behind(office.ledger, FULL_DAYS, cut)
    assert sum((case.quantity for case in listed), Decimal(0)) == told
    assert len({case.case_id for case in listed}) == len(listed)
    assert isinstance(told, Decimal)
    return told


@pytest.mark.parametrize(("minutes", "full"), [(116, 0), (120, 1), (300, 1)])
def test_a_day_is_full_from_two_hours_on(sqlite_office: Office, minutes: int, full: int) -> None:
    saved(sqlite_office, [patrol(at(2018, 1, 8, 8), minutes, "演示甲")])
    assert days(sqlite_office, "演示甲") == full


def test_the_patrols_of_one_day_are_added_up_and_those_of_two_days_are_not(office: Office) -> None:
    together = [patrol(at(2018, 1, 8, hour), 60, "演示甲") for hour in (8, 20)]
    apart = [patrol(at(2018, 1, day, 8), 60, "演示甲") for day in (9, 10)]
    saved(office, [*together, *apart])
    assert days(office, "演示甲") == 1


def test_everybody_whose_name_is_told_has_his_own_day(office: Office) -> None:
    saved(
        office, [patrol(at(2018, 1, 8, 8), 120, "演示甲", "演示乙", "演示甲"), patrol(at(2018, 1, 8, 14), 60, "演示丙")]
    )
    assert [days(office, name) for name in ("演示甲", "演示乙", "演示丙", None)] == [1, 1, 0, 2]


def test_a_patrol_without_hours_or_names_counts_for_nobody() -> None:
    untold = bare(Kind.PATROL, category="治安巡防", handler="演示甲")
    unnamed = patrol(at(2018, 1, 8, 8), 120, None)
    assert not [p for case in (untold, unnamed) for p in postings_of(case) if p.measure == "patrol.own_hours"]


def test_the_hours_count_on_the_day_on_which_the_patrol_began() -> None:
    night = patrol(at(2018, 1, 8, 23), 180, "演示甲")
    (posting,) = (p for p in postings_of(night) if p.measure == "patrol.own_hours")
    assert (posting.day, posting.quantity, posting.dimensions.staff) == (date(2018, 1, 8), Decimal(3), "演示甲")

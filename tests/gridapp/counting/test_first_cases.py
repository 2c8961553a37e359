"""The first cases behind a figure are those of the whole list, whatever came to nothing in between."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import islice

import pytest

from db.office import open_office
from gridapp.cli.asking import words_of
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import Indicator, catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.domain.case import Closing
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.status import Status
from gridapp.ports import Office
from gridapp.sampling.office import build_sample
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import TOWN, VILLAGES, at, closed, recorded, reopened

_CASES = 900
_LATER = datetime(2100, 1, 1, tzinfo=UTC)
"""What is asked as of a moment is not answered by the index alone."""


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A sampled office with more lines of a measure than are looked at together."""
    with open_office(str(tmp_path_factory.mktemp("first") / "office.db")) as office:
        build_sample(office, _CASES, 3, lambda _: None)
        yield office


def _indicators() -> Iterator[Indicator]:
    for kind in (Kind.EVENT, Kind.DISPUTE, Kind.INSPECTION):
        yield from catalogue()[kind].indicators


@pytest.mark.parametrize("period", ["2014..2018", "2016-03-05..2017-09-20"])
def test_the_first_cases_are_those_of_the_whole_list(sampled: Office, period: str) -> None:
    village = words_of(sampled).keys(Dimension.VILLAGE, "甲01村", None)
    long = 0
    of_a_village = Cut(period_named(period), where={Dimension.VILLAGE: village})
    for cut in (Cut(period_named(period)), of_a_village, replace(of_a_village, as_of=_LATER)):
        for indicator in _indicators():
            whole = cases_behind(sampled.ledger, indicator, cut)
            for most in (3, 100):
                assert cases_behind(sampled.ledger, indicator, cut, most) == list(whole[:most]), (indicator.code, most)
            long += len(whole) > 100
    assert long


def test_a_day_with_more_lines_than_are_looked_at_together(sqlite_office: Office) -> None:
    for minute in range(300):
        recorded(sqlite_office, at(2018, 1, 3, 9 + minute // 60, minute % 60))
    later = recorded(sqlite_office, date(2018, 1, 4))
    cut, reported = Cut(period_named("2018"), TOWN), indicator_named("event.reported")
    whole = cases_behind(sqlite_office.ledger, reported, cut)
    assert (len(whole), whole[-1].case_id) == (301, later.id)
    for most in (5, 300, 301, 400):
        assert list(cases_behind(sqlite_office.ledger, reported, cut, most)) == list(islice(whole, most))


def test_what_came_to_nothing_is_left_out(office: Office) -> None:
    undone = closed(office, recorded(office, date(2018, 1, 3)), at(2018, 1, 5, 9))
    reopened(office, undone, at(2018, 1, 9, 9))
    kept = closed(office, recorded(office, date(2018, 1, 4)), at(2018, 1, 8, 9))
    cut = Cut(period_named("2018-01"), TOWN)
    listed = cases_behind(office.ledger, indicator_named("event.closed"), cut, 1)
    assert [case.case_id for case in listed] == [kept.id]
    still_open = cases_behind(office.ledger, indicator_named("event.closing"), cut, 1)
    assert [case.case_id for case in still_open] == [undone.id]


def test_the_first_cases_of_a_village_stand_years_apart(office: Office) -> None:
    days = [(2014, 1, 31), (2014, 2, 1), (2016, 2, 29), (2018, 12, 31)]
    wanted = [bare(Kind.EVENT, at(*day)) for day in days]
    moved = bare(Kind.EVENT, at(2015, 5, 5), village=VILLAGES[1])
    ended = bare(Kind.EVENT, at(2014, 1, 5), closings=(Closing(closed_at=at(2018, 6, 1)),), status=Status.CLOSED)
    save(office, [*wanted, moved, ended])
    cut = Cut(period_named("2014..2018"), where={Dimension.VILLAGE: (VILLAGES[0],)})
    for code, first in (("event.reported", [ended, *wanted]), ("event.closing", wanted)):
        for most in range(1, 7):
            listed = cases_behind(office.ledger, indicator_named(code), cut, most)
            assert [case.case_id for case in listed] == [case.id for case in first[:most]], (code, most)


def test_a_month_of_a_village_that_comes_to_nothing_still_has_its_cases(office: Office) -> None:
    late = bare(
        Kind.EVENT,
        at(2018, 1, 3),
        due_at=at(2018, 1, 10),
        closings=(Closing(closed_at=at(2018, 2, 5), due_at=at(2018, 1, 10)),),
        status=Status.CLOSED,
    )
    still = bare(Kind.EVENT, at(2018, 1, 20), due_at=at(2018, 2, 8))
    save(office, [late, still])
    cut = Cut(period_named("2018-02"), where={Dimension.VILLAGE: (VILLAGES[0],)})
    listed = cases_behind(office.ledger, indicator_named("event.overdue"), cut, 1)
    assert [case.case_id for case in listed] == [still.id]


def test_a_village_without_cases_lists_none(office: Office) -> None:
    save(office, [bare(Kind.EVENT)])
    cut = Cut(period_named("2018"), where={Dimension.VILLAGE: (VILLAGES[2],)})
    assert list(cases_behind(office.ledger, indicator_named("event.closing"), cut, 5)) == []


def test_of_what_never_happened_there_are_no_first_cases(office: Office) -> None:
    for cut in (Cut(period_named("2018")), Cut(period_named("2018"), where={Dimension.VILLAGE: (VILLAGES[0],)})):
        assert list(cases_behind(office.ledger, indicator_named("event.closing"), cut, 5)) == []


def test_of_a_village_with_many_lines_the_first_cases_are_found_among_those_of_the_first_days(
    sqlite_office: Office,
) -> None:
    closed = {"status": Status.CLOSED, "closings": (Closing(closed_at=at(2018, 12, 1)),)}
    cases = [
        bare(Kind.EVENT, at(2018, 1 + n // 100, 1 + n // 10 % 10, 8, n % 10), **({} if n % 4 else closed))
        for n in range(1000)
    ]
    save(sqlite_office, cases)
    cut = Cut(period_named("2018"), where={Dimension.VILLAGE: (VILLAGES[0],)})
    listed = cases_behind(sqlite_office.ledger, indicator_named("event.closing"), cut, 7)
    assert [case.case_id for case in listed] == [case.id for n, case in enumerate(cases) if n % 4][:7]

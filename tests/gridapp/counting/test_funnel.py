"""Each stage of a funnel holds cases of the one before it only, on every day and of every history."""

from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest

from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.funnel import FUNNELS, is_part, stages_of
from gridapp.counting.indicator import indicator_named
from gridapp.counting.rules import postings_of
from gridapp.counting.tally import figure
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.ports import CaseQuery, Office
from tests.gridapp.small_office import fill


@pytest.mark.parametrize("kind", FUNNELS)
@pytest.mark.parametrize("period", ["2017", "2018-01", "2018-02", "2018-H1"])
def test_every_stage_lists_cases_of_the_one_before(sqlite_office: Office, kind: Kind, period: str) -> None:
    fill(sqlite_office)
    ledger, cut = sqlite_office.ledger, Cut(period_named(period))
    listed = [{case.case_id for case in cases_behind(ledger, stage, cut)} for stage in stages_of(kind)]
    amounts = [figure(ledger, stage, cut) for stage in stages_of(kind)]
    assert all(later <= earlier for earlier, later in pairwise(listed))
    assert amounts == [Decimal(len(cases)) for cases in listed]


@pytest.mark.parametrize("kind", FUNNELS)
def test_what_counts_for_a_stage_has_counted_for_the_one_before_each_day(sqlite_office: Office, kind: Kind) -> None:
    fill(sqlite_office)
    ids = sqlite_office.lists.find_ids(CaseQuery(kind=kind))
    assert len(ids) >= 3
    for case in sqlite_office.cases.load_all(ids).values():
        postings = postings_of(case)
        for day in {posting.day for posting in postings}:
            stands = Counter[str]()
            for posting in postings:
                if posting.day <= day:
                    stands[posting.measure] += int(posting.quantity)
            measures = [stands[next(iter(indicator_named(code).reading.measures))] for code in FUNNELS[kind]]
            assert measures == sorted(measures, reverse=True)


@pytest.mark.parametrize("kind", FUNNELS)
def test_neighbouring_stages_are_known_as_parts(kind: Kind) -> None:
    assert all(is_part(later, earlier) for earlier, later in pairwise(stages_of(kind)))


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("event.closed", "event.reported"), ("event.reported", "event.reported"), ("event.close_rate", "event.closed")],
)
def test_what_was_counted_on_another_day_is_no_part(later: str, earlier: str) -> None:
    assert not is_part(indicator_named(later), indicator_named(earlier))


def test_a_stage_is_no_part_of_the_one_after_it() -> None:
    reported, closed, on_time = stages_of(Kind.EVENT)
    assert not is_part(closed, on_time)
    assert not is_part(reported, closed)


def test_the_cases_of_a_rate_of_closing_are_a_part_of_the_new_ones() -> None:
    assert is_part(indicator_named("event.close_rate"), indicator_named("event.reported"))


def test_hazards_have_no_funnel_for_their_units_are_never_added() -> None:
    assert stages_of(Kind.HAZARD) == ()

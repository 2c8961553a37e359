"""Closed months stand still, whatever happens to their cases afterwards, and everything goes on adding up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError

from db.engine import engine_for, url_of
from db.tables.ledger import POSTING
from gridapp.cases.event.record import amend, draft_of
from gridapp.counting.amount import Rate
from gridapp.counting.booking import booking_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Row, figure
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.period import Month, period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.gridapp.counting import brute_force
from tests.gridapp.counting.event_history import PERIOD, STEPS, History, Step
from tests.gridapp.counting.test_random_histories import plain, random_histories
from tests.offices import (
    ACTOR,
    DEADLINES,
    NOW,
    TOWN,
    VILLAGES,
    at,
    closed,
    correcting,
    month_closed,
    recorded,
    reopened,
)


def test_what_lies_before_the_first_open_day_is_booked_on_it_and_names_the_month_it_corrects() -> None:
    booking = booking_of(date(2018, 1, 20), date(2018, 2, 1))
    assert (booking.book_day, booking.corrects) == (date(2018, 2, 1), Month(2018, 1))


def test_what_lies_in_an_open_month_is_booked_on_its_day() -> None:
    booking = booking_of(date(2018, 2, 10), date(2018, 2, 1))
    assert (booking.book_day, booking.corrects) == (date(2018, 2, 10), None)


def _by_village(office: Office, code: str, period: str) -> list[object]:
    cuts = [Cut(period_named(period), TOWN, {Dimension.VILLAGE: (village,)}) for village in VILLAGES[:2]]
    return [figure(office.ledger, indicator_named(code), cut) for cut in cuts]


def test_the_example_of_the_design_one_event_through_a_closed_month(office: Office) -> None:
    event: Case = closed(office, recorded(office, date(2018, 1, 3)), at(2018, 1, 20))
    month_closed(office, Month(2018, 1))
    event = closed(office, reopened(office, event, at(2018, 2, 5)), at(2018, 2, 10))
    assert isinstance(event, Event)
    draft = replace(draft_of(event), village=VILLAGES[1], reason="演示：村社填错")
    corrected = correcting(office)
    amend(corrected.cases, office.registers.areas(), DEADLINES, event.id, event.version, draft, ACTOR, NOW)
    assert _by_village(office, "event.closed", "2018-01") == [1, 0]
    assert _by_village(office, "event.closed", "2018-02") == [-1, 1]
    assert _by_village(office, "event.reported", "2018-02") == [-1, 1]
    assert _by_village(office, "event.closing", "2018-02") == [0, 0]


def test_a_month_is_closed_once(office: Office) -> None:
    month_closed(office, Month(2018, 1))
    with pytest.raises(Refusal, match="已经关账"):
        month_closed(office, Month(2018, 1))


@random_histories
@given(before=STEPS, after=STEPS)
def test_a_closed_month_shows_the_same_whatever_comes_later(
    office: Office, before: Sequence[Step], after: Sequence[Step]
) -> None:
    history = History(office, at(2017, 1, 10, 8))
    for step in before:
        if history.now < at(2018, 3, 1):
            history.take(step)
    last_closed = Month.of(history.now.date()).later(-1)
    month_closed(office, last_closed, history.town)
    history.office = correcting(office)
    stood = _closed_rows(history, last_closed)
    for step in after:
        if history.now < at(2018, 11, 20):
            history.take(step)
    assert _closed_rows(history, last_closed) == stood
    months = [plain(row) for row in history.table(Dimension.MONTH).rows]
    for cell in months:
        assert cell["event.opening"] + cell["event.reported"] - cell["event.closed"] == cell["event.closing"]
    expected = brute_force.count(list(history.stories.values()), PERIOD)
    assert months[-1]["event.closing"] == expected["event.closing"]
    for result in (office.checks.postings(), office.checks.balances()):
        assert result.ok, result.detail


def _closed_rows(history: History, last: Month) -> list[dict[str, object]]:
    rows: list[Row] = [r for r in history.table(Dimension.MONTH).rows if (r.keys[0] or "") <= str(last)]
    return [{code: v for code, v in row.values.items() if not isinstance(v, Rate)} for row in rows]


def test_a_late_entry_counts_on_the_first_open_day(office: Office) -> None:
    month_closed(office, Month(2018, 1))
    recorded(correcting(office), date(2018, 1, 4))
    assert _by_village(office, "event.reported", "2018-01") == [0, 0]
    assert _by_village(office, "event.reported", "2018-02-01..2018-02-01") == [1, 0]


def test_the_database_itself_refuses_a_posting_in_a_closed_month(office: Office, location: str) -> None:
    recorded(office, date(2018, 1, 3))
    month_closed(office, Month(2018, 1))
    engine = engine_for(url_of(location))
    try:
        with engine.begin() as connection:
            posted = dict(connection.execute(select(POSTING).limit(1)).mappings().one())
            with pytest.raises(DBAPIError, match="closed month"):
                connection.execute(insert(POSTING), posted | {"n": 99})
            connection.rollback()
    finally:
        engine.dispose()

"""Random histories: whatever happened since a report, the named records add up to the difference, in every figure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.cases import handle
from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Aggregate, Indicator, Reading, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period, period_named
from gridapp.ports import Office, Save
from gridapp.reconciling.causes import Cause
from gridapp.reconciling.explaining import explain
from tests.gridapp.bare_cases import bare
from tests.gridapp.counting import dispute_history, event_history, hazard_history, petition_history
from tests.gridapp.counting.agreeing import random_courses
from tests.gridapp.counting.history import steps
from tests.gridapp.reconciling.figures import reported_figure
from tests.gridapp.small_office import PLACES, save
from tests.offices import ACTOR, DEADLINES, TOWN, VILLAGES, at, clock_from
from tests.sizes import FULL

PERIODS = st.sampled_from([period_named(p) for p in ("2017", "2018-H1", "2017-03-05..2018-02-20", "2017-05")])
MOST = 60 if FULL else 40


def amount(office: Office, reading: Reading, indicator: Indicator, cut: Cut) -> Decimal:
    value = figure(office.ledger, replace(indicator, reading=reading, denominator=None, lacks=frozenset()), cut)
    assert isinstance(value, Decimal)
    return value


def all_add_up(office: Office, kind: Kind, cut: Cut, since: datetime) -> None:
    for indicator in catalogue()[kind].everything:
        for reading in indicator.readings:
            changes = office.ledger.changes(reading, cut, since)
            now, then = (amount(office, reading, indicator, asked) for asked in (cut, replace(cut, as_of=since)))
            assert sum((change.difference for change in changes), Decimal(0)) == now - then, indicator.code
            assert len({change.case_id for change in changes}) == len(changes)
            assert all(change.difference for change in changes)
            if reading.aggregate is not Aggregate.DISTINCT:
                held = {entry.case_id: entry.quantity for entry in office.ledger.entries(reading, cut)}
                assert [held.get(change.case_id, 0) for change in changes] == [change.after for change in changes]


def cut_of(town: str, villages: Sequence[str], period: Period, village: int) -> Cut:
    where = {Dimension.VILLAGE: (villages[village],)} if village < len(villages) else {}
    return Cut(period, town, where)


@random_courses
@given(doings=event_history.STEPS, cut_at=st.integers(1, 40), period=PERIODS, village=st.integers(0, 3))
def test_events_add_up(
    office: Office, doings: list[event_history.Step], cut_at: int, period: Period, village: int
) -> None:
    history = event_history.lived(office, doings[:cut_at])
    since = history.now
    for doing in doings[cut_at:]:
        if history.now < at(2018, 11, 20):
            history.take(doing)
    all_add_up(office, Kind.EVENT, cut_of(history.town, history.villages, period, village), since)


@pytest.mark.parametrize(
    ("kind", "module", "of"),
    [
        (Kind.DISPUTE, dispute_history, "DisputeHistory"),
        (Kind.PETITION, petition_history, "PetitionHistory"),
        (Kind.HAZARD, hazard_history, "HazardHistory"),
    ],
)
@random_courses
@given(data=st.data(), cut_at=st.integers(1, 40), period=PERIODS, village=st.integers(0, 3))
def test_courses_add_up(
    office: Office, kind: Kind, module: object, of: str, data: st.DataObject, cut_at: int, period: Period, village: int
) -> None:
    doings = data.draw(steps(module.DOINGS, MOST))  # type: ignore[attr-defined]
    history = getattr(module, of)(office).live(doings[:cut_at])
    since = history.now
    history.live(doings[cut_at:])
    all_add_up(office, kind, cut_of(history.town, history.villages, period, village), since)


@random_courses
@given(
    visits=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 300)), max_size=12),
    gone=st.sets(st.integers(0, 11), max_size=4),
    again=st.sets(st.integers(0, 11), max_size=3),
    late=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 300)), max_size=4),
)
def test_places_add_up(
    office: Office,
    visits: list[tuple[int, int]],
    gone: set[int],
    again: set[int],
    late: list[tuple[int, int]],
) -> None:
    """A place that another inspection still names is no change, whichever is the first now."""
    clock = clock_from(at(2018, 6, 1))
    before = [_visit(*visit) for visit in visits]
    save(office, before)
    for case in (case for n, case in enumerate(before) if n in gone):
        handle.void(office.cases, case.id, 1, "演示", DEADLINES, ACTOR, clock)
    since = clock()
    for n, case in enumerate(before):
        version = office.cases.load(case.id).version
        if n in again and n in gone:
            handle.restore(office.cases, case.id, version, "演示", DEADLINES, ACTOR, clock)
        elif n in again:
            handle.void(office.cases, case.id, version, "演示", DEADLINES, ACTOR, clock)
    with office.cases.transaction() as writer:
        writer.save([Save(None, _visit(*visit), "登记") for visit in late], ACTOR, clock())
    all_add_up(office, Kind.INSPECTION, Cut(period_named("2018-03..2018-09"), TOWN), since)


def _visit(place: int, day: int) -> Case:
    at_place = PLACES[place]
    return bare(
        Kind.INSPECTION,
        at(2018, 1, 1, 9) + timedelta(days=day),
        place=at_place.id,
        place_name=at_place.name,
        place_type=at_place.place_type,
        village=VILLAGES[day % 3],
    )


@random_courses
@given(doings=event_history.STEPS, cut_at=st.integers(1, 40), period=PERIODS)
def test_every_record_is_named_with_a_save_of_its_own(
    sqlite_office: Office, doings: list[event_history.Step], cut_at: int, period: Period
) -> None:
    history = event_history.lived(sqlite_office, doings[:cut_at])
    since = history.now
    for doing in doings[cut_at:]:
        if history.now < at(2018, 11, 20):
            history.take(doing)
    for indicator in ("event.reported", "event.closed", "event.closing", "event.close_rate"):
        asked = replace(reported_figure(0, since, indicator=indicator), town=history.town, period=period)
        explanation = explain(sqlite_office, asked)
        assert all(record.at is not None and record.at > since for record in explanation.records)
        assert Cause.RECOUNTED not in {record.cause for record in explanation.records}
        if not isinstance(explanation.then, Rate):
            total = sum((record.difference for record in explanation.records), Decimal(0))
            assert total == explanation.explained

"""The months' balances say what the postings say, whichever of them answers; those of some kinds hold no others."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select, update

from db.engine import engine_for, url_of
from db.office import open_office
from db.tables.ledger import BALANCES, SLICES, TERM
from gridapp.cli.asking import words_of
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.ports import Office
from gridapp.sampling.office import build_sample
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import fill, save
from tests.offices import TOWN, VILLAGES, at

_LATER = datetime(2100, 1, 1, tzinfo=UTC)
"""A table as of a moment is always read off the postings."""


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A sampled office."""
    with open_office(str(tmp_path_factory.mktemp("slices") / "office.db")) as office:
        build_sample(office, 300, 2, lambda _: None)
        yield office


@pytest.mark.parametrize("kind", list(Kind))
def test_by_every_dimension_balances_and_postings_say_the_same(sampled: Office, kind: Kind) -> None:
    chapter, words = catalogue()[kind], words_of(sampled)
    everything = replace(chapter, indicators=chapter.everything, asides={})
    cut = Cut(period_named("2016-03-05..2018-02"))
    for dimension in chapter.dimensions:
        kept = tally(sampled.ledger, words, everything, cut, (dimension,))
        summed = tally(sampled.ledger, words, everything, replace(cut, as_of=_LATER), (dimension,))
        assert (kept.rows, kept.total) == (summed.rows, summed.total), dimension


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.HAZARD])
def test_month_by_month_balances_and_postings_say_the_same(sampled: Office, kind: Kind) -> None:
    chapter, words = catalogue()[kind], words_of(sampled)
    cut = Cut(period_named("2016-03-05..2018-02"))
    for dimension in chapter.dimensions:
        by = (Dimension.MONTH, dimension)
        kept = tally(sampled.ledger, words, chapter, cut, by)
        summed = tally(sampled.ledger, words, chapter, replace(cut, as_of=_LATER), by)
        assert (kept.rows, kept.total) == (summed.rows, summed.total), dimension


def test_what_stands_under_one_word_in_two_towns_is_added_up(office: Office) -> None:
    other = Area(code="331121104", kind=AreaKind.TOWN, parent=None, name="演示镇", order=2)
    office.registers.add_areas([other])
    nowhere = [
        bare(Kind.EVENT, at(2018, 1, day), town=town, village=None) for day, town in ((3, TOWN), (4, other.code))
    ]
    save(office, [*nowhere, bare(Kind.EVENT, at(2018, 1, 5))])
    by = (Dimension.MONTH, Dimension.VILLAGE)
    told = tally(office.ledger, words_of(office), catalogue()[Kind.EVENT], Cut(period_named("2018-01")), by)
    reported = {row.keys: row.values["event.reported"] for row in told.rows}
    assert (reported["2018-01", None], reported["2018-01", VILLAGES[0]]) == (Decimal(2), Decimal(1))


def test_the_tables_of_some_kinds_hold_those_alone(location: str) -> None:
    with open_office(location) as office:
        fill(office)
        assert office.checks.balances().ok
    engine = engine_for(url_of(location))
    try:
        with engine.connect() as connection:
            for name, one in SLICES.items():
                measures = select(TERM.c.key).where(TERM.c.id.in_(select(BALANCES[name].c.measure)))
                held = {measure.partition(".")[0] for measure in connection.execute(measures).scalars()}
                assert held
                assert one.kinds is None or held <= one.kinds, name
    finally:
        engine.dispose()


def test_every_table_of_a_kind_with_units_of_its_own_tells_them_apart() -> None:
    apart = {kind for kind, chapter in catalogue().items() if chapter.apart is Dimension.UNIT}
    for name, one in SLICES.items():
        assert Dimension.UNIT in one.dimensions or not (one.kinds is None or one.kinds & apart), name


@pytest.mark.parametrize("name", ["month_balance_by_place_type", "month_balance_by_grid"])
def test_a_balance_that_was_changed_is_found(location: str, name: str) -> None:
    with open_office(location) as office:
        fill(office)
    engine = engine_for(url_of(location))
    try:
        with engine.begin() as connection:
            connection.execute(update(BALANCES[name]).values(quantity=BALANCES[name].c.quantity + 1000))
    finally:
        engine.dispose()
    with open_office(location) as office:
        result = office.checks.balances()
    assert not result.ok
    assert name in result.detail

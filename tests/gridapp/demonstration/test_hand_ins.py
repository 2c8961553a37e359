"""The demonstration's half-year as it came to be known: it can be seen as it stood on any day of it."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from db.office import open_office
from gridapp.closing.timeliness import timeliness
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.counting.words import Words
from gridapp.domain.books import BookAction
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month, period_named
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseQuery, Office
from gridapp.reporting.official.canonical import canonical
from gridapp.reporting.official.tables import official_tables
from tests.gridapp.demonstration.built import Built
from tests.gridapp.demonstration.towns import LAST_MINUTE, TOWNS
from tests.offices import at

GAOHU, SHUITOU = TOWNS
CLOSED = [Month(2018, 1), Month(2018, 2), Month(2018, 3)]


@pytest.fixture(scope="module")
def two_towns(demonstration: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The whole demonstration; its tests change nothing."""
    with open_office(str(demonstration.copied(tmp_path_factory.mktemp("two_towns")))) as office:
        yield office


@pytest.mark.parametrize("month", CLOSED, ids=str)
def test_each_table_of_a_closed_month_stood_so_when_it_was_handed_in(two_towns: Office, month: Month) -> None:
    words = Words(two_towns.registers.areas(), vocabulary())
    (submitted,) = (s for s in two_towns.books.steps(GAOHU, month) if s.action is BookAction.SUBMIT)
    kept = {table.code: table.content for table in two_towns.books.tables(GAOHU, month)}
    as_of = official_tables(two_towns, words, GAOHU, month.period, submitted.at)
    assert [table.code for table in as_of if canonical(table) != kept[table.code]] == []


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize(
    "code", ["event.reported", "event.closed", "dispute.found", "hazard.removed", "inspection.visits"]
)
def test_the_half_year_is_known_bit_by_bit(two_towns: Office, town: str, code: str) -> None:
    def known(month: int) -> Decimal:
        cut = Cut(period_named("2018-H1"), town, as_of=at(2018, month, 10))
        value = figure(two_towns.ledger, indicator_named(code), cut)
        assert isinstance(value, Decimal)
        return value

    by_month = [known(month) for month in range(2, 8)]
    assert by_month == sorted({*by_month})


def test_villages_report_more_or_less_promptly(two_towns: Office) -> None:
    for town in TOWNS:
        lines = timeliness(two_towns, town, Month(2018, 3), LAST_MINUTE)
        prompt = [line.promptness for line in lines if line.reported]
        assert all(rate.numerator < rate.denominator for rate in prompt)
        assert len({rate.numerator / rate.denominator for rate in prompt if rate.numerator}) > 5


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD])
def test_nothing_was_registered_before_it_happened(two_towns: Office, kind: Kind) -> None:
    rows = two_towns.lists.load_rows(two_towns.lists.find_ids(CaseQuery(kind=kind)))
    assert [row.number for row in rows if row.registered_at < row.reported_at] == []

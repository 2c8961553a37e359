"""Sums of the ledger: several spans at one moment, and measures that somebody else was the first to post on."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from db.office import open_office
from gridapp.counting.cut import Cut
from gridapp.counting.ledger import Span
from gridapp.counting.posting import Dimension
from gridapp.domain.case import Closing
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import TOWN, VILLAGES, at

BEGIN, END = date(2018, 1, 1), date(2018, 3, 1)
CUT = Cut(period_named("2018-01..2018-02"), TOWN)
FLOWS = Span(["event.reported", "event.closed"], BEGIN, END)


def _amounts(office: Office, *spans: Span) -> list[Mapping[str, Mapping[tuple[str | None, ...], Decimal]]]:
    return list(office.ledger.sums(spans, CUT))


def test_spans_by_different_words_are_told_each_by_its_own(office: Office) -> None:
    closed = {"closings": (Closing(closed_at=at(2018, 2, 5)),), "status": Status.CLOSED}
    save(
        office,
        [
            bare(Kind.EVENT, at(2017, 12, 5)),
            bare(Kind.EVENT, at(2018, 1, 3), **closed),
            bare(Kind.EVENT, at(2018, 2, 4), village=VILLAGES[1]),
        ],
    )
    by = (Dimension.VILLAGE, Dimension.MONTH)
    during, before, never = _amounts(
        office, Span(FLOWS.measures, BEGIN, END, by), Span(["event.reported"], None, BEGIN), Span([], BEGIN, END)
    )
    assert during == {
        "event.reported": {(VILLAGES[0], "2018-01"): 1, (VILLAGES[1], "2018-02"): 1},
        "event.closed": {(VILLAGES[0], "2018-02"): 1},
    }
    assert before == {"event.reported": {(): 1}}
    assert never == {}


def test_days_at_both_edges_of_whole_months_are_added(office: Office) -> None:
    save(office, [bare(Kind.EVENT, at(2018, *day)) for day in ((1, 14), (1, 15), (2, 3), (3, 4), (3, 5))])
    [found] = _amounts(office, Span(["event.reported"], date(2018, 1, 15), date(2018, 3, 5), (Dimension.VILLAGE,)))
    assert found == {"event.reported": {(VILLAGES[0],): 3}}


def test_a_measure_that_somebody_else_posts_on_first_is_counted(office: Office, location: str) -> None:
    assert _amounts(office, FLOWS) == [{}]
    with open_office(location) as other:
        save(other, [bare(Kind.EVENT, at(2018, 1, 3))])
    assert _amounts(office, FLOWS) == [{"event.reported": {(): 1}}]

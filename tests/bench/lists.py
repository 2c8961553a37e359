"""Lists (列表): identities in order, a page of rows, and the cases behind a cell beside the cell itself."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from db.office import open_office
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import figure
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.ports import CaseQuery
from tests.bench.files import raw, sample_office
from tests.bench.rounds import Ratio, in_turn, repeated

_PAGE = 100
_COLUMNS = (
    "id, kind, status, excluded_at, number, title, town, village, grid, category, level, source, campaign, handler, "
    "unit, first_receiver, chief, supervision, awaited, late_reason, reported_at, registered_at, occurred_at, "
    "accepted_at, due_at, step_due_at, closed_at, tags, excluded_reason, address, reporter, phone"
)
_YEAR = Cut(Period(date(2018, 1, 1), date(2019, 1, 1)))
_MONTH = (Dimension.MONTH, Dimension.PLATFORM)


def lists(cases: int) -> Iterator[Ratio]:
    """Pages of the list of events, newest first."""
    sample = sample_office(cases)
    query = CaseQuery(kind=Kind.EVENT)
    with open_office(str(sample)) as office, raw(sample) as connection:
        ids = office.lists.find_ids(query)
        if [case_id.bytes for case_id in ids] != [row[0] for row in _ids(connection)]:
            raise RuntimeError("the contenders list different cases")
        top, end = ids[:_PAGE], ids[-_PAGE:]
        samplers: Mapping[str, Callable[[], object]] = {
            "first 100 rows through load_rows()": lambda: office.lists.load_rows(top),
            "100 rows by identity in raw sqlite3": lambda: _rows(connection, top),
            "last 100 rows through load_rows()": lambda: office.lists.load_rows(end),
            f"identities of all {len(ids):,} events through find_ids()": lambda: office.lists.find_ids(query),
            "the same in raw sqlite3": lambda: _ids(connection),
        }
        rounds = in_turn({name: repeated(work) for name, work in samplers.items()})
    page, bare_page, last, order, bare_order = samplers
    yield rounds.ratio(page, bare_page, 1.6)
    yield rounds.ratio(last, page, 1.5)
    yield rounds.ratio(order, bare_order)


def cells(cases: int) -> Iterator[Ratio]:
    """A cell of the monthly table, and the cases behind it."""
    reported, closing = indicator_named("event.reported"), indicator_named("event.closing")
    with open_office(str(sample_office(cases))) as office:
        ledger = office.ledger
        flow = _YEAR.narrowed(_MONTH, ("2018-06", "ZZ"))
        village = _YEAR.narrowed((Dimension.VILLAGE,), (office.registers.areas().villages()[0].code,))
        counted = len(cases_behind(ledger, reported, flow))
        left = len(cases_behind(ledger, closing, village))
        samplers: Mapping[str, Callable[[], object]] = {
            f"the {counted:,} events of a month and platform": lambda: cases_behind(ledger, reported, flow),
            "their number": lambda: figure(ledger, reported, flow),
            f"the {left:,} events of a village still open": lambda: cases_behind(ledger, closing, village),
            "how many they are": lambda: figure(ledger, closing, village),
        }
        rounds = in_turn({name: repeated(work) for name, work in samplers.items()})
    month_list, month_cell, open_list, open_cell = samplers
    yield rounds.ratio(month_list, month_cell)
    yield rounds.ratio(open_list, open_cell)


def _ids(connection: sqlite3.Connection) -> Sequence[tuple[bytes]]:
    return connection.execute(
        "SELECT id FROM case_head WHERE kind = 'event' ORDER BY reported_at DESC NULLS LAST, id"
    ).fetchall()


def _rows(connection: sqlite3.Connection, ids: Sequence[UUID]) -> object:
    marks = ", ".join("?" * len(ids))
    rows_of = "case_head LEFT JOIN event_detail ON case_id = id"
    statement = f"SELECT {_COLUMNS} FROM {rows_of} WHERE id IN ({marks})"
    rows = {row[0]: row for row in connection.execute(statement, [case_id.bytes for case_id in ids])}
    return [rows[case_id.bytes] for case_id in ids]

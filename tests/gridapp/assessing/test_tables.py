"""T7 and T8: what stands in them opens its list, and a signed month is read back as it was signed."""

from decimal import Decimal

import pytest

from gridapp.assessing.marks import enter
from gridapp.assessing.tables import RANKING, SHEET, assessment_tables, signed_tables
from gridapp.counting.amount import Rate
from gridapp.counting.figure_cases import cases_behind
from gridapp.domain.books import KeptTable
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from gridapp.ports import Office
from gridapp.reporting.official.canonical import canonical, table_from
from gridapp.reporting.official.table import OfficialCell, OfficialTable, RowKind
from tests.gridapp.assessing.township import (
    AFTERWARDS,
    JUNE,
    OTHER,
    WORKER,
    a_month_of_everything,
    saved,
    sheet,
    with_workers,
)
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, NOW, TOWN, at


@pytest.fixture
def busy(sqlite_office: Office) -> Office:
    """An office in which two workers reported in June, and one of another role did nothing."""
    with_workers(sqlite_office, WORKER, OTHER)
    with_workers(sqlite_office, "演示闲人", role="网格员")
    saved(sqlite_office, *a_month_of_everything())
    return sqlite_office


def tables(office: Office, month: Month = JUNE) -> tuple[OfficialTable, OfficialTable]:
    return assessment_tables(office, TOWN, month, AFTERWARDS)


def close(office: Office, month: Month = JUNE) -> None:
    kept = [KeptTable(code=t.code, title=t.title, content=canonical(t)) for t in tables(office, month)]
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, month, ACTOR, NOW(), kept)


def listed(office: Office, cell: OfficialCell) -> Decimal:
    assert cell.indicator is not None
    assert cell.cut is not None
    return sum((case.quantity for case in cases_behind(office.ledger, cell.indicator, cell.cut)), Decimal(0))


def test_the_sheet_has_a_line_a_worker_role_by_role_and_by_places(busy: Office) -> None:
    table, _ = tables(busy)
    assert (table.code, table.title, table.town) == (SHEET, "网格员考核月报", "高湖镇")
    assert [row.labels for row in table.rows] == [
        ("专职网格员", WORKER, "桐川村"),
        ("专职网格员", OTHER, "桐川村"),
        ("网格员", "演示闲人", "桐川村"),
    ]


def test_every_row_has_a_cell_under_every_heading(busy: Office) -> None:
    for table in tables(busy):
        assert {len(row.labels) + len(row.cells) for row in table.rows} == {table.columns}
        last = max(column + heading.columns for _, column, heading in table.placed_headings())
        assert last == table.columns


def test_the_points_of_a_row_are_those_of_the_sheet(busy: Office) -> None:
    table, _ = tables(busy)
    (score,) = sheet(busy).of(WORKER)
    shown = [cell.shown for cell in table.rows[0].cells]
    assert shown[0] == "20/20"
    assert shown[-5:] == ["-1", "0", f"{score.total.normalize():f}", "1", "1"]


def test_every_figure_of_both_tables_is_its_list(busy: Office) -> None:
    cells = [cell for table in tables(busy) for row in table.rows for cell in row.cells if cell.indicator is not None]
    wrong = [
        (cell.indicator and cell.indicator.code, cell.value)
        for cell in cells
        if listed(busy, cell) != (cell.value.numerator if isinstance(cell.value, Rate) else cell.value)
    ]
    assert wrong == []
    assert len(cells) == 3 * 8 + 4 * 6


def test_the_ranking_goes_by_valid_reports_and_adds_up(busy: Office) -> None:
    _, table = tables(busy)
    assert (table.code, table.title) == (RANKING, "网格员上报排行")
    assert [row.labels[:2] for row in table.rows] == [("1", WORKER), ("2", OTHER), ("3", "演示闲人"), ("", "合计")]
    assert [cell.shown for cell in table.rows[0].cells] == ["10", "1", "1", "83.33%", "8", "80.00%"]
    assert [cell.shown for cell in table.rows[-1].cells] == ["11", "1", "1", "84.62%", "8", "72.73%"]
    assert table.rows[-1].kind is RowKind.TOTAL


def test_equal_numbers_share_a_place(sqlite_office: Office) -> None:
    with_workers(sqlite_office, "演示甲", "演示乙", "演示丙")
    saved(sqlite_office, *(bare(Kind.EVENT, at(2018, 6, 4), reporter=name) for name in ("演示乙", "演示丙")))
    _, table = tables(sqlite_office)
    assert [row.labels[:2] for row in table.rows[:3]] == [("1", "演示丙"), ("1", "演示乙"), ("3", "演示甲")]


def test_a_town_without_workers_has_empty_tables(sqlite_office: Office) -> None:
    assert [table.rows for table in tables(sqlite_office)] == [(), ()]


def test_both_tables_survive_being_kept(busy: Office) -> None:
    for table in tables(busy):
        assert canonical(table_from(canonical(table))) == canonical(table)


def test_an_open_month_has_no_signed_tables(busy: Office) -> None:
    assert signed_tables(busy, TOWN, JUNE) is None


def test_a_closed_month_is_read_back_as_it_was_signed(office: Office) -> None:
    with_workers(office, WORKER)
    saved(office, *a_month_of_everything())
    signed = [canonical(table) for table in tables(office)]
    close(office)
    with_workers(office, "演示新人")
    assert [canonical(table) for table in tables(office)] == signed


def test_the_sheet_of_the_next_month_does_not_change_the_signed_one(busy: Office) -> None:
    close(busy)
    july = JUNE.later(1)
    enter(busy, TOWN, july, WORKER, "false_report", "演示", ACTOR, NOW)
    shown = {month: tables(busy, month)[0].rows[0].cells[-5].shown for month in (JUNE, july)}
    assert (shown[JUNE], "-5" in {row.cells[-5].shown for row in tables(busy, july)[0].rows}) == ("-1", True)


def test_a_month_that_was_opened_again_is_told_as_the_books_stand(busy: Office) -> None:
    close(busy)
    with busy.cases.transaction() as writer:
        writer.reopen_month(TOWN, JUNE, "演示领导", "演示：漏登", ACTOR, NOW())
    enter(busy, TOWN, JUNE, WORKER, "false_report", "演示", ACTOR, NOW)
    assert tables(busy)[0].rows[0].cells[-5].shown == "-6"

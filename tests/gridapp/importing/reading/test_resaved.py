"""What LibreOffice makes of a workbook, in each of its formats, reads as the workbook itself (另存后读取一致)."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from gridapp.importing.reading.cells import Cell
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.reading_of import grid_of, rows_of
from tests.soffice import opened_again

ROWS: list[list[Cell]] = [
    ["网格事件台账（演示）"],
    ["编号", "标题", "上报时间", "上报日期", "数量", "重复"],
    ["330326199001011234", "演示：积水，“两处”\n已处理", datetime(2018, 6, 11, 9, 30), date(2018, 6, 11), 3.5, True],
    ["0571", "䶮𠮷", datetime(1999, 12, 31, 23, 59), date(2024, 2, 29), 1e6, False],
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A workbook with a merged title, a cell that ended in an error, a hidden sheet and cells of every kind."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet["C3"].number_format = sheet["C4"].number_format = "yyyy-mm-dd hh:mm"
    sheet["F5"] = "=1/0"
    book.create_sheet("去年").sheet_state = "hidden"
    book.save(tmp_path / "台账.xlsx")
    return tmp_path / "台账.xlsx"


@pytest.mark.parametrize("to", ["xlsx", "xls", "ods"])
def test_a_workbook_reads_the_same(ledger: Path, to: str) -> None:
    again = opened_again(ledger, to)
    grid = grid_of(again)
    assert grid.pop(5) == ["", "", "", "", "", "#DIV/0!"]
    assert list(grid.values()) == ROWS
    assert [fault.code for fault in rows_of(again)[4].faults] == ["cell-error"]
    with opened(again) as book:
        assert [(sheet.name, sheet.visible) for sheet in book.sheets] == [("Sheet", True), ("去年", False)]
        assert [tuple(region) for region in book.sheet("Sheet").merged] == [(1, 0, 1, 5)]


@pytest.mark.parametrize("encoding", ["76", "85", "65535"], ids=["utf-8", "gb18030", "utf-16"])
def test_a_text_reads_as_it_is_shown(ledger: Path, encoding: str) -> None:
    again = opened_again(ledger, f"csv:Text - txt - csv (StarCalc):44,34,{encoding}")
    assert grid_of(again)[3] == [
        "330326199001011234",
        "演示：积水，“两处”\n已处理",
        "2018-06-11 09:30",
        "2018-06-11",
        "3.5",
        "TRUE",
    ]


def test_a_page_reads_as_it_is_shown(ledger: Path) -> None:
    again = opened_again(ledger, "html")
    page = again.rename(again.with_suffix(".xls"))
    assert grid_of(page)[3][:1] == ["330326199001011234"]

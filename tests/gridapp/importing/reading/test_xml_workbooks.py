"""Workbooks of Excel 2003 as XML, under the name of an old workbook (XML 表格 2003)."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.cells import Merged
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.reading_of import grid_of, rows_of

BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="a"/></Styles><Worksheet ss:Name="台账"><Table>{}</Table></Worksheet>
<Worksheet ss:Name="去年"><Table/></Worksheet></Workbook>"""


def book(path: Path, rows: str) -> Path:
    path.write_text(BOOK.format(rows), encoding="utf-8")
    return path


def data(kind: str, said: str) -> str:
    return f'<Cell><Data ss:Type="{kind}">{said}</Data></Cell>'


def test_cells_of_every_type(tmp_path: Path) -> None:
    cells = [data("String", "330326199001011234"), data("Number", "3.5"), data("Boolean", "1")]
    cells += [data("DateTime", f"{moment}.000") for moment in ("2018-06-11T00:00:00", "2018-06-11T09:30:00")]
    cells += [data("DateTime", "1899-12-31T09:30:00.000"), data("Number", "三")]
    assert grid_of(book(tmp_path / "台账.xls", f"<Row>{''.join(cells)}</Row>")) == {
        1: ["330326199001011234", 3.5, True, date(2018, 6, 11), datetime(2018, 6, 11, 9, 30), time(9, 30), "三"]
    }


def test_rows_and_cells_that_are_passed_over_by_their_numbers(tmp_path: Path) -> None:
    rows = (
        f'<Row><Cell/>{data("String", "编号")}</Row><Row ss:Index="4"><Cell ss:Index="3"><Data>演示</Data></Cell></Row>'
    )
    assert grid_of(book(tmp_path / "台账.xls", rows)) == {1: ["", "编号"], 4: ["", "", "演示"]}


def test_merged_cells_are_told_and_those_below_make_way(tmp_path: Path) -> None:
    first = '<Cell ss:MergeDown="1"><Data ss:Type="String">编号</Data></Cell>'
    rows = f'<Row>{first}<Cell ss:MergeAcross="1"><Data ss:Type="String">时间</Data></Cell></Row>'
    path = book(tmp_path / "台账.xls", f"{rows}<Row>{data('String', '上报')}{data('String', '办结')}</Row>")
    assert grid_of(path) == {1: ["编号", "时间"], 2: ["", "上报", "办结"]}
    with opened(path) as again:
        assert again.sheet("台账").merged == [Merged(1, 0, 2, 0), Merged(1, 1, 1, 2)]
        assert [sheet.name for sheet in again.sheets] == ["台账", "去年"]


def test_errors_are_faults(tmp_path: Path) -> None:
    (row,) = rows_of(book(tmp_path / "台账.xls", f"<Row>{data('String', '演示')}{data('Error', '#REF!')}</Row>"))
    assert row.cells[1] == "#REF!"
    assert [(fault.place, fault.code) for fault in row.faults] == [(1, "cell-error")]


def test_one_that_is_broken_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "台账.xls"
    path.write_text(BOOK.format("<Row></Cell>"), encoding="utf-8")
    with pytest.raises(Refusal, match="已损坏"):
        opened(path)

"""Awkward .xlsx and .xlsm workbooks that are read all the same."""

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chartsheet import Chartsheet
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from xlsxwriter import Workbook as WrittenWorkbook

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.cells import Merged
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.archives import GRID, SHEET, changed, text_cell, with_rows, workbook
from tests.gridapp.importing.reading.old_workbook import old_workbook
from tests.gridapp.importing.reading.reading_of import grid_of, rows_of

DAY = "yyyy-mm-dd"


def written(path: Path, cells: dict[str, tuple[Any, str]], **options: bool) -> Path:
    """A workbook by XlsxWriter: values and formats by place."""
    book = WrittenWorkbook(str(path), options)
    sheet = book.add_worksheet()
    for place, (value, shown) in cells.items():
        sheet.write(place, value, book.add_format({"num_format": shown}) if shown else None)
    book.close()
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".XLSX"])
def test_plain_rows(tmp_path: Path, suffix: str) -> None:
    assert grid_of(workbook(tmp_path / f"台账{suffix}")) == GRID


def test_rows_of_another_format_under_this_name(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(old_workbook([["标题"]]))
    assert grid_of(path) == {1: ["标题"]}


def test_first_cell_far_from_the_corner(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active["C4"], book.active["E6"] = "标题", "数量"
    book.save(tmp_path / "台账.xlsx")
    assert grid_of(tmp_path / "台账.xlsx") == {4: ["", "", "标题"], 6: ["", "", "", "", "数量"]}


def test_blank_rows_between_rows_keep_the_numbers(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", ["标题"], [], ["", None], ["演示"])
    assert grid_of(path) == {1: ["标题"], 4: ["演示"]}


def test_row_of_zero_or_no_alone_is_not_blank(tmp_path: Path) -> None:
    assert grid_of(workbook(tmp_path / "台账.xlsx", [0], [False])) == {1: [0], 2: [False]}


def test_a_million_formatted_blank_rows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx")
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"/></row>' for n in range(3, 1_048_577))
    changed(path, {SHEET: with_rows(blank)})
    with opened(path) as book:
        sheet = book.sheet("Sheet")
        assert sheet.last_row == 2
        assert [row.number for row in sheet.rows()] == [1, 2]


def test_formatting_far_below_the_rows(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["标题"])
    book.active["A1048576"].font = Font(bold=True)
    book.save(tmp_path / "台账.xlsx")
    assert grid_of(tmp_path / "台账.xlsx") == {1: ["标题"]}


def test_stray_value_in_the_last_row(tmp_path: Path) -> None:
    path = changed(
        workbook(tmp_path / "台账.xlsx"),
        {SHEET: with_rows(f'<row r="1048576">{text_cell("A1048576", "演示")}</row>')},
    )
    assert grid_of(path) == {**GRID, 1_048_576: ["演示"]}


def test_dimension_that_lies(tmp_path: Path) -> None:
    def lie(sheet: bytes) -> bytes:
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A1"', sheet)

    assert grid_of(changed(workbook(tmp_path / "台账.xlsx"), {SHEET: lie})) == GRID


def test_tags_with_a_prefix(tmp_path: Path) -> None:
    def prefixed(sheet: bytes) -> bytes:
        return re.sub(rb"<(/?)(\w)", rb"<\1x:\2", sheet).replace(b"xmlns=", b"xmlns:x=")

    path = workbook(tmp_path / "台账.xlsx", ["标题", "数量"], ["演示", "=1+2"])
    (fault,) = rows_of(changed(path, {SHEET: prefixed}))[1].faults
    assert (fault.place, fault.code) == (1, "formula-unstored")


def test_days_and_times(tmp_path: Path) -> None:
    path = written(
        tmp_path / "台账.xlsx",
        {
            "A1": (date(2018, 6, 11), DAY),
            "B1": (datetime(2018, 6, 11, 9, 30), "yyyy-mm-dd hh:mm"),
            "C1": (time(9, 30), "hh:mm"),
            "D1": (1.5, "[h]:mm:ss"),
        },
    )
    assert grid_of(path) == {1: [date(2018, 6, 11), datetime(2018, 6, 11, 9, 30), time(9, 30), timedelta(hours=36)]}


def test_days_that_count_from_1904_by_xlsxwriter(tmp_path: Path) -> None:
    path = written(tmp_path / "台账.xlsx", {"A1": (date(2018, 6, 11), DAY)}, date_1904=True)
    with opened(path) as book:
        assert book.epoch_1904
    assert grid_of(path) == {1: [date(2018, 6, 11)]}


def test_days_that_count_from_1904_by_openpyxl(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    book.active.append([date(2018, 6, 11)])
    book.save(tmp_path / "台账.xlsx")
    with opened(tmp_path / "台账.xlsx") as again:
        assert again.epoch_1904
    assert grid_of(tmp_path / "台账.xlsx") == {1: [date(2018, 6, 11)]}


def test_plain_serial_numbers_stay_numbers_and_the_book_says_from_when_they_count(tmp_path: Path) -> None:
    path = written(tmp_path / "台账.xlsx", {"A1": (43262, "")})
    with opened(path) as book:
        assert not book.epoch_1904
    assert grid_of(path) == {1: [43262.0]}


def test_the_day_that_excel_invented(tmp_path: Path) -> None:
    """29 February 1900 never was: it reads as the day before it, those around it are right."""
    path = written(tmp_path / "台账.xlsx", {"A1": (59, DAY), "B1": (60, DAY), "C1": (61, DAY)})
    assert grid_of(path) == {1: [date(1900, 2, 28), date(1900, 2, 28), date(1900, 3, 1)]}


def test_long_numbers(tmp_path: Path) -> None:
    """As text they are whole; as numbers Excel has rounded them, and they stay numbers that show it."""
    path = workbook(tmp_path / "台账.xlsx", ["330326199001011234", 330326199001011234, 13800001234])
    whole, rounded, phone = grid_of(path)[1]
    assert (whole, phone) == ("330326199001011234", 13800001234.0)
    assert rounded == pytest.approx(330326199001011234, abs=100)
    assert isinstance(rounded, float)


def test_numbers_that_an_apostrophe_made_text(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    cell = book.active["A1"]
    cell.value, cell.quotePrefix = "0571", True
    book.save(tmp_path / "台账.xlsx")
    assert grid_of(tmp_path / "台账.xlsx") == {1: ["0571"]}


def test_error_cells_say_their_error_and_are_faults(tmp_path: Path) -> None:
    book = WrittenWorkbook(str(tmp_path / "台账.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row("A1", ["标题", "数量", "金额"])
    sheet.write_string("A2", "演示")
    sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
    book.close()
    row = rows_of(tmp_path / "台账.xlsx")[1]
    assert list(row.cells) == ["演示", "", "#DIV/0!"]
    (fault,) = row.faults
    assert (fault.place, fault.code) == (2, "cell-error")
    assert "#DIV/0!" in fault.message


def test_formula_whose_value_was_never_stored_is_a_fault(tmp_path: Path) -> None:
    row = rows_of(workbook(tmp_path / "台账.xlsx", ["标题", "数量"], ["演示", "=1+2"]))[1]
    (fault,) = row.faults
    assert (fault.place, fault.code) == (1, "formula-unstored")
    assert "保存一次" in fault.message


def test_row_of_nothing_but_faults_is_a_row(tmp_path: Path) -> None:
    rows = rows_of(workbook(tmp_path / "台账.xlsx", ["标题"], ["=1+2"]))
    assert [(row.number, len(row.faults)) for row in rows] == [(1, 0), (2, 1)]


def test_formulas_with_values_are_their_values(tmp_path: Path) -> None:
    book = WrittenWorkbook(str(tmp_path / "台账.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_formula("A1", "=1+2", None, 3)
    sheet.write_formula("B1", '="演"&"示"', None, "演示")
    book.close()
    (row,) = rows_of(tmp_path / "台账.xlsx")
    assert (list(row.cells), list(row.faults)) == ([3.0, "演示"], [])


def test_formula_that_says_an_empty_text_is_no_fault(tmp_path: Path) -> None:
    said = '<row r="3"><c r="A3" t="str"><f>IF(B2="","","x")</f><v></v></c><c r="B3"><v>1</v></c></row>'
    row = rows_of(changed(workbook(tmp_path / "台账.xlsx"), {SHEET: with_rows(said)}))[2]
    assert (list(row.cells), list(row.faults)) == (["", 1.0], [])


def test_faults_in_a_long_sheet_stand_in_their_own_rows(tmp_path: Path) -> None:
    """Long enough to be handed over in several pieces."""
    rows: list[list[object]] = [["演示" * 20, "=1+2" if n in (7, 20_000) else str(n)] for n in range(1, 20_001)]
    path = workbook(tmp_path / "台账.xlsx", *rows)
    assert [row.number for row in rows_of(path) if row.faults] == [7, 20_000]


def test_merged_cells_are_told_with_the_value_in_the_first(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["演示台账"], ["标题", "时间"], ["", "上报", "办结"]):
        book.active.append(row)
    for region in ("A1:C1", "A2:A3", "B2:C2"):
        book.active.merge_cells(region)
    book.save(tmp_path / "台账.xlsx")
    with opened(tmp_path / "台账.xlsx") as again:
        merged = again.sheet("Sheet").merged
    assert sorted(merged) == [Merged(1, 0, 1, 2), Merged(2, 0, 3, 0), Merged(2, 1, 2, 2)]
    assert grid_of(tmp_path / "台账.xlsx") == {1: ["演示台账"], 2: ["标题", "时间"], 3: ["", "上报", "办结"]}


def test_rich_text_and_links_are_their_texts(tmp_path: Path) -> None:
    book = WrittenWorkbook(str(tmp_path / "台账.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_rich_string("A1", "道路", book.add_format({"bold": True}), "积水", "三处")
    sheet.write_url("B1", "http://example.invalid/", None, "附件")
    book.close()
    assert grid_of(tmp_path / "台账.xlsx") == {1: ["道路积水三处", "附件"]}


def test_control_characters_are_left_out_and_line_breaks_kept(tmp_path: Path) -> None:
    cell = text_cell("A3", "演\x0b示\x01：&#10;积\u3000水")
    path = changed(workbook(tmp_path / "台账.xlsx"), {SHEET: with_rows(f'<row r="3">{cell}</row>')})
    assert grid_of(path)[3] == ["演示：\n积\u3000水"]


def test_hidden_sheets_are_there_and_known_as_hidden_and_charts_are_left_out(tmp_path: Path) -> None:
    book = Workbook()
    hidden = book.create_sheet("去年")
    hidden.sheet_state = "hidden"
    hidden.append(["标题"])
    assert isinstance(book.create_chartsheet("图"), Chartsheet)
    book.create_sheet("末")
    book.save(tmp_path / "台账.xlsx")
    with opened(tmp_path / "台账.xlsx") as again:
        assert [(sheet.name, sheet.visible) for sheet in again.sheets] == [
            ("Sheet", True),
            ("去年", False),
            ("末", True),
        ]
    assert grid_of(tmp_path / "台账.xlsx", "去年") == {1: ["标题"]}


def test_faults_belong_to_their_own_sheet_also_behind_a_chart(tmp_path: Path) -> None:
    book = Workbook()
    book.create_chartsheet("图")
    book.create_sheet("末").append(["=1+2"])
    book.save(tmp_path / "台账.xlsx")
    assert [len(row.faults) for row in rows_of(tmp_path / "台账.xlsx", "末")] == [1]


def test_a_missing_sheet_is_refused_with_those_that_are_there(tmp_path: Path) -> None:
    with (
        opened(workbook(tmp_path / "台账.xlsx")) as book,
        pytest.raises(Refusal, match="没有叫“七月”的工作表，现有：Sheet。"),
    ):
        book.sheet("七月")


def test_sheets_are_read_in_any_order_and_again(tmp_path: Path) -> None:
    book = Workbook()
    for name in ("五月", "六月"):
        sheet = book.create_sheet(name)
        for number in range(1_200):
            sheet.append([f"{name}{number}"])
    book.save(tmp_path / "台账.xlsx")
    with opened(tmp_path / "台账.xlsx") as again:
        may = again.sheet("五月")
        assert [row.cells[0] for row in may.first(2)] == ["五月0", "五月1"]
        assert [row.cells[0] for row in again.sheet("六月").rows()][-1] == "六月1199"
        assert [row.cells[0] for row in may.rows()][-1] == "五月1199"
        assert len(list(may.rows())) == 1_200


def test_macros_do_not_run_and_are_remarked(tmp_path: Path) -> None:
    path = changed(workbook(tmp_path / "台账.xlsm"), {"xl/vbaProject.bin": b"macro"})
    with opened(path) as book:
        assert book.remarks == ["文件带有宏，只读取了数据，宏没有运行。"]
    assert grid_of(path) == GRID


@pytest.mark.parametrize("lock", ["~$台账.xlsx", ".~lock.台账.xlsx#"])
def test_workbook_that_is_open_elsewhere_is_read_and_remarked(tmp_path: Path, lock: str) -> None:
    path = workbook(tmp_path / "台账.xlsx")
    (tmp_path / lock).write_bytes(b"demo")
    with opened(path) as book:
        assert "正在表格软件里打开" in book.remarks[0]
    assert grid_of(path) == GRID


def test_names_that_need_care(tmp_path: Path) -> None:
    folder = tmp_path / "演示 & 'folder'"
    folder.mkdir()
    book = Workbook()
    assert book.active is not None
    book.active.title = "六月 & <七月>\t末"[:31].replace("\t", " ")
    book.active.append(["标题"])
    book.save(folder / "-台账 %s.xlsx")
    assert grid_of(folder / "-台账 %s.xlsx", "六月 & <七月> 末") == {1: ["标题"]}


def test_entries_with_the_separators_of_windows(tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", ["标题"], ["=1+2"])
    path.write_bytes(path.read_bytes().replace(b"xl/worksheets/sheet1.xml", b"xl\\worksheets\\sheet1.xml"))
    assert [len(row.faults) for row in rows_of(path)] == [0, 1]

"""The forms of the official tables: ours have every placeholder; an office's own that lack one are refused by name."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from gridapp.counting.amount import Rate
from gridapp.counting.words import Words
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.reporting.official.definition import CODES
from gridapp.reporting.official.form_reading import form_of, sheet_of
from gridapp.reporting.official.forms import checked_forms, drawn_forms, filled_forms, our_forms
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import Heading, OfficialCell, OfficialRow, OfficialTable, RowKind
from gridapp.reporting.official.tables import official_table
from gridapp.workbooks.own_file import LARGEST
from tests.gridapp.reporting.official.test_canonical import SAMPLED_TOWN, TABLE
from tests.offices import TOWN
from tests.soffice import opened_again

SIGNED = Signers(filled_by="演示甲", checked_by="演示乙", signed_by="演示丙", on="2018-06-03")
ALL = (*CODES, "T9")


def _book(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def _edited(change: Callable[[Any], None], table: OfficialTable = TABLE) -> bytes:
    """Our form of a table after an office has changed it."""
    book = _book(drawn_forms([table]))
    change(book.worksheets[0])
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def _cells(sheet: Any, table: OfficialTable, first: int) -> list[list[Any]]:
    """What is to be seen of the rows: columns that count nothing are hidden."""
    rows = sheet.iter_rows(min_row=first, max_row=first + len(table.rows) - 1)
    hidden = [sheet.column_dimensions[get_column_letter(c)].hidden for c in range(1, sheet.max_column + 1)]
    return [[cell.value for cell, unseen in zip(row, hidden, strict=True) if not unseen] for row in rows]


def _number(cell: OfficialCell) -> float | None:
    """What a cell is as a number on a sheet, where it is one."""
    if cell.text is not None or cell.value is None:
        return None
    if isinstance(cell.value, Rate):
        return None if cell.value.percent is None else float(cell.value.percent / 100)
    return float(cell.value / 100) if cell.signed and cell.unit == "%" else float(cell.value)


@pytest.mark.parametrize("code", ALL)
def test_every_cell_of_a_filled_form_is_the_cell_of_the_table(sampled: Office, words: Words, code: str) -> None:
    table = official_table(sampled, words, SAMPLED_TOWN, period_named("2016-05"), code)
    sheet = _book(filled_forms([table], SIGNED, None)).worksheets[0]
    for row, cells in zip(table.rows, _cells(sheet, table, 3 + len(table.headings)), strict=True):
        assert list(row.labels) == [cell or "" for cell in cells[: len(row.labels)]]
        for cell, written in zip(row.cells, cells[len(row.labels) :], strict=row.kind is not RowKind.HEADING):
            number = _number(cell)
            assert written == (cell.shown or None) if number is None else written == pytest.approx(number), cell


@pytest.mark.parametrize("code", ALL)
def test_our_forms_fit_every_table(sqlite_office: Office, words: Words, code: str) -> None:
    table = official_table(sqlite_office, words, TOWN, period_named("2016-05"), code)
    sheet = sheet_of(_book(our_forms()).worksheets, table)
    assert sheet is not None
    assert form_of(sheet, table).rows.keys() == set(RowKind)


def test_over_another_period_the_headings_say_so(sampled: Office, words: Words) -> None:
    table = official_table(sampled, words, SAMPLED_TOWN, period_named("2016-H1"), "T2")
    sheet = _book(filled_forms([table], SIGNED, None)).worksheets[0]
    assert [cell.value for cell in sheet[3]] == [heading.text for heading in table.headings[0]]
    assert "本期上报" in [cell.value for cell in sheet[3]]


def test_several_tables_stand_in_the_order_in_which_they_were_asked_for(sampled: Office, words: Words) -> None:
    tables = [official_table(sampled, words, SAMPLED_TOWN, period_named("2016-05"), code) for code in ("T6", "T2")]
    assert [sheet.title.split()[0] for sheet in _book(filled_forms(tables, SIGNED, None)).worksheets] == ["T6", "T2"]


def test_an_office_may_reword_restyle_and_move(sampled: Office) -> None:
    def change(sheet: Any) -> None:
        sheet["A1"] = "高湖镇{{表名}}（{{统计期间}}）"
        sheet["A3"] = "村（社区）"
        sheet["B5"], sheet["C5"] = sheet["C5"].value, sheet["B5"].value

    sheet = _book(filled_forms([TABLE], SIGNED, _edited(change))).worksheets[0]

    assert sheet["A1"].value == "高湖镇演示表（2018年5月）"
    assert sheet["A3"].value == "村（社区）"
    assert [sheet["B5"].value, sheet["C5"].value] == [1955.5, 12]


def test_what_stands_below_the_rows_moves_down_with_them() -> None:
    long = replace(TABLE, rows=(TABLE.rows[0],) * 30, notes=("一。", "二。"))

    def change(sheet: Any) -> None:
        sheet.cell(sheet.max_row + 1, 2, "负责人：{{签发人}}")

    sheet = _book(filled_forms([long], SIGNED, _edited(change, long))).worksheets[0]

    assert sheet["A34"].value == "桐川村"
    assert [sheet[place].value for place in ("A36", "A37", "B38")] == ["一。", "二。", "负责人：演示丙"]
    assert sheet.print_area.endswith(str(sheet.max_row))


def test_a_number_form_that_the_office_chose_stays() -> None:
    def change(sheet: Any) -> None:
        sheet["B5"].number_format = "0.0"

    sheet = _book(filled_forms([TABLE], SIGNED, _edited(change))).worksheets[0]
    assert (sheet["B5"].number_format, sheet["C5"].number_format) == ("0.0", "#,##0.###")


def _without_a_column(sheet: Any) -> None:
    sheet["C5"] = ""


def _without_signer(sheet: Any) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("{{签发人}}", "")


def _with_something_unknown(sheet: Any) -> None:
    sheet["A1"] = "{{天气}}"


def _with_a_formula(sheet: Any) -> None:
    sheet["J9"] = "=SUM(B5:B6)"


def _with_a_column_elsewhere(sheet: Any) -> None:
    sheet["J2"] = "{{演示/0}}"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_without_a_column, "缺少占位符“{{演示/1}}”"),
        (_without_signer, "缺少占位符“{{签发人}}”"),
        (_with_something_unknown, "A1 里的“{{天气}}”不是这张表的占位符"),
        (_with_a_formula, "J9 里有公式"),
        (_with_a_column_elsewhere, "不在明细行"),
    ],
)
def test_a_form_that_does_not_fit_is_refused_by_name(change: Callable[[Any], None], said: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked_forms(_edited(change), [TABLE])
    assert said in str(refused.value)


@pytest.mark.parametrize("wrong", ["{{表名}", "{表名}}", "｛｛表名｝｝", "{表名}"])
def test_a_placeholder_that_is_none_is_refused_by_its_cell(wrong: str) -> None:
    def change(sheet: Any) -> None:
        sheet["A1"] = wrong

    with pytest.raises(Refusal, match="A1 里的花括号"):
        checked_forms(_edited(change), [TABLE])


def test_a_workbook_without_the_sheet_is_refused_by_its_name() -> None:
    with pytest.raises(Refusal, match="缺少工作表“T0 演示表”"):
        checked_forms(our_forms(), [TABLE])


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="打不开"):
        checked_forms(data, [TABLE])


def _damaged(part: str) -> bytes:
    """A form of which one part breaks off in the middle."""
    made = BytesIO()
    with ZipFile(BytesIO(drawn_forms([TABLE]))) as whole, ZipFile(made, "w") as broken:
        for name in whole.namelist():
            content = whole.read(name)
            broken.writestr(name, content[: len(content) // 2] if name == part else content)
    return made.getvalue()


@pytest.mark.parametrize(
    "part", ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]
)
def test_a_damaged_workbook_is_refused(part: str) -> None:
    with pytest.raises(Refusal, match="打不开"):
        checked_forms(_damaged(part), [TABLE])


def test_a_workbook_that_can_be_opened_but_not_filled_is_refused() -> None:
    made = BytesIO()
    with ZipFile(BytesIO(drawn_forms([TABLE]))) as whole, ZipFile(made, "w") as without_fill:
        for name in whole.namelist():
            without_fill.writestr(name, whole.read(name).replace(b'"2" fillId="0"', b'"2" fillId="99"'))
    with pytest.raises(Refusal, match="打不开"):
        checked_forms(made.getvalue(), [TABLE])


def test_a_workbook_that_unpacks_into_too_much_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * (LARGEST + 1))
    with pytest.raises(Refusal, match="太大"):
        checked_forms(made.getvalue(), [TABLE])


def test_a_table_with_columns_that_ours_has_not_gets_a_form_of_its_own() -> None:
    other = replace(
        TABLE,
        code="T7",
        headings=((Heading("岗位"), Heading("新项目")),),
        rows=(OfficialRow(("网格员",), (OfficialCell(text="3"),)),),
    )
    sheet = _book(filled_forms([other], SIGNED, None)).worksheets[0]
    assert [cell.value for cell in sheet[4]] == ["网格员", "3"]


def test_another_program_opens_the_filled_forms_and_saves_the_same_cells(
    sampled: Office, words: Words, tmp_path: Path
) -> None:
    tables = [official_table(sampled, words, SAMPLED_TOWN, period_named("2016-05"), code) for code in ALL]
    path = tmp_path / "月报.xlsx"
    path.write_bytes(filled_forms(tables, SIGNED, None))
    ours, theirs = load_workbook(path), load_workbook(opened_again(path))
    assert theirs.sheetnames == ours.sheetnames
    for name in ours.sheetnames:
        for row, other in zip(ours[name].iter_rows(), theirs[name].iter_rows(), strict=False):
            for cell, again in zip(row, other, strict=False):
                is_number = isinstance(cell.value, int | float)
                assert again.value == (pytest.approx(cell.value) if is_number else cell.value), (name, cell.coordinate)
        assert {str(r) for r in theirs[name].merged_cells.ranges} == {str(r) for r in ours[name].merged_cells.ranges}

"""An official table as a file: to be printed and handed in, and the same bytes every time."""

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gridapp.domain.problem import Refusal
from gridapp.reporting.official.canonical import canonical, table_from
from gridapp.reporting.official.table import Heading
from gridapp.reporting.official.workbook import Signers, write_official
from tests.gridapp.reporting.official.test_canonical import CELLS, TABLE

SIGNED = Signers(filled_by="演示甲", checked_by="演示乙", signed_by="演示丙", on="2018-06-03")


def _sheet(folder: Path) -> Any:
    return load_workbook(folder / "表.xlsx").active


def test_the_sheet_has_title_headings_in_levels_numbers_signatures_and_notes(tmp_path: Path) -> None:
    write_official(tmp_path / "表.xlsx", [TABLE], SIGNED)
    sheet = _sheet(tmp_path)
    assert sheet.title == "T0 演示表"
    assert sheet["A1"].value == "演示表"
    assert sheet["A2"].value == "填报单位：高湖镇　　　统计期间：2018年5月　　　单位：件"
    assert {str(merged) for merged in sheet.merged_cells.ranges} >= {"A1:H1", "A3:A4", "B3:H3"}
    assert [cell.value for cell in sheet[5]] == ["桐川村", 12, 1955.5, "—", 0.5, 0.125, -0.25, "演示，“甲”"]
    assert sheet["E5"].number_format == "0.00%"
    assert sheet["A7"].value == "填报人：演示甲　　　　审核人：演示乙　　　　签发人：演示丙　　　　日期：2018-06-03"
    assert sheet["A8"].value == "演示说明。"


def test_it_is_printed_across_a4_with_headings_and_numbers_on_every_page(tmp_path: Path) -> None:
    write_official(tmp_path / "表.xlsx", [TABLE])
    sheet = _sheet(tmp_path)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$3:$4"
    assert "第 &P 页，共 &N 页" in sheet.oddFooter.center.text


def test_a_long_heading_has_room_for_all_its_lines(tmp_path: Path) -> None:
    long = replace(TABLE, headings=((Heading("村社"), *(Heading("本年累计已办结立案") for _ in CELLS)),))
    write_official(tmp_path / "表.xlsx", [long])
    sheet = _sheet(tmp_path)
    assert sheet.row_dimensions[3].height >= 14 * 18 / sheet.column_dimensions["B"].width


def test_words_stay_words_whatever_they_begin_with(tmp_path: Path) -> None:
    text = canonical(TABLE).replace("演示，", "=1+1，")
    write_official(tmp_path / "表.xlsx", [table_from(text)])
    cell = _sheet(tmp_path)["H5"]
    assert (cell.value, cell.data_type) == ("=1+1，“甲”", "s")


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_same_table_is_the_same_file_now_and_when_it_is_printed_again(tmp_path: Path, suffix: str) -> None:
    first, again = tmp_path / f"一.{suffix}", tmp_path / f"二.{suffix}"
    write_official(first, [TABLE], SIGNED)
    write_official(again, [table_from(canonical(TABLE))], SIGNED)
    assert first.read_bytes() == again.read_bytes()


def test_csv_says_what_the_sheet_shows(tmp_path: Path) -> None:
    write_official(tmp_path / "表.csv", [TABLE], SIGNED)
    with (tmp_path / "表.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["演示表"]
    assert lines[4] == ["桐川村", *(said.replace(",", "") for said in CELLS)]
    assert lines[-1] == ["演示说明。"]


def test_another_kind_of_file_is_refused_with_what_can_be_done(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"报表只能写成.*，请修改 表\.txt。"):
        write_official(tmp_path / "表.txt", [TABLE])
    assert list(tmp_path.iterdir()) == []

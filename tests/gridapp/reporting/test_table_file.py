"""A table as a file: whole or not at all."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gridapp.counting.amount import Rate
from gridapp.domain.problem import Refusal
from gridapp.reporting.table_file import Cells, write_csv, write_workbook

CELLS: Cells = [["村社", "本期上报（件）", "办结率（%）"], ["桐川村", Decimal(1200), Rate(Decimal(1), Decimal(3))]]


def _workbook(path: Path, cells: Cells) -> None:
    write_workbook(path, "网格事件", cells)


@pytest.mark.parametrize("write", [write_csv, _workbook])
def test_an_older_file_is_replaced_whole(tmp_path: Path, write: Callable[[Path, Cells], None]) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"older")
    write(path, CELLS)
    assert path.read_bytes() != b"older"
    assert [file.name for file in tmp_path.iterdir()] == ["表.xlsx"]


@pytest.mark.parametrize("write", [write_csv, _workbook])
def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path, write: Callable[[Path, Cells], None]) -> None:
    (tmp_path / "表.xlsx").mkdir()
    with pytest.raises(Refusal, match="不能写入"):
        write(tmp_path / "表.xlsx", CELLS)
    assert [file.name for file in tmp_path.iterdir()] == ["表.xlsx"]


def test_rates_are_numbers_in_percent_and_never_100_unless_they_are(tmp_path: Path) -> None:
    parts = ((1, 3), (19999, 20000), (7, 7), (0, 0))
    cells: Cells = [["办结率（%）"]]
    cells += [[Rate(Decimal(some), Decimal(of))] for some, of in parts]
    _workbook(tmp_path / "表.xlsx", cells)
    sheet = load_workbook(tmp_path / "表.xlsx").worksheets[0]
    written = [sheet.cell(row, 1) for row in range(2, 6)]
    assert [cell.value for cell in written] == [0.3333, 0.9999, 1, "—"]
    assert {cell.number_format for cell in written[:3]} == {"0.00%"}


def test_excel_opens_the_csv_in_chinese(tmp_path: Path) -> None:
    write_csv(tmp_path / "表.csv", CELLS)
    content = (tmp_path / "表.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[1] == "桐川村,1200,33.33%"

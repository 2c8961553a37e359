"""Awkward old workbooks (.xls)."""

from datetime import date
from pathlib import Path

from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.old_workbook import (
    FROM_1904,
    day,
    error,
    formula_error,
    old_workbook,
)
from tests.gridapp.importing.reading.reading_of import grid_of, rows_of


def test_plain_rows(tmp_path: Path) -> None:
    path = tmp_path / "台账.xls"
    path.write_bytes(old_workbook([["编号", "数量", "重复"], ["330326199001011234", 3.5, True]]))
    assert grid_of(path) == {1: ["编号", "数量", "重复"], 2: ["330326199001011234", 3.5, True]}


def test_errors_say_their_error_and_are_faults(tmp_path: Path) -> None:
    path = tmp_path / "台账.xls"
    path.write_bytes(old_workbook([["编号", "金额"], [error(1, 0, 23), formula_error(1, 1, 7)]]))
    row = rows_of(path)[1]
    assert list(row.cells) == ["#REF!", "#DIV/0!"]
    assert [(fault.place, fault.code) for fault in row.faults] == [(0, "cell-error"), (1, "cell-error")]


def test_days_that_count_from_1904(tmp_path: Path) -> None:
    path = tmp_path / "台账.xls"
    path.write_bytes(old_workbook([[day(0, 0, 43262 - 1462)]], FROM_1904))
    with opened(path) as book:
        assert book.epoch_1904
    assert grid_of(path) == {1: [date(2018, 6, 11)]}


def test_days_that_count_from_1900(tmp_path: Path) -> None:
    path = tmp_path / "台账.xls"
    path.write_bytes(old_workbook([[day(0, 0, 43262)]]))
    assert grid_of(path) == {1: [date(2018, 6, 11)]}


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "台账.xls"
    path.write_bytes(old_workbook([["演\x01示\n积水"]]))
    assert grid_of(path) == {1: ["演示\n积水"]}

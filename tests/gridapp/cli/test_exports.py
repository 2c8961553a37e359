"""The commands `export` and `template`."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.gridapp.cli.commands import Commands


def test_a_ledger_goes_out_and_says_how_many_rows(on_small_office: Commands, tmp_path: Path) -> None:
    out = tmp_path / "台账.xlsx"
    status, said, _ = on_small_office.run("export", "event", "--out", out)
    assert (status, said) == (0, f"已导出 7 行到 {out}。\n")
    sheet = load_workbook(out).worksheets[0]
    assert (sheet["A1"].value, sheet["A3"].value, sheet.max_row) == ("网格事件台账", "事件编号", 3 + 7 + 2)


def test_what_is_asked_for_stands_in_its_head(on_small_office: Commands, tmp_path: Path) -> None:
    out = tmp_path / "台账.xlsx"
    on_small_office.run("export", "event", "--out", out, "--town", "高湖镇", "--period", "2018-02", "--text", "演示")
    head = load_workbook(out).worksheets[0]["A2"].value
    assert str(head).startswith("填报单位：高湖镇　　筛选：2018年2月上报；含“演示”　　共 1 行")


def test_personal_data_leave_whole_only_for_a_reason(in_file: Commands, tmp_path: Path) -> None:
    said = in_file.refusal("export", "event", "--out", tmp_path / "台账.csv", "--unmasked", "")
    assert "写明用途" in said


def test_an_unknown_town_is_refused(on_small_office: Commands, tmp_path: Path) -> None:
    assert "没有" in on_small_office.refusal("export", "event", "--out", tmp_path / "a.csv", "--town", "演示镇")


@pytest.mark.parametrize("kind", ["event", "reception"])
def test_an_empty_ledger_is_written(in_file: Commands, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "空白.xlsx"
    status, said, _ = in_file.run("template", kind, "--out", out)
    assert (status, said) == (0, f"已写出空白台账 {out}。\n")
    assert str(load_workbook(out).worksheets[0]["A3"].value).startswith("示例")


def test_a_town_that_is_not_on_file_yet_has_its_villages(on_nothing: Commands, tmp_path: Path) -> None:
    out = tmp_path / "空白.xlsx"
    on_nothing.run("template", "event", "--out", out, "--town", "水头镇")
    listed = list(load_workbook(out)["选项"].iter_cols(values_only=True))
    assert "新联村" in next(words for words in listed if words[0] == "所属村社")

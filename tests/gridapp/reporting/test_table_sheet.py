"""A table of figures as a workbook: typed cells, frozen labels, what is needed to hand it in."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gridapp.counting.amount import Rate
from gridapp.counting.change import Change
from gridapp.reporting.table_file import Cells, Content, Paper, Rule, write_workbook
from tests.gridapp.exporting.exports import cells_of
from tests.soffice import opened_again

TABLE: Cells = [
    ["村社", "本期上报（件）", "办结率（%）", "环比"],
    ["=1+1", Decimal(1200), Rate(Decimal(1), Decimal(3)), Change(Decimal("-50"), "%")],
    ["合计", Decimal("184.7"), None, Change(Decimal("1.25"), "个百分点")],
]
PAPER = Paper(
    unit="高湖镇",
    question="2018年1月",
    sums=frozenset({2}),
    notes=("演示说明",),
    rules=(Rule("本期上报", "件", "演示口径"), Rule("办结率", "%", "演示口径二")),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the table is written."""
    return tmp_path / "表.xlsx"


def _cell(path: Path, content: Content) -> tuple[Any, str]:
    write_workbook(path, "演示", [["村社", "数"], ["桐川村", content]])
    cell = load_workbook(path).worksheets[0]["B2"]
    return cell.value, cell.number_format


@pytest.mark.parametrize(
    ("content", "written"),
    [
        (Decimal(1200), (1200, "#,##0")),
        (Decimal("184.7"), (184.7, "#,##0.###")),
        (Rate(Decimal(1), Decimal(3)), (0.3333, "0.00%")),
        (Rate(Decimal(3), Decimal(3)), (1, "0.00%")),
        (Rate(Decimal(1), Decimal(0)), ("—", "General")),
        (None, ("—", "General")),
        (Change(Decimal("-50"), "%"), (-0.5, "+0.00%;-0.00%;0.00%")),
        (Change(Decimal("1.25"), "个百分点"), (1.25, '+0.00"个百分点";-0.00"个百分点";0.00"个百分点"')),
        ("=1+1", ("=1+1", "@")),
    ],
)
def test_each_cell_is_typed(path: Path, content: Content, written: tuple[Any, str]) -> None:
    assert _cell(path, content) == written


def test_a_rate_says_100_only_where_it_is_exactly_so(path: Path) -> None:
    assert _cell(path, Rate(Decimal(999_999), Decimal(1_000_000))) == (0.9999, "0.00%")


def test_title_question_and_signatures_stand_around_it(path: Path) -> None:
    write_workbook(path, "网格事件统计表", TABLE, PAPER)
    (sheet, _) = cells_of(path)
    first = [str(row[0]) for row in sheet if row]
    assert first[:3] == ["网格事件统计表", "填报单位：高湖镇　　　统计：2018年1月", "村社"]
    assert first[-2] == "演示说明"
    assert [word for word in ("填报单位：高湖镇", "填报人", "审核人", "签发人", "日期") if word not in first[-1]] == []


def test_labels_and_headings_stay_in_sight_and_on_every_page(path: Path) -> None:
    write_workbook(path, "演示", TABLE, PAPER)
    sheet = load_workbook(path).worksheets[0]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$3:$3")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_sums_are_bold(path: Path) -> None:
    write_workbook(path, "演示", TABLE, PAPER)
    sheet = load_workbook(path).worksheets[0]
    assert [sheet.cell(row, 2).font.b for row in (4, 5)] == [False, True]


def test_what_is_counted_is_told_on_a_sheet_of_its_own(path: Path) -> None:
    write_workbook(path, "演示", TABLE, PAPER)
    (_, rules) = cells_of(path)
    assert rules == [("指标", "单位", "口径"), ("本期上报", "件", "演示口径"), ("办结率", "%", "演示口径二")]


def test_without_somebody_who_hands_it_in_it_is_headings_and_lines(path: Path) -> None:
    write_workbook(path, "演示", TABLE)
    (sheet,) = cells_of(path)
    assert [row[0] for row in sheet if row] == ["村社", "=1+1", "合计"]


def test_the_same_table_is_the_same_file(path: Path, tmp_path: Path) -> None:
    write_workbook(path, "演示", TABLE, PAPER)
    write_workbook(tmp_path / "再.xlsx", "演示", TABLE, PAPER)
    assert path.read_bytes() == (tmp_path / "再.xlsx").read_bytes()


def test_libreoffice_opens_it_and_keeps_every_cell(path: Path) -> None:
    write_workbook(path, "演示", TABLE, PAPER)
    assert cells_of(opened_again(path)) == cells_of(path)

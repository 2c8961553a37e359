"""`tally --compare`: other periods beside the table, with 小计 and 合计, on the screen, as JSON and in files."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gridapp.ports import Office
from tests.gridapp.cli.commands import Commands
from tests.gridapp.small_office import fill

ASKED = ("tally", "event", "--period", "2018-02", "--town", "高湖镇", "--by", "village", "--by", "category")
BEFORE = ("--compare", "环比")


@pytest.fixture
def small(sqlite_office: Office, tmp_path: Path) -> Commands:
    """Commands on the small office in a file."""
    fill(sqlite_office)
    return Commands(tmp_path / "office.db", tmp_path)


def test_json_has_every_line_beside_its_other_period(small: Commands) -> None:
    answer = small.json(*ASKED, *BEFORE)
    total = answer["compared"][-1]
    assert (total["level"], total["values"]["event.closed"]) == ("total", 1)
    assert total["than"]["before"]["period"] == {"from": "2018-01-01", "to": "2018-01-31"}
    assert total["than"]["before"]["values"]["event.closed"] == 2
    assert total["than"]["before"]["change"]["event.closed"] == {"amount": "-50.00", "unit": "%"}
    assert total["than"]["before"]["change"]["event.voided"] is None
    assert {line["level"] for line in answer["compared"]} == {"row", "subtotal", "total"}


def test_without_it_the_shape_is_as_ever(small: Commands) -> None:
    assert "compared" not in small.json(*ASKED)


def test_the_screen_and_the_files_say_the_same(small: Commands, tmp_path: Path) -> None:
    file, book = tmp_path / "表.csv", tmp_path / "表.xlsx"
    status, out, _ = small.run(*ASKED, *BEFORE, "--compare", "本年累计", "--csv", file, "--xlsx", book)
    assert status == 0
    with file.open(encoding="utf-8-sig", newline="") as opened:
        heading, *rows = csv.reader(opened)
    assert heading[:6] == [
        "村社",
        "类别",
        "上期结转（件）",
        "上期结转·上期（件）",
        "上期结转·环比",
        "上期结转·本年累计（件）",
    ]
    assert rows[-1][:2] == ["合计", ""]
    assert ["桐川村", "小计"] in [row[:2] for row in rows]
    place = heading.index("本期办结·环比")
    assert rows[-1][place] == "-50.00%"
    assert "小计" in out
    assert "-50.00%" in out
    cells = list(load_workbook(book).worksheets[0].iter_rows(values_only=True))
    assert cells[-1][place] == -0.5
    assert [str(cell) for cell in cells[-1][:2] if cell] == ["合计"]


def test_what_it_cannot_be_compared_with_is_refused(small: Commands) -> None:
    line = small.refusal(*ASKED, "--compare", "去年")
    assert line == "不能和“去年”对比，可用的有：上期、上年同期、本年累计、上年累计。"

"""1954 of 1955 is not all: no command and no file says a hundred (domain.md §3.3)."""

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db.office import open_office
from tests.gridapp.cli.commands import Commands
from tests.gridapp.nearly_all import ENDED, SUCCEEDED, fill_nearly_all, reads_a_hundred

RATE = {"numerator": SUCCEEDED, "denominator": ENDED, "percent": "99.95"}
TABLES = [(), ("--table", "重大疑难")]
CODES = {(): "dispute.success_rate", TABLES[1]: "dispute.major_success_rate"}
NAMES = {(): "调处成功率", TABLES[1]: "重大成功率"}


@pytest.fixture(scope="module")
def nearly_all(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Commands:
    """Commands where all but one mediation succeeded."""
    folder = tmp_path_factory.mktemp("nearly")
    path = folder / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    with open_office(str(path)) as office:
        fill_nearly_all(office)
    return Commands(path, folder)


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("100.00%", True),
        ("成功率 100.0", True),
        ("100 %", True),
        ("99.95%", False),
        ("1,100", False),
        ("100.05%", False),
        ("1001", False),
    ],
)
def test_a_hundred_is_seen_at_any_rounding(text: str, is_so: bool) -> None:
    assert reads_a_hundred(text) is is_so


@pytest.mark.parametrize("table", TABLES)
def test_json_says_the_rate_with_its_two_parts(nearly_all: Commands, table: tuple[str, ...]) -> None:
    answer = nearly_all.json("tally", "dispute", "--period", "2018", "--by", "village", *table)
    assert answer["total"][CODES[table]] == RATE
    assert [row[CODES[table]]["percent"] for row in answer["rows"]] == ["99.95", None, None]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("by", ["month", "mediation_type", "mode"])
def test_the_printed_table_never_says_a_hundred(nearly_all: Commands, table: tuple[str, ...], by: str) -> None:
    status, out, _ = nearly_all.run("tally", "dispute", "--period", "2018-01", *table, "--by", by)
    _, headings, _, _, *rows = (line.split() for line in out.splitlines())
    column = headings.index(NAMES[table])
    # The last line only names the other tables.
    assert (status, {row[column] for row in rows if len(row) == len(headings)} - {"—"}) == (0, {"99.95%"})


def test_the_printed_list_never_says_a_hundred(nearly_all: Commands) -> None:
    status, out, _ = nearly_all.run("list", "dispute.success_rate", "--period", "2018")
    assert (status, reads_a_hundred(out.splitlines()[0])) == (0, False)
    assert f"{SUCCEEDED:,}" in out.splitlines()[0]


@pytest.mark.parametrize("table", TABLES)
def test_files_never_say_a_hundred(nearly_all: Commands, tmp_path: Path, table: tuple[str, ...]) -> None:
    text, book = tmp_path / "表.csv", tmp_path / "表.xlsx"
    asked = ("tally", "dispute", "--period", "2018-01", "--by", "month", *table)
    nearly_all.json(*asked, "--csv", text, "--xlsx", book)
    with text.open(encoding="utf-8-sig", newline="") as file:
        lines = [list(map(str, line)) for line in csv.reader(file)]
    opened = load_workbook(book)
    cells = [[_shown(cell) for cell in row] for row in opened.worksheets[0].iter_rows()]
    opened.close()
    for headings, *rows in (lines, cells):
        column = headings.index(f"{NAMES[table]}（%）")
        assert [row[column] for row in rows] == ["99.95%", "99.95%"]


def _shown(cell: Any) -> str:
    """What a cell of a sheet shows; a rate is a number in per cent with two places."""
    return f"{cell.value:.2%}" if cell.number_format == "0.00%" else str(cell.value)

"""An official table as PDF: the same cells as on the screen and in the workbook, and the same file every time."""

from pathlib import Path

import pytest

from gridapp.counting.words import Words
from gridapp.domain.period import period_named
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import RowKind
from gridapp.reporting.official.tables import CODES, official_table
from gridapp.reporting.official.workbook import write_official
from tests.gridapp.pages.printed import Printed, printed
from tests.gridapp.reporting.official.test_canonical import TABLE
from tests.gridapp.small_office import fill
from tests.offices import TOWN

SIGNED = Signers(filled_by="演示甲", checked_by="演示乙", signed_by="演示丙", on="2018-06-03")


def written(folder: Path, signers: Signers | None = None) -> Printed:
    write_official(folder / "表.pdf", [TABLE], signers)
    return printed((folder / "表.pdf").read_bytes())


def test_title_headings_cells_names_and_notes_stand_on_the_page(tmp_path: Path) -> None:
    told = written(tmp_path, SIGNED).lines(0)
    assert told[0] == TABLE.title
    assert "填报单位：高湖镇　　　统计期间：2018年5月　　　单位：件" in told
    shown = [text for row in TABLE.rows for text in (*row.labels, *(cell.shown for cell in row.cells))]
    assert set(shown) <= {*told, ""}
    names = told.index("填报人：")
    assert told[names : names + 8] == [
        "填报人：",
        "演示甲",
        "审核人：",
        "演示乙",
        "签发人：",
        "演示丙",
        "日期：",
        "2018-06-03",
    ]
    assert "演示说明。" in told


def test_names_that_are_not_known_are_left_to_be_written(tmp_path: Path) -> None:
    told = written(tmp_path).lines(0)
    names = told.index("填报人：")
    assert told[names : names + 4] == ["填报人：", "审核人：", "签发人：", "日期："]


@pytest.mark.parametrize("code", CODES)
def test_every_cell_of_every_table_is_printed_whole(sqlite_office: Office, tmp_path: Path, code: str) -> None:
    fill(sqlite_office)
    period = period_named("2018-01")
    words = Words(sqlite_office.registers.areas(), vocabulary())
    table = official_table(sqlite_office, words, TOWN, period, code)
    write_official(tmp_path / "表.pdf", [table])
    read = printed((tmp_path / "表.pdf").read_bytes())
    told = [text for page in range(len(read.pages)) for text in read.lines(page)]
    figures = [cell.shown for row in table.rows if row.kind is not RowKind.HEADING for cell in row.cells]
    assert {figure for figure in figures if figure.isascii()} <= set(told)
    assert read.shapeless == 0
    labels = {label for row in table.rows for label in row.labels}
    assert all(labels & set(read.lines(page)) for page in range(len(read.pages)))


def test_the_same_table_is_the_same_file(tmp_path: Path) -> None:
    written(tmp_path)
    first = (tmp_path / "表.pdf").read_bytes()
    written(tmp_path)
    assert (tmp_path / "表.pdf").read_bytes() == first

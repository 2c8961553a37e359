"""Awkward .ods workbooks."""

from datetime import timedelta
from pathlib import Path

import pytest

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.cells import Merged
from gridapp.importing.reading.opening import opened
from tests.gridapp.importing.reading.archives import Change, changed
from tests.gridapp.importing.reading.reading_of import grid_of, rows_of
from tests.gridapp.ledger_files import open_document

ROWS, HEADINGS = [{"标题": "演示：积水", "数量": "3"}], ["标题", "数量"]
GRID = {1: HEADINGS, 2: ["演示：积水", "3"]}
FIRST = '<table:table-cell office:value-type="string"><text:p>标题</text:p></table:table-cell>'


def document(path: Path, change: Change) -> Path:
    return changed(open_document(path, ROWS, HEADINGS), {"content.xml": change})


def first_cell(attributes: str, said: str) -> Change:
    """Another first cell."""
    cell = f"<table:table-cell {attributes}><text:p>{said}</text:p></table:table-cell>"
    return lambda content: content.replace(FIRST.encode(), cell.encode())


def test_plain_rows(tmp_path: Path) -> None:
    assert grid_of(open_document(tmp_path / "台账.ods", ROWS, HEADINGS)) == GRID


def test_a_million_formatted_blank_rows(tmp_path: Path) -> None:
    blank = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="1024"/>'
    )
    blank += "</table:table-row></table:table>"
    path = document(tmp_path / "台账.ods", lambda content: content.replace(b"</table:table>", blank.encode()))
    assert grid_of(path) == GRID


def test_error_cells_say_their_error_and_are_faults(tmp_path: Path) -> None:
    space = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    said = f'{space} office:value-type="string" office:string-value="" calcext:value-type="error"'
    row = rows_of(document(tmp_path / "台账.ods", first_cell(said, "#REF!")))[0]
    assert row.cells[0] == "#REF!"
    assert [(fault.place, fault.code) for fault in row.faults] == [(0, "cell-error")]


def test_what_is_told_of_a_cell_far_below_stands_in_its_row(tmp_path: Path) -> None:
    """Rows that stand for several are counted as often, and pieces of the file may end anywhere."""
    space = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    plain = '<table:table-cell office:value-type="string"><text:p>演示</text:p></table:table-cell>'
    wrong = f'<table:table-cell {space} office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p>'
    empty = '<table:table-cell table:number-columns-repeated="3"/>'
    rows = f"<table:table-row>{plain * 2}</table:table-row>" * 20_000
    rows += f'<table:table-row table:number-rows-repeated="7">{empty}</table:table-row><table:table-row/>'
    rows += f"<table:table-row>{empty}{wrong}</table:table-cell></table:table-row></table:table>"
    path = document(tmp_path / "台账.ods", lambda content: content.replace(b"</table:table>", rows.encode()))
    last = rows_of(path)[-1]
    assert (last.number, last.cells[3]) == (2 + 20_000 + 7 + 1 + 1, "#N/A")
    assert [(fault.place, fault.code) for fault in last.faults] == [(3, "cell-error")]


def test_merged_cells_are_told(tmp_path: Path) -> None:
    said = 'office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"'
    with opened(document(tmp_path / "台账.ods", first_cell(said, "标题"))) as book:
        assert book.sheet("台账").merged == [Merged(1, 0, 2, 1)]


def test_lengths_of_time(tmp_path: Path) -> None:
    said = 'office:value-type="time" office:time-value="PT36H00M05S"'
    assert grid_of(document(tmp_path / "台账.ods", first_cell(said, "36:00:05")))[1][0] == timedelta(
        hours=36, seconds=5
    )


def test_content_that_ends_behind_a_row_is_refused_at_once(tmp_path: Path) -> None:
    """calamine alone would look for the end of the table for ever."""
    path = document(tmp_path / "台账.ods", lambda content: content[: content.index(b"</table:table-row>") + 18])
    with pytest.raises(Refusal, match="已损坏"):
        opened(path)

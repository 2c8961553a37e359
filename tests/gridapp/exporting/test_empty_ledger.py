"""An empty ledger: what is written, filled in, is imported without a change; for every kind."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gridapp.domain.columns import Column, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.exporting.empty_ledger import CHOICES, VERSION, version_of, write_empty_ledger
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import Office
from tests.gridapp.exporting.exports import cells_of, sheet_of
from tests.offices import ACTOR, NOW, TOWN
from tests.soffice import opened_again

HEADINGS, EXAMPLE, FIRST = 2, 3, 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger is written."""
    return tmp_path / "空白台账.xlsx"


def _write(office: Office, path: Path, kind: Kind = Kind.EVENT) -> Any:
    areas = office.registers.areas()
    write_empty_ledger(path, kind, areas[TOWN], areas)
    return sheet_of(path)


def _fill(path: Path, row: Mapping[int, Any]) -> None:
    book = load_workbook(path)
    for place, content in row.items():
        book.worksheets[0].cell(FIRST, place, content)
    book.save(path)


@pytest.mark.parametrize("kind", Kind)
def test_filled_in_like_its_example_it_is_imported(sqlite_office: Office, path: Path, kind: Kind) -> None:
    sheet = _write(sqlite_office, path, kind)
    example = {place: cell.value for place, cell in enumerate(sheet[EXAMPLE], 1) if cell.value is not None}
    _fill(path, example | {1: _unmarked(ledger_of(kind).columns[0], example[1])})
    done = import_ledger(sqlite_office, kind, path, sqlite_office.registers.areas()[TOWN], ACTOR, NOW)
    assert (done.new, done.refused, done.problems, done.remarks) == (1, 0, [], [])


def _unmarked(column: Column, said: str) -> str:
    return (
        "演示一号" if column.field == "number" else said.removeprefix("示例：") if "：" in said else f"演示{said[2:]}"
    )


@pytest.mark.parametrize("kind", Kind)
def test_as_it_is_it_holds_no_case(sqlite_office: Office, path: Path, kind: Kind) -> None:
    _write(sqlite_office, path, kind)
    done = import_ledger(sqlite_office, kind, path, sqlite_office.registers.areas()[TOWN], ACTOR, NOW)
    assert (done.read, done.problems) == (0, [])


@pytest.mark.parametrize("kind", Kind)
def test_its_headings_are_those_of_the_ledger(sqlite_office: Office, path: Path, kind: Kind) -> None:
    sheet = _write(sqlite_office, path, kind)
    wanted = [f"{column.heading}{' *' if column.required else ''}" for column in ledger_of(kind).columns]
    assert [cell.value for cell in sheet[HEADINGS]] == wanted


def test_what_must_be_filled_in_is_bold(sqlite_office: Office, path: Path) -> None:
    sheet = _write(sqlite_office, path)
    required = [column.required for column in ledger_of(Kind.EVENT).columns]
    assert [cell.font.b for cell in sheet[HEADINGS]] == required


@pytest.mark.parametrize("kind", Kind)
def test_each_heading_says_how_to_fill_its_column_in(sqlite_office: Office, path: Path, kind: Kind) -> None:
    sheet = _write(sqlite_office, path, kind)
    assert [cell.coordinate for cell in sheet[HEADINGS] if cell.comment is None or not cell.comment.text.strip()] == []


def test_the_villages_of_the_town_can_be_chosen(sqlite_office: Office, path: Path) -> None:
    assert _offered(_write(sqlite_office, path), "所属村社") == ["桐川村", "内冯村", "西山村"]


def test_yes_and_no_can_be_chosen(sqlite_office: Office, path: Path) -> None:
    assert _offered(_write(sqlite_office, path, Kind.PETITION), "是否重复") == ["是", "否"]


def _offered(sheet: Any, heading: str) -> list[Any]:
    place = [str(cell.value).removesuffix(" *") for cell in sheet[HEADINGS]].index(heading)
    letter = sheet.cell(FIRST, place + 1).column_letter
    rule = next(one for one in sheet.data_validations.dataValidation if f"{letter}{FIRST}:" in str(one.sqref))
    name, _, cells = str(rule.formula1).replace("'", "").partition("!")
    return [row[0].value for row in sheet.parent[name][cells.replace("$", "")]]


def test_what_may_be_chosen_stands_out_of_sight(sqlite_office: Office, path: Path) -> None:
    book = _write(sqlite_office, path).parent
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "hidden"] == [CHOICES]


def test_numbers_and_phones_are_columns_of_text(sqlite_office: Office, path: Path) -> None:
    sheet = _write(sqlite_office, path, Kind.PERSON)
    headings = [str(cell.value).removesuffix(" *") for cell in sheet[HEADINGS]]
    letters = [sheet.cell(FIRST, headings.index(one) + 1).column_letter for one in ("联系电话", "身份证号", "人员编号")]
    with_styles = load_workbook(path).worksheets[0].column_dimensions
    assert {with_styles[letter].number_format for letter in letters} == {"@"}


def test_a_file_says_which_columns_it_has(sqlite_office: Office, path: Path) -> None:
    book = _write(sqlite_office, path).parent
    assert book.custom_doc_props[VERSION].value == version_of(ledger_of(Kind.EVENT))


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.PERSON])
def test_libreoffice_opens_it_and_keeps_every_cell(sqlite_office: Office, path: Path, kind: Kind) -> None:
    _write(sqlite_office, path, kind)
    assert cells_of(opened_again(path)) == cells_of(path)


def test_another_form_is_refused(sqlite_office: Office, path: Path) -> None:
    with pytest.raises(Refusal, match=r"\.xlsx"):
        _write(sqlite_office, path.with_suffix(".csv"))

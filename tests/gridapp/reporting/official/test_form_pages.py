"""Forms on paper: what is wide on A3, what runs over a page by little on one, what an office has set up as it is."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from gridapp.reporting.official.form_pages import keep_on_one_page, set_paper
from gridapp.reporting.official.forms import filled_forms, our_forms
from gridapp.reporting.official.signers import Signers
from tests.gridapp.reporting.official.test_canonical import TABLE

A4, A3 = 9, 8


def _filled(rows: int) -> Any:
    table = replace(TABLE, rows=(*TABLE.rows[:1] * rows, TABLE.rows[-1]))
    return load_workbook(BytesIO(filled_forms([table], Signers(), None))).active


def _sheet(columns: int) -> Any:
    sheet: Any = Workbook().active
    for column in range(1, columns + 1):
        sheet.cell(1, column, "数")
    set_paper(sheet)
    return sheet


@pytest.mark.parametrize(("rows", "high"), [(3, 0), (24, 0), (36, 1), (70, 0)])
def test_what_runs_over_a_page_by_little_is_made_one_page(rows: int, high: int) -> None:
    assert _filled(rows).page_setup.fitToHeight == high


@pytest.mark.parametrize(("columns", "paper"), [(8, A4), (16, A4), (17, A3), (40, A3)])
def test_what_would_be_too_small_to_read_is_set_up_for_larger_paper(columns: int, paper: int) -> None:
    assert _sheet(columns).page_setup.paperSize == paper


def test_every_form_of_ours_lies_and_is_as_wide_as_a_page() -> None:
    for sheet in load_workbook(BytesIO(our_forms())).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1), sheet.title
        assert sheet.page_setup.paperSize == (A3 if sheet.title[:3] in ("T1b", "T4 ") else A4), sheet.title


def test_what_an_office_has_set_up_otherwise_stays() -> None:
    sheet = _sheet(8)
    sheet.page_setup.fitToHeight = 2
    keep_on_one_page(sheet, 40)
    assert sheet.page_setup.fitToHeight == 2
    sheet.sheet_properties.pageSetUpPr.fitToPage = False
    sheet.page_setup.fitToHeight = 0
    keep_on_one_page(sheet, 40)
    assert sheet.page_setup.fitToHeight == 0

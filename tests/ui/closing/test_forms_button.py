"""The button 报表模板: forms out, an office's own in where they fit, and back to ours."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gridapp.reporting.official.own_forms import own_forms
from tests.gridapp.closing.closings import JANUARY, with_leader
from tests.offices import TOWN
from tests.ui.screen import Screen
from ui.closing.month_end_page import MonthEndPage
from ui.closing.tables_tab import TablesTab
from ui.requests import ShowMonthEnd


@pytest.fixture
def tables(screen: Screen) -> TablesTab:
    """The tables of a month that is open."""
    with_leader(screen.office)
    screen.go(ShowMonthEnd(TOWN, JANUARY))
    page = screen.page(MonthEndPage)
    tab = page.tabs["报表"]
    assert isinstance(tab, TablesTab)
    page.book.setCurrentWidget(tab)
    screen.settle()
    return tab


def _edited(path: Path, change: Callable[[Path], None]) -> Path:
    change(path)
    return path


def _titled(title: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        book = load_workbook(path)
        for sheet in book.worksheets:
            sheet["A1"] = title
        book.save(path)

    return change


def test_what_was_taken_out_and_edited_is_what_the_tables_are_exported_in(
    screen: Screen, tables: TablesTab, tmp_path: Path
) -> None:
    tables.forms.save_to(tmp_path / "模板.xlsx")
    screen.settle()
    tables.forms.replace_by(_edited(tmp_path / "模板.xlsx", _titled("本镇{{表名}}")))
    screen.settle()
    tables.export_to(tmp_path / "月报.xlsx")
    screen.settle()
    assert load_workbook(tmp_path / "月报.xlsx")["T2 四平台事件分类月报"]["A1"].value == "本镇四平台事件分类月报"


def test_what_does_not_fit_is_refused_in_place_and_ours_stay(screen: Screen, tables: TablesTab, tmp_path: Path) -> None:
    refusals: list[str] = []
    tables.refused.connect(refusals.append)
    tables.forms.save_to(tmp_path / "模板.xlsx")
    screen.settle()
    tables.forms.replace_by(_edited(tmp_path / "模板.xlsx", _titled("{{没有这一项}}")))
    screen.settle()
    assert "“{{没有这一项}}”不是这张表的占位符" in refusals[0]
    assert own_forms(screen.office.templates) is None


def test_ours_come_back_by_the_menu(screen: Screen, tables: TablesTab, tmp_path: Path) -> None:
    tables.forms.save_to(tmp_path / "模板.xlsx")
    screen.settle()
    tables.forms.replace_by(tmp_path / "模板.xlsx")
    screen.settle()
    assert own_forms(screen.office.templates) is not None
    tables.forms.menu().actions()[-1].trigger()
    screen.settle()
    assert own_forms(screen.office.templates) is None

"""1954 of 1955 is not all: nothing in the window says a hundred (domain.md §3.3)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.office import open_office
from gridapp.domain.kind import Kind
from gridapp.registers.reference_day import set_reference_day
from tests.gridapp.nearly_all import fill_nearly_all, reads_a_hundred
from tests.ui.figures.chief import choose, headings
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.figures.figure_card import FigureButton
from ui.figures.kind_tab import KindTab
from ui.figures.statistics_page import StatisticsPage
from ui.figures.table_choice import WHOLE
from ui.jobs import Jobs
from ui.requests import ShowStatistics

SUCCESS = {"": "调处成功率", "重大疑难": "重大成功率"}


@pytest.fixture(scope="module")
def nearly_all(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """A file in which all but one mediation succeeded."""
    path = tmp_path_factory.mktemp("nearly") / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    with open_office(str(path)) as office:
        fill_nearly_all(office)
        set_reference_day(office.registers, date(2018, 2, 28))
    return path


@pytest.fixture
def screen(qtbot: QtBot, nearly_all: Path, jobs: Jobs) -> Iterator[Screen]:
    """The window on that file."""
    with open_office(str(nearly_all)) as office:
        yield Screen.opened(qtbot, jobs, office)


def _tab(screen: Screen) -> KindTab:
    screen.go(ShowStatistics())
    tab = screen.page(StatisticsPage).open_tab(Kind.DISPUTE.label)
    screen.settle()
    assert isinstance(tab, KindTab)
    return tab


def _texts(widget: QWidget) -> Iterator[str]:
    for child in (widget, *widget.findChildren(QWidget)):
        yield child.toolTip()
        yield child.accessibleName()
        if isinstance(child, QLabel | FigureButton):
            yield child.text()


def _look_at(screen: Screen, tab: KindTab, table: str, rows: str) -> None:
    choose(screen, tab.table.bar.table, table or WHOLE)
    choose(screen, tab.table.bar.rows, rows)
    choose(screen, tab.chart.measure, SUCCESS[table])


@pytest.mark.parametrize("table", list(SUCCESS))
@pytest.mark.parametrize("rows", ["月份", "级别"])
def test_neither_table_nor_rule_nor_chart_says_a_hundred(screen: Screen, table: str, rows: str) -> None:
    tab = _tab(screen)
    _look_at(screen, tab, table, rows)
    view = tab.table.view
    index = view.figures.index(0, headings(view).index(SUCCESS[table]))
    assert index.data() == "99.95%"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "99.95%（1,954/1,955）"
    view.setCurrentIndex(index)
    assert tab.table.rule.text().endswith("99.95%（分子 1,954，分母 1,955）")
    view.copy()
    assert not reads_a_hundred(QGuiApplication.clipboard().text())
    assert [mark.text for mark in tab.chart.card.chart.marks][:1] == ["99.95%"]


def test_no_card_says_a_hundred_and_the_list_behind_it_neither(screen: Screen) -> None:
    card = next(card for card in _tab(screen).cards.cards if card.buttons[0].figure.indicator.name == "调处成功率")
    assert card.buttons[0].text() == "99.95%"
    assert [text for text in _texts(card) if reads_a_hundred(text)] == []
    screen.click(card.buttons[0])
    page = screen.page(FigurePage)
    assert "99.95%（1,954/1,955）" in page.sum.text()
    assert not reads_a_hundred(page.title)
    assert [text for text in _texts(page) if reads_a_hundred(text)] == []

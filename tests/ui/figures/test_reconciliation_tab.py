"""Reconciliation: what was reported beside what is recomputed, told in words."""

from PySide6.QtCore import Qt

from gridapp.domain.period import period_named
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.figures.reconciliation_tab import ReconciliationTab
from ui.figures.statistics_page import StatisticsPage
from ui.requests import ShowStatistics


def _tab(screen: Screen) -> ReconciliationTab:
    screen.go(ShowStatistics())
    tab = screen.page(StatisticsPage).open_tab("报表对账")
    screen.settle()
    assert isinstance(tab, ReconciliationTab)
    return tab


def _lines(tab: ReconciliationTab) -> list[list[str]]:
    model = tab.model
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_every_published_figure_has_its_line(screen: Screen) -> None:
    period = period_named("2018-01").label
    assert _lines(_tab(screen)) == [
        ["甲1", "高湖镇", "演示上报数", period, "2", "2", "0", "件", "相符"],
        ["甲2", "高湖镇", "演示上报数", period, "99", "2", "-97", "件", "不符"],
        ["甲3", "高湖镇", "演示上报数", period, "≥ 1", "2", "+1", "件", "相符"],
    ]


def test_says_how_many_agree_and_where_a_figure_comes_from(screen: Screen) -> None:
    tab = _tab(screen)
    assert tab.summary.text() == "已公布数字 3 个，相符 2 个，不符 1 个"
    assert "演示总结（演示句）" in tab.source.text()


def test_agreement_is_told_by_word_icon_and_colour(screen: Screen) -> None:
    model = _tab(screen).model
    agrees, differs = model.index(0, 8), model.index(1, 8)
    assert not agrees.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert agrees.data(Qt.ItemDataRole.ForegroundRole) != differs.data(Qt.ItemDataRole.ForegroundRole)


def test_a_double_click_opens_the_cases(screen: Screen) -> None:
    tab = _tab(screen)
    screen.double_click(tab.table, tab.model.index(1, 2))
    page = screen.page(FigurePage)
    assert page.total == 2
    assert "演示上报数" in page.title

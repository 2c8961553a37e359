"""Reconciliation: what was reported beside what is recomputed, told in words."""

from decimal import Decimal

from PySide6.QtCore import Qt

from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.reconciliation import PublishedFigure, Reconciled
from gridapp.domain.period import period_named
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.figures.reconciliation_model import Line
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


def test_a_published_rate_stands_beside_its_parts_and_differs_in_points(screen: Screen) -> None:
    published = PublishedFigure(
        id="甲4",
        town="高湖镇",
        indicator="hazard.removal_rate",
        period=period_named("2024"),
        reported=Decimal("97.28"),
        at_least=False,
        unit="%",
        title="演示整改率",
        source="演示通报",
        sentence="演示句",
    )
    recomputed = Rate(Decimal(137_354), Decimal(141_911))
    found = Reconciled(published, recomputed, Decimal("-0.49"))
    tab = _tab(screen)
    tab.model.show([Line(found, Cut(published.period))])
    tab.table.setCurrentIndex(tab.model.index(0, 0))
    assert _lines(tab)[0][4:] == ["97.28%", "96.79%（137,354/141,911）", "-0.49个百分点", "%", "不符"]
    assert "公布 97.28%，重算 96.79%（137,354/141,911），相差 -0.49个百分点；两个数都保留" in tab.source.text()

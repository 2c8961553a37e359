"""Every figure is a list: whatever is opened adds up to the number that was clicked."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from tests.ui.figures.chief import cells, choose, kind_tab, labels, open_every_cell, opens_its_cases, statistics
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.figures.figure_table import TOTAL
from ui.figures.key_figures import CARDS, ROWS
from ui.figures.kind_tab import KindTab
from ui.figures.overview_tab import OverviewTab
from ui.figures.statistics_page import StatisticsPage

KINDS = list(CARDS)
TABS = [
    "总览", "网格事件", "矛盾纠纷", "信访", "安全隐患", "专项行动", "督办包案", "网格员考核", "报表对账"
]  # fmt: skip


def test_the_tabs_stand_in_the_order_of_the_month(screen: Screen) -> None:
    page = statistics(screen)
    assert [page.book.tabText(n) for n in range(page.book.count())] == TABS


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_by_month_opens_a_list_with_its_total(screen: Screen, kind: Kind) -> None:
    assert open_every_cell(screen, kind_tab(screen, kind).table.view) > 20


@pytest.mark.parametrize("kind", KINDS)
def test_every_total_by_every_dimension_equals_its_list(screen: Screen, kind: Kind) -> None:
    tab = kind_tab(screen, kind)
    view = tab.table.view
    for dimension in ROWS[kind]:
        tab.table.bar.rows.setCurrentIndex(ROWS[kind].index(dimension))
        screen.settle()
        last = view.figures.rowCount() - 1
        assert view.figures.label(last).startswith(TOTAL)
        cell = view.figures.cell(view.figures.index(last, 0))
        if cell.opens and cell.figure is not None:
            view.doubleClicked.emit(view.figures.index(last, 0))
            screen.settle()
            opens_its_cases(screen, cell.figure)


def test_a_real_double_click_and_enter_open_a_cell(screen: Screen) -> None:
    view = kind_tab(screen, Kind.EVENT).table.view
    index = view.figures.index(0, 1)
    figure = view.figures.cell(index).figure
    assert figure is not None
    screen.double_click(view, index)
    opens_its_cases(screen, figure)
    view.setCurrentIndex(index)
    screen.press(view, Qt.Key.Key_Return)
    opens_its_cases(screen, figure)


def test_a_cell_where_nothing_can_be_said_opens_nothing(screen: Screen) -> None:
    view = kind_tab(screen, Kind.EVENT).table.view
    screen.page(StatisticsPage).bar.ask_for(date(2017, 1, 1), date(2017, 1, 31))
    screen.settle()
    empty = next(index for index in cells(view) if index.data() == "—")
    screen.double_click(view, empty)
    screen.page(StatisticsPage)


@pytest.mark.parametrize("kind", KINDS)
def test_every_card_opens_its_cases(screen: Screen, kind: Kind) -> None:
    tab = kind_tab(screen, kind)
    cards = len(tab.cards.cards) + len(tab.more_cards.cards)
    assert cards >= 5
    buttons = [b for row in (tab.cards, tab.more_cards) for card in row.cards for b in card.buttons]
    for button in buttons:
        if button.isEnabled():
            screen.click(button)
            opens_its_cases(screen, button.figure)


@pytest.mark.parametrize("kind", KINDS)
def test_every_bar_opens_its_cases(screen: Screen, kind: Kind) -> None:
    chart = kind_tab(screen, kind).chart.card.chart
    for number, series in enumerate(chart.spec.series):
        for place, bar in enumerate(series.bars):
            if bar is not None:
                chart.open_bar(place, number)
                screen.settle()
                opens_its_cases(screen, bar)


def test_units_are_never_added(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.HAZARD)
    found = tab.cards.cards[0]
    assert [button.text() for button in found.buttons] == ["3", "1"]
    assert {button.figure.cut.where[Dimension.UNIT] for button in found.buttons} == {("条",), ("处",)}
    assert labels(tab.table.view)[-2:] == ["合计 条", "合计 处"]


def test_rows_follow_the_chosen_dimension_and_say_what_is_not_filled_in(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    choose(screen, tab.table.bar.rows, "村社")
    assert labels(tab.table.view) == ["桐川村", "内冯村", "西山村", "未填", "合计"]


def test_the_village_narrows_every_figure(screen: Screen) -> None:
    page = statistics(screen)
    page.bar.areas.choose(page.bar.areas.town, "331121103-02")
    tab = page.open_tab(Kind.EVENT.label)
    screen.settle()
    assert isinstance(tab, KindTab)
    assert tab.cards.cards[0].buttons[0].text() == "1"
    screen.click(tab.cards.cards[0].buttons[0])
    assert screen.page(FigurePage).title == f"本期上报 · 内冯村 · {page.bar.question.period.label} · 1 件"


def test_the_overview_opens_its_cases_everywhere(screen: Screen) -> None:
    tab = statistics(screen).open_tab("总览")
    screen.settle()
    assert isinstance(tab, OverviewTab)
    for button in [button for block in tab.blocks for button in block.buttons]:
        if button.isEnabled():
            screen.click(button)
            opens_its_cases(screen, button.figure)
    assert open_every_cell(screen, tab.view) > 20


def test_asked_twice_quickly_the_last_answer_stands(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    shown: list[str] = []
    tab.table.shown.connect(lambda: shown.append(tab.table.view.figures.sheet.corner[0]))
    for word in ("村社", "人员", "级别"):
        tab.table.bar.rows.setCurrentIndex(tab.table.bar.rows.findText(word))
    screen.settle()
    assert shown == ["级别"]

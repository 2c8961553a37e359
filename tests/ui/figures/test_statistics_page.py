"""Every figure is a list: whatever is opened adds up to the number that was clicked."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gridapp.counting.amount import Rate
from gridapp.counting.posting import Dimension
from gridapp.domain.kind import Kind
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.figures.figure_table import TOTAL
from ui.figures.figure_view import FigureView
from ui.figures.key_figures import CARDS, ROWS
from ui.figures.kind_tab import KindTab
from ui.figures.overview_tab import OverviewTab
from ui.figures.statistics_page import StatisticsPage
from ui.requests import ShowFigure, ShowStatistics

KINDS = list(CARDS)


def _statistics(screen: Screen) -> StatisticsPage:
    screen.go(ShowStatistics())
    page = screen.page(StatisticsPage)
    page.bar.ask_for(date(2018, 1, 1), date(2018, 2, 28))
    screen.settle()
    return page


def _tab(screen: Screen, kind: Kind) -> KindTab:
    tab = _statistics(screen).open_tab(kind.label)
    screen.settle()
    assert isinstance(tab, KindTab)
    return tab


def _cells(view: FigureView) -> Iterator[QModelIndex]:
    model = view.figures
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield model.index(row, column)


def _opens_its_cases(screen: Screen, figure: ShowFigure) -> None:
    """The page that is open lists the cases of a figure, and says so."""
    page = screen.page(FigurePage)
    value = figure.value
    expected = value.numerator if isinstance(value, Rate) else value
    assert page.total == expected
    assert "＝" in page.sum.text()
    assert figure.indicator.name in page.title
    model = page.list.model
    quantities = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert sum(float(q.replace(",", "")) for q in quantities) == float(expected or 0)
    screen.back()


def _can_be_opened(figure: ShowFigure) -> bool:
    value = figure.value
    return value is not None and not (isinstance(value, Rate) and not value.denominator)


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_by_month_opens_a_list_with_its_total(screen: Screen, kind: Kind) -> None:
    view = _tab(screen, kind).view
    opened = 0
    for index in _cells(view):
        figure = view.figures.figure(index)
        if _can_be_opened(figure):
            view.doubleClicked.emit(index)
            screen.settle()
            _opens_its_cases(screen, figure)
            opened += 1
    assert opened > 20


@pytest.mark.parametrize("kind", KINDS)
def test_every_total_by_every_dimension_equals_its_list(screen: Screen, kind: Kind) -> None:
    tab = _tab(screen, kind)
    for dimension in ROWS[kind]:
        tab.rows.setCurrentIndex(ROWS[kind].index(dimension))
        screen.settle()
        model = tab.view.figures
        last = model.rowCount() - 1
        assert model.label(last) == TOTAL
        figure = model.figure(model.index(last, 0))
        if _can_be_opened(figure):
            tab.view.doubleClicked.emit(model.index(last, 0))
            screen.settle()
            _opens_its_cases(screen, figure)


def test_a_real_double_click_and_enter_open_a_cell(screen: Screen) -> None:
    view = _tab(screen, Kind.EVENT).view
    index = view.figures.index(0, 1)
    screen.double_click(view, index)
    _opens_its_cases(screen, view.figures.figure(index))
    view.setCurrentIndex(index)
    screen.press(view, Qt.Key.Key_Return)
    _opens_its_cases(screen, view.figures.figure(index))


def test_a_cell_where_nothing_can_be_said_opens_nothing(screen: Screen) -> None:
    view = _tab(screen, Kind.HAZARD).view
    total = view.figures.index(view.figures.rowCount() - 1, 0)
    assert total.data() == "—"
    screen.double_click(view, total)
    screen.page(StatisticsPage)


@pytest.mark.parametrize("kind", KINDS)
def test_every_card_opens_its_cases(screen: Screen, kind: Kind) -> None:
    tab = _tab(screen, kind)
    cards = len(tab.cards.cards) + len(tab.more_cards.cards)
    assert cards >= 5
    buttons = [b for row in (tab.cards, tab.more_cards) for card in row.cards for b in card.buttons]
    for button in buttons:
        if button.isEnabled():
            screen.click(button)
            _opens_its_cases(screen, button.figure)


@pytest.mark.parametrize("kind", KINDS)
def test_every_bar_opens_its_cases(screen: Screen, kind: Kind) -> None:
    chart = _tab(screen, kind).chart
    for number, series in enumerate(chart.spec.series):
        for place, bar in enumerate(series.bars):
            if bar is not None:
                chart.open_bar(place, number)
                screen.settle()
                _opens_its_cases(screen, bar)


def test_units_are_never_added(screen: Screen) -> None:
    tab = _tab(screen, Kind.HAZARD)
    found = tab.cards.cards[0]
    assert [button.text() for button in found.buttons] == ["3", "1"]
    assert {button.figure.cut.where[Dimension.UNIT] for button in found.buttons} == {("条",), ("处",)}


def test_the_rule_of_the_column_stands_under_the_table(screen: Screen) -> None:
    tab = _tab(screen, Kind.EVENT)
    columns = [column.indicator.code for column in tab.view.figures.table.columns]
    tab.view.setCurrentIndex(tab.view.figures.index(0, columns.index("event.on_time_rate")))
    assert tab.rule.text() == "按期率，单位：%。口径：本期按期办结 ÷ 本期办结。　所选：50.00%（1/2）"


def test_the_chart_follows_the_chosen_measure(screen: Screen) -> None:
    tab = _tab(screen, Kind.EVENT)
    tab.measure.setCurrentIndex(tab.measure.findText("本期办结"))
    assert tab.chart.spec.heading.startswith("本期办结 · 按月份")
    assert tab.chart.spec.labels == ("1月", "2月")


def test_rows_follow_the_chosen_dimension_and_say_what_is_not_filled_in(screen: Screen) -> None:
    tab = _tab(screen, Kind.EVENT)
    tab.rows.setCurrentIndex(tab.rows.findText("村社"))
    screen.settle()
    model = tab.view.figures
    labels = [model.label(row) for row in range(model.rowCount())]
    assert labels == ["桐川村", "内冯村", "西山村", "未填", "合计"]


def test_the_village_narrows_every_figure(screen: Screen) -> None:
    page = _statistics(screen)
    page.bar.areas.choose(page.bar.areas.town, "331121103-02")
    tab = page.open_tab(Kind.EVENT.label)
    screen.settle()
    assert isinstance(tab, KindTab)
    assert tab.cards.cards[0].buttons[0].text() == "1"
    screen.click(tab.cards.cards[0].buttons[0])
    assert screen.page(FigurePage).title == f"本期上报 · 内冯村 · {page.bar.question.period.label} · 1 件"


def test_a_period_that_ends_before_it_begins_is_refused(screen: Screen) -> None:
    page = _statistics(screen)
    before = page.bar.question
    page.bar.ask_for(date(2018, 3, 1), date(2018, 2, 1))
    assert page.bar.question == before
    assert "止日早于起日" in screen.window.message.text


def test_presets_are_those_of_the_offices_day(screen: Screen) -> None:
    bar = _statistics(screen).bar
    bar.preset.setCurrentIndex(bar.preset.findText("上月"))
    assert (bar.question.period.start, bar.question.period.last) == (date(2018, 1, 1), date(2018, 1, 31))
    bar.ask_for(date(2018, 1, 1), date(2018, 2, 28))
    assert bar.preset.key == "年初至今"


def test_the_overview_opens_its_cases_everywhere(screen: Screen) -> None:
    tab = _statistics(screen).open_tab("总览")
    screen.settle()
    assert isinstance(tab, OverviewTab)
    for button in [button for block in tab.blocks for button in block.buttons]:
        if button.isEnabled():
            screen.click(button)
            _opens_its_cases(screen, button.figure)
    for index in _cells(tab.view):
        tab.view.doubleClicked.emit(index)
        screen.settle()
        _opens_its_cases(screen, tab.view.figures.figure(index))

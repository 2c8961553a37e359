"""Pictures of the statistics (统计界面截图): every tab, and what can be chosen in it."""

from collections.abc import Callable, Iterator
from functools import partial

from gridapp.domain.kind import Kind
from ui.assessing.assessment_tab import AssessmentTab
from ui.assessing.pictures import assessment_screens
from ui.figures.chart_choice import ChartKind, charts_of
from ui.figures.forms import forms_of
from ui.figures.kind_tab import KindTab
from ui.figures.statistics_page import StatisticsPage
from ui.figures.table_choice import PIVOT
from ui.main_window import MainWindow
from ui.requests import ShowStatistics
from ui.widgets.combo import Combo

Screens = Iterator[tuple[str, Callable[[], object]]]


def statistics_screens(window: MainWindow) -> Screens:
    """Each tab as it opens, then tables, charts and forms of the kinds."""
    yield "statistics-overview", lambda: window.show_request(ShowStatistics())
    page = window.page
    if not isinstance(page, StatisticsPage):
        return
    for number, name in enumerate(page.tabs):
        if number:
            yield f"statistics-{number}", partial(page.open_tab, name)
    yield from _of_events(window, page)
    yield from _forms(page)
    yield from _assessment(page)


def _assessment(page: StatisticsPage) -> Screens:
    tab = page.open_tab("网格员考核")
    if isinstance(tab, AssessmentTab):
        yield from assessment_screens(tab)


def _of_events(window: MainWindow, page: StatisticsPage) -> Screens:
    tab = page.open_tab(Kind.EVENT.label)
    if not isinstance(tab, KindTab):
        return
    yield "figure-cases", tab.cards.cards[0].buttons[0].click
    window.go_back()
    bar = tab.table.bar
    yield "statistics-subtotals", partial(_lay_out, bar.rows, 1, bar.within, 3)
    yield "statistics-compared", partial(_lay_out, page.bar.beside.compared, 3)
    page.bar.beside.compared.setCurrentIndex(0)
    bar.table.setCurrentIndex(bar.table.findText(PIVOT))
    yield "statistics-pivot", partial(_lay_out, bar.rows, 4)
    for chart in charts_of(Kind.EVENT):
        if chart is not ChartKind.ROWS:
            place = tab.chart.kind.findText(chart.value)
            yield f"statistics-chart-{chart.name.lower()}", partial(tab.chart.kind.setCurrentIndex, place)


def _forms(page: StatisticsPage) -> Screens:
    towns = page.bar.areas.towns
    towns.setCurrentIndex(towns.count() - 1)
    for kind in (Kind.EVENT, Kind.DISPUTE, Kind.PETITION, Kind.HAZARD):
        tab = page.open_tab(kind.label)
        if isinstance(tab, KindTab):
            for code, title in forms_of(kind):
                place = tab.table.bar.table.findText(title)
                yield f"statistics-form-{code}", partial(tab.table.bar.table.setCurrentIndex, place)


def _lay_out(first: Combo, place: int, second: Combo | None = None, other: int = 0) -> None:
    first.setCurrentIndex(place)
    if second is not None:
        second.setCurrentIndex(other)

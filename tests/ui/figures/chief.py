"""What a chief can do with the statistics, and what he can see there."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QModelIndex

from gridapp.counting.amount import Rate
from gridapp.counting.figure_cases import cases_behind
from gridapp.domain.kind import Kind
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.figures.figure_view import FigureView
from ui.figures.kind_tab import KindTab
from ui.figures.statistics_page import StatisticsPage
from ui.requests import ShowFigure, ShowStatistics
from ui.widgets.combo import Combo


def statistics(screen: Screen, first: date = date(2018, 1, 1), last: date = date(2018, 2, 28)) -> StatisticsPage:
    """The page, asked for some days of the town."""
    screen.go(ShowStatistics())
    page = screen.page(StatisticsPage)
    page.bar.ask_for(first, last)
    page.bar.areas.choose(screen.office.registers.areas().towns[0].code)
    screen.settle()
    return page


def kind_tab(screen: Screen, kind: Kind) -> KindTab:
    """The tab of a kind."""
    tab = statistics(screen).open_tab(kind.label)
    screen.settle()
    assert isinstance(tab, KindTab)
    return tab


def choose(screen: Screen, combo: Combo, words: str) -> None:
    """Chooses something by its words."""
    assert combo.findText(words) >= 0, words
    combo.setCurrentIndex(combo.findText(words))
    screen.settle()


def offered(combo: Combo) -> list[str]:
    """What can be chosen."""
    return [combo.itemText(n) for n in range(combo.count())]


def cells(view: FigureView) -> Iterator[QModelIndex]:
    """Every cell of a table."""
    model = view.figures
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield model.index(row, column)


def labels(view: FigureView) -> list[str]:
    """What stands before each line."""
    return [view.figures.label(row) for row in range(view.figures.rowCount())]


def headings(view: FigureView) -> list[str]:
    """The lowest heading of each column, without its unit."""
    return [levels[-1].split("\n")[0] for levels in view.figures.sheet.columns]


def opens_its_cases(screen: Screen, figure: ShowFigure) -> None:
    """The page that is open lists the cases of a figure, and says so; goes back."""
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


def open_every_cell(screen: Screen, view: FigureView) -> int:
    """Opens each cell that has cases and proves its list; how many there were."""
    opened = 0
    for index in list(cells(view)):
        cell = view.figures.cell(index)
        if cell.opens and cell.figure is not None:
            view.doubleClicked.emit(index)
            screen.settle()
            opens_its_cases(screen, cell.figure)
            opened += 1
    return opened


def every_cell_adds_up(screen: Screen, view: FigureView) -> int:
    """Proves the list of each cell that has cases, without opening its page; how many there were."""
    proved = 0
    for index in cells(view):
        cell = view.figures.cell(index)
        if cell.opens and cell.figure is not None:
            value = cell.figure.value
            listed = cases_behind(screen.office.ledger, cell.figure.indicator, cell.figure.cut)
            assert sum(one.quantity for one in listed) == (value.numerator if isinstance(value, Rate) else value)
            proved += 1
    return proved


def open_cell(screen: Screen, view: FigureView, row: int, column: int) -> None:
    """Opens one cell and proves its list."""
    figure = view.figures.cell(view.figures.index(row, column)).figure
    assert figure is not None
    view.doubleClicked.emit(view.figures.index(row, column))
    screen.settle()
    opens_its_cases(screen, figure)

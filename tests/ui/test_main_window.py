"""The window assembles pages, and only the page on top is asked whether it may be left."""

from PySide6.QtWidgets import QApplication

from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from tests.ui.screen import Screen
from ui.cases.ledger_page import LedgerPage
from ui.figures.statistics_page import StatisticsPage
from ui.home.home_page import HomePage
from ui.requests import NewDispute, NewEvent, ShowDue, ShowHome, ShowLedger, ShowStatistics


def test_the_first_page_is_what_is_due(screen: Screen) -> None:
    screen.page(HomePage)
    assert screen.window.navigation.button(ShowHome()).isChecked()


def test_no_page_opens_a_window_of_its_own(screen: Screen) -> None:
    for kind in Kind:
        screen.go(ShowLedger(kind))
    screen.go(ShowStatistics())
    for tab in screen.page(StatisticsPage).tabs:
        screen.page(StatisticsPage).open_tab(tab)
        screen.settle()
    screen.go(NewEvent())
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [screen.window]


def test_a_click_in_the_navigation_goes_there_and_pages_stay_as_they_were(screen: Screen) -> None:
    screen.click(screen.window.navigation.button(ShowLedger(Kind.DISPUTE)))
    page = screen.page(LedgerPage)
    page.list.search.setText("邻里")
    screen.click(screen.window.navigation.button(ShowHome()))
    screen.click(screen.window.navigation.button(ShowLedger(Kind.DISPUTE)))
    assert screen.page(LedgerPage) is page
    assert page.list.search.text() == "邻里"


def test_pages_that_are_left_are_freed(screen: Screen) -> None:
    freed: list[bool] = []
    screen.go(NewEvent())
    page = screen.window.page
    assert page is not None
    page.destroyed.connect(lambda: freed.append(True))
    screen.back()
    screen.qtbot.waitUntil(lambda: freed == [True])


def test_it_fits_the_smallest_office_screen(screen: Screen) -> None:
    screen.go(ShowStatistics())
    for tab in screen.page(StatisticsPage).tabs:
        screen.page(StatisticsPage).open_tab(tab)
        screen.settle()
    screen.go(NewEvent())
    smallest = screen.window.minimumSizeHint()
    assert (smallest.width() <= 1280, smallest.height() <= 680) == (True, True), smallest


def test_the_navigation_marks_the_ledger_of_what_is_open_and_then_the_page_below(screen: Screen) -> None:
    screen.go(NewDispute())
    assert screen.window.navigation.button(ShowLedger(Kind.DISPUTE)).isChecked()
    screen.back()
    assert screen.window.navigation.button(ShowHome()).isChecked()


def test_cases_behind_a_counter_keep_the_mark_of_the_page_they_were_opened_from(screen: Screen) -> None:
    screen.go(ShowDue(CaseQuery(kind=Kind.DISPUTE), "在调"))
    assert screen.window.navigation.button(ShowHome()).isChecked()

"""The list behind a large number: its first page at once, then all of it, and the moment it was asked for."""

from datetime import date

import pytest

from gridapp.domain.kind import Kind
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import at
from tests.ui.figures.chief import choose, kind_tab, statistics
from tests.ui.screen import Screen
from ui.cases.case_model import PAGE
from ui.cases.figure_page import FigurePage

MANY = PAGE + 40


@pytest.fixture
def small_office(small_office: Office) -> Office:
    """Beside the cases of the small office more events of one day than a page holds."""
    save(small_office, [bare(Kind.EVENT, at(2018, 2, 14)) for _ in range(MANY)])
    return small_office


def _opened(screen: Screen) -> FigurePage:
    tab = kind_tab(screen, Kind.EVENT)
    statistics(screen, date(2018, 2, 14), date(2018, 2, 14))
    tab.cards.cards[0].buttons[0].click()
    return screen.page(FigurePage)


def test_the_first_page_comes_before_the_whole(screen: Screen) -> None:
    page = _opened(screen)
    shown: list[int] = []
    page.list.model.counted.connect(shown.append)
    screen.settle()
    assert shown == [PAGE, MANY]
    assert page.total == MANY
    assert page.sum.text() == f"统计 {MANY} 件 ＝ 名单计入合计 {MANY} 件，共 {MANY} 条"


def test_the_title_says_as_of_when(screen: Screen) -> None:
    tab = kind_tab(screen, Kind.EVENT)
    moment = statistics(screen).bar.moment
    choose(screen, moment.moment, "某日 24:00")
    screen.settle()
    card = tab.cards.cards[0].buttons[0]
    assert card.figure.cut.as_of is not None
    screen.window.show_request(card.figure)
    screen.settle()
    assert f" · 截至 {moment.as_of} 24:00 · " in screen.page(FigurePage).title

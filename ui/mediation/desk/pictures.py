"""The mediator's desk in its states (调解员的桌面), one after another, for whoever draws every screen."""

from collections.abc import Callable, Iterator

from gridapp.domain.kind import Kind
from ui.home.home_page import HomePage
from ui.main_window import MainWindow
from ui.mediation.desk.week_page import WeekPage
from ui.requests import ShowHome, ShowWeek

Screens = Iterator[tuple[str, Callable[[], object]]]


def desk_screens(window: MainWindow) -> Screens:
    """The first page with disputes in front, the week, and the week after."""
    window.show_request(ShowHome())
    home = window.page
    if isinstance(home, HomePage):
        front = home.counters.front
        yield "home-mediator", lambda: _put_in_front(home, Kind.DISPUTE)
        _put_in_front(home, front)
    yield "week", lambda: window.show_request(ShowWeek())
    page = window.page
    if isinstance(page, WeekPage):
        yield "week-next", lambda: page.bar.step(1)


def _put_in_front(home: HomePage, kind: Kind) -> None:
    """Shows it as its clerk has chosen it, without keeping that for him."""
    home.seat.first.choose(kind.value)
    home.counters.put_in_front(kind)
    home.reload()

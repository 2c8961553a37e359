"""What is due: a counter equals its list, for they are the same query."""

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.kind import Kind
from tests.offices import at, recorded
from tests.ui.screen import Screen
from ui.cases.due_page import DuePage
from ui.cases.event_page import EventPage
from ui.home.due import KINDS, OVERDUE, SOON, TODAY, UNDER_WAY, WAITING
from ui.home.home_page import HomePage
from ui.home.urgent_table import distance
from ui.requests import NewEvent, ShowHome

NAMES = (OVERDUE, TODAY, SOON, WAITING, UNDER_WAY)


def _home(screen: Screen) -> HomePage:
    screen.go(ShowHome())
    return screen.page(HomePage)


def _with_limits(screen: Screen) -> HomePage:
    """One event a counter of limits: over, tonight, tomorrow, at the end of three days, and later."""
    for due in (at(2018, 2, 27), at(2018, 3, 1), at(2018, 3, 1, 9), at(2018, 3, 4), at(2018, 3, 4, 1)):
        recorded(screen.office, at(2018, 2, 20), due_at=due)
    screen.page(HomePage).mark_stale()
    screen.settle()
    return screen.page(HomePage)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_every_counter_opens_a_list_of_as_many(screen: Screen, kind: Kind, name: str) -> None:
    button = _with_limits(screen).counters.button(kind, name)
    count = int(button.text())
    screen.click(button)
    page = screen.page(DuePage)
    assert page.title == f"{kind.label} · {name}"
    assert page.list.model.rowCount() == count


def test_limits_are_told_apart_by_the_offices_days(screen: Screen) -> None:
    counters = _with_limits(screen).counters
    overdue_before = 1
    counts = {name: counters.button(Kind.EVENT, name).text() for name in (OVERDUE, TODAY, SOON)}
    assert counts == {OVERDUE: str(1 + overdue_before), TODAY: "1", SOON: "2"}


def test_the_most_urgent_come_first(screen: Screen) -> None:
    rows = _with_limits(screen).urgent.cases.rows
    limits = [row.due_at for row in rows]
    assert limits == sorted(limits, key=str)
    assert len(rows) == 8


def test_an_urgent_case_opens_on_a_double_click(screen: Screen) -> None:
    home = _with_limits(screen)
    first = home.urgent.cases.rows[0]
    screen.double_click(home.urgent, home.urgent.cases.index(0, 0))
    assert first.number in screen.window.page.title if screen.window.page else False


def test_control_n_begins_a_new_event(screen: Screen) -> None:
    screen.press(screen.window, Qt.Key.Key_N, control=True)
    assert screen.page(EventPage).title == "新增事件"


def test_a_saved_event_is_counted_when_one_comes_back(screen: Screen) -> None:
    home = _home(screen)
    before = int(home.counters.button(Kind.EVENT, WAITING).text())
    screen.go(NewEvent())
    form = screen.page(EventPage).form
    form.title.setText("演示：井盖松动")
    form.category.show_category("ZF0303")
    form.village.setCurrentIndex(1)
    screen.page(EventPage).save()
    screen.settle()
    screen.back()
    assert int(screen.page(HomePage).counters.button(Kind.EVENT, WAITING).text()) == before + 1


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (at(2018, 2, 28), "已超期 1 天"),
        (at(2018, 2, 28, 12), "已超期"),
        (at(2018, 3, 1), "今日到期"),
        (at(2018, 3, 2), "还有 1 天"),
    ],
)
def test_the_distance_of_a_limit_is_told_in_days(due: object, said: str) -> None:
    assert distance(due, at(2018, 2, 28, 23, 59)) == said  # type: ignore[arg-type]

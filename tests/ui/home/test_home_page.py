"""What waits: a counter equals its list, for they are the same query."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from gridapp.cases.queues import Queue, Whose, queues_of
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from tests.offices import at, recorded, taken
from tests.ui.lists.feet import told_below
from tests.ui.screen import Screen
from ui.cases.due_page import DuePage
from ui.home.counter_button import CounterButton
from ui.home.due import KINDS
from ui.home.home_page import HomePage
from ui.home.urgent_table import distance
from ui.page import Page
from ui.requests import ShowHome

PLACES = [(kind, queue) for kind in KINDS for queue in queues_of(kind)]
DAY = at(2018, 2, 27, 9)


def _home(screen: Screen) -> HomePage:
    screen.go(ShowHome())
    screen.page(HomePage).mark_stale()
    screen.settle()
    return screen.page(HomePage)


def _event(screen: Screen, *moves: tuple[Move, dict[str, object]], **fields: object) -> Case:
    case: Case = recorded(screen.office, DAY, **fields)
    for move, particulars in moves:
        case = taken(screen.office, case, move, DAY, **particulars)
    return case


def _count(home: HomePage, kind: Kind, queue: Queue) -> int:
    count = home.counters.button(kind, queue).count
    assert count is not None
    return count


ACCEPT: tuple[Move, dict[str, object]] = (Move.ACCEPT, {})
ASSIGN: tuple[Move, dict[str, object]] = (Move.ASSIGN, {"unit": "演示站所", "handler": "演示员"})
SIGN: tuple[Move, dict[str, object]] = (Move.SIGN, {})
FEEDBACK: tuple[Move, dict[str, object]] = (Move.FEEDBACK, {"result": "演示：已清理", "evidence": "演示：照片"})
CLOSE: tuple[Move, dict[str, object]] = (Move.CLOSE, {"result": "演示：已清理", "evidence": "演示：照片"})
ASK: tuple[Move, dict[str, object]] = (Move.ASK_EXTENSION, {"reason": "演示：天气", "days": 2})
SUPERVISE: tuple[Move, dict[str, object]] = (Move.SUPERVISE, {"grade": "普通督办", "reason": "演示：催办"})
RETURN: tuple[Move, dict[str, object]] = (Move.RETURN, {"reason": "演示：地点不清"})


def _with_something_in_every_queue(screen: Screen) -> HomePage:
    _event(screen)
    _event(screen, ACCEPT)
    _event(screen, ACCEPT, ASSIGN, handler="演示员")
    _event(screen, ACCEPT, ASSIGN, SIGN, FEEDBACK)
    _event(screen, ACCEPT, (Move.ASSIGN, {"unit": "演示站所", "handler": "演示二"}), SIGN, ASK)
    _event(screen, ACCEPT, SUPERVISE)
    _event(screen, RETURN)
    _event(screen, ACCEPT, CLOSE)
    recorded(screen.office, at(2018, 2, 20), due_at=at(2018, 2, 27))
    recorded(screen.office, at(2018, 2, 20), due_at=at(2018, 3, 2))
    return _home(screen)


def test_every_queue_has_something_in_it(screen: Screen) -> None:
    counters = _with_something_in_every_queue(screen).counters
    empty = [queue for queue in queues_of(Kind.EVENT) if not counters.button(Kind.EVENT, queue).count]
    assert empty == []


@pytest.mark.parametrize("whose", list(Whose))
def test_every_counter_opens_a_list_of_as_many(screen: Screen, whose: Whose) -> None:
    home = _with_something_in_every_queue(screen)
    home.seat.whose.setCurrentIndex(list(Whose).index(whose))
    screen.settle()
    found = {}
    for kind, queue in PLACES:
        button = home.counters.button(kind, queue)
        count = button.count
        screen.click(button)
        page = screen.page(DuePage)
        assert page.title == f"{kind.label} · {queue.value}"
        told = sum(told_below(page.list.count.text()).values())
        found[kind, queue] = (count, page.list.model.rowCount(), told)
        screen.back()
    assert found == {place: (n, n, n) for place, (n, _, _) in found.items()}


def test_ones_own_cases_are_fewer(screen: Screen) -> None:
    home = _with_something_in_every_queue(screen)
    everybody = _count(home, Kind.EVENT, Queue.TO_HANDLE)
    home.seat.whose.setCurrentIndex(list(Whose).index(Whose.HANDLED))
    screen.settle()
    own = _count(home, Kind.EVENT, Queue.TO_HANDLE)
    assert 0 < own < everybody


def test_arrow_keys_go_from_counter_to_counter(screen: Screen) -> None:
    counters = _home(screen).counters
    counters.button(Kind.EVENT, Queue.TO_HANDLE).setFocus()
    screen.press(counters.button(Kind.EVENT, Queue.TO_HANDLE), Qt.Key.Key_Right)
    assert counters.button(Kind.EVENT, Queue.SOON).hasFocus()
    screen.press(counters.button(Kind.EVENT, Queue.SOON), Qt.Key.Key_Left)
    assert counters.button(Kind.EVENT, Queue.TO_HANDLE).hasFocus()


def test_the_down_key_comes_to_every_kind_and_the_up_key_back(screen: Screen) -> None:
    counters = _home(screen).counters
    here = counters.button(Kind.EVENT, Queue.TO_ACCEPT)
    here.setFocus()
    passed = [here.kind]
    for key in [Qt.Key.Key_Down] * 12 + [Qt.Key.Key_Up] * 12:
        focused = counters.focusWidget()
        assert isinstance(focused, CounterButton)
        screen.press(focused, key)
        passed.append(focused.kind)
    assert set(passed) == set(KINDS)
    assert counters.front is Kind.EVENT
    assert counters.panels[Kind.EVENT].isAncestorOf(counters.focusWidget())


def _shown(screen: Screen) -> str:
    page = screen.window.page
    assert isinstance(page, Page)
    return page.title


def test_f8_goes_through_a_queue_without_going_back(screen: Screen) -> None:
    home = _with_something_in_every_queue(screen)
    _event(screen, ACCEPT)
    home = _home(screen)
    screen.click(home.counters.button(Kind.EVENT, Queue.TO_ASSIGN))
    model = screen.page(DuePage).list.model
    numbers = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert len(numbers) > 2
    titles = []
    for _ in numbers:
        screen.press(screen.window, Qt.Key.Key_F8)
        titles.append(_shown(screen))
    assert titles == [f"网格事件 {number}" for number in numbers]
    screen.press(screen.window, Qt.Key.Key_F8)
    screen.page(DuePage)
    assert screen.window.message.text == "“待交办”没有下一件了。"


def test_a_case_that_has_left_the_queue_is_passed_over(screen: Screen) -> None:
    _with_something_in_every_queue(screen)
    _event(screen, ACCEPT)
    screen.click(_home(screen).counters.button(Kind.EVENT, Queue.TO_ASSIGN))
    page = screen.page(DuePage)
    ids = page.list.model.ids_at(range(3))
    screen.press(screen.window, Qt.Key.Key_F8)
    case = screen.office.cases.load(ids[1])
    taken(screen.office, case, Move.ASSIGN, DAY, unit="演示站所")
    screen.press(screen.window, Qt.Key.Key_F8)
    assert _shown(screen) == f"网格事件 {screen.office.cases.load(ids[2]).number}"


def test_the_most_urgent_come_first(screen: Screen) -> None:
    rows = _with_something_in_every_queue(screen).urgent.cases.rows
    limits = [one.deadline.at for one in rows]
    assert limits == sorted(limits)


def test_an_urgent_case_opens_on_a_double_click(screen: Screen) -> None:
    home = _with_something_in_every_queue(screen)
    first = home.urgent.cases.rows[0].row
    screen.double_click(home.urgent, home.urgent.cases.index(0, 0))
    assert first.number in _shown(screen)


def test_control_n_begins_a_new_event(screen: Screen) -> None:
    screen.press(screen.window, Qt.Key.Key_N, control=True)
    assert _shown(screen) == "新增事件"


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (at(2018, 2, 28), "已超期 1 天"),
        (at(2018, 2, 28, 12), "已超期"),
        (at(2018, 3, 1), "今日到期"),
        (at(2018, 3, 2), "还有 1 天"),
    ],
)
def test_the_distance_of_a_limit_is_told_in_days(due: datetime, said: str) -> None:
    assert distance(due, at(2018, 2, 28, 23, 59)) == said

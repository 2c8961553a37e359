"""The first page as the petition office has it: petitions in front, their queues by keys, what is due first of them."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from gridapp.cases.nearest import Matter
from gridapp.cases.queues import Queue, Whose, queues_of
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from tests.offices import at, petition_recorded, taken
from tests.ui.screen import Screen
from ui.cases.due_page import DuePage
from ui.home.home_page import HomePage
from ui.requests import ShowHome

Step = tuple[Move, dict[str, object]]
TOLD: dict[str, object] = {"informed": "书面告知"}
ACCEPT: Step = (Move.ACCEPT, {"unit": "演示办", "handler": "演示员", **TOLD})
ASSIGN: Step = (Move.ASSIGN, {"unit": "演示办", "until": end_of(at(2018, 3, 10).date()), **TOLD})
FEEDBACK: Step = (Move.FEEDBACK, {"result": "演示", "evidence": "演示"})
ISSUE: Step = (Move.ISSUE_REPLY, {"verdict": "支持诉求", "result": "演示"})
SERVE: Step = (Move.SERVE_REPLY, {"service": "直接送达"})
REVIEW: Step = (Move.ASK_REVIEW, {"unit": "演示县政府", "reason": "演示"})
LIST: Step = (Move.ENTER_BACKLOG, {"reason": "演示", "approver": "演示镇长"})
SUPERVISE: Step = (Move.SUPERVISE, {"grade": "普通督办", "reason": "演示：催办"})
CHARGE: Step = (
    Move.TAKE_CHARGE,
    {
        "chief": "演示镇长",
        "unit": "演示办",
        "handler": "演示员",
        "plan": "演示",
        "until": end_of(at(2018, 3, 20).date()),
        "approver": "演示书记",
    },
)
COURSES: dict[str, Sequence[Step]] = {
    "演示：待受理": (),
    "演示：受理": (ACCEPT,),
    "演示：交办": (ASSIGN,),
    "演示：反馈": (ASSIGN, FEEDBACK),
    "演示：待送达": (ACCEPT, ISSUE),
    "演示：办结": (ACCEPT, ISSUE, SERVE),
    "演示：复查": (ACCEPT, ISSUE, SERVE, REVIEW),
    "演示：积案包案": (ACCEPT, LIST, CHARGE, SUPERVISE),
}


def _home(screen: Screen) -> HomePage:
    for title, steps in COURSES.items():
        case: Case = petition_recorded(screen.office, at(2018, 2, 20, 9), title=title, flags=("扬言",))
        for hour, (move, particulars) in enumerate(steps, 10):
            case = taken(screen.office, case, move, at(2018, 2, 20, hour), **particulars)
    screen.go(ShowHome())
    screen.page(HomePage).mark_stale()
    screen.settle()
    return screen.page(HomePage)


@pytest.mark.parametrize("whose", list(Whose))
def test_counters_of_petitions_equal_their_lists_in_every_state(screen: Screen, whose: Whose) -> None:
    home = _home(screen)
    home.seat.whose.setCurrentIndex(list(Whose).index(whose))
    screen.settle()
    found = {}
    for queue in queues_of(Kind.PETITION):
        button = home.counters.button(Kind.PETITION, queue)
        count = button.count
        screen.click(button)
        found[queue] = (count, screen.page(DuePage).list.model.rowCount())
        screen.back()
    assert {queue: listed for queue, (_, listed) in found.items()} == {
        queue: count for queue, (count, _) in found.items()
    }
    if whose is Whose.ALL:
        assert all(count for queue, (count, _) in found.items() if queue not in (Queue.SOON, Queue.OVERDUE))


def test_every_queue_of_petitions_has_a_key_of_its_own(screen: Screen) -> None:
    home = _home(screen)
    home.seat.first.setCurrentIndex(home.seat.first.findText("信访"))
    screen.settle()
    keys = [*(Qt.Key(Qt.Key.Key_0 + n) for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)), Qt.Key.Key_Minus, Qt.Key.Key_Equal]
    keys.append(Qt.Key.Key_BracketLeft)
    opened = []
    for key in keys:
        screen.qtbot.keyClick(home, key, Qt.KeyboardModifier.AltModifier)
        screen.settle()
        opened.append(screen.page(DuePage).title)
        screen.back()
    assert opened == [f"信访 · {queue}" for queue in queues_of(Kind.PETITION)]


def test_a_petition_is_urgent_by_the_first_of_its_deadlines(screen: Screen) -> None:
    home = _home(screen)
    screen.click(home.alone)
    home.seat.first.setCurrentIndex(home.seat.first.findText("信访"))
    screen.settle()
    model = home.urgent.cases
    matters = {model.index(row, 2).data(): model.index(row, 5).data() for row in range(model.rowCount())}
    assert {title: matters.get(title) for title in COURSES} == {
        "演示：待受理": Matter.DECISION,
        "演示：受理": Matter.HANDLING,
        "演示：交办": Matter.HANDLING,
        "演示：反馈": None,
        "演示：待送达": Matter.SERVICE,
        "演示：办结": Matter.FILE,
        "演示：复查": Matter.REVIEW,
        "演示：积案包案": Matter.CHARGE,
    }


def test_every_counter_of_petitions_is_whole_at_the_smallest_window(screen: Screen) -> None:
    screen.window.resize(screen.window.minimumSize())
    home = _home(screen)
    home.counters.put_in_front(Kind.PETITION)
    screen.settle()
    buttons = list(home.counters.panels[Kind.PETITION].counters.values())
    assert [b.accessibleName() for b in buttons if b.width() < b.sizeHint().width()] == []
    assert max(b.mapTo(home, b.rect().topRight()).x() for b in buttons) < home.width()

"""The first page as a mediator has it: disputes in front, their queues, and what is due first of their deadlines."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from gridapp.cases.nearest import Deadline, Matter, deadlines_of
from gridapp.cases.queues import Queue, Whose, queues_of
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Term
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from tests.offices import at, dispute_recorded, taken
from tests.ui.screen import Screen
from ui.cases.due_page import DuePage
from ui.home.due import KINDS
from ui.home.home_page import HomePage
from ui.home.urgent_table import distance_of
from ui.requests import ShowHome


def _home(screen: Screen) -> HomePage:
    screen.go(ShowHome())
    screen.page(HomePage).mark_stale()
    screen.settle()
    return screen.page(HomePage)


def _count(home: HomePage, kind: Kind, queue: Queue) -> int:
    count = home.counters.button(kind, queue).count
    assert count is not None
    return count


def _dispute(screen: Screen, *moves: tuple[Move, dict[str, object]], **fields: object) -> Case:
    case: Case = dispute_recorded(screen.office, at(2018, 2, 20, 9), **fields)
    for move, particulars in moves:
        case = taken(screen.office, case, move, at(2018, 2, 20, 10), **particulars)
    return case


SUPERVISE: tuple[Move, dict[str, object]] = (Move.SUPERVISE, {"grade": "普通督办", "reason": "演示：催办"})
RECEIVE: tuple[Move, dict[str, object]] = (
    Move.ACCEPT,
    {"unit": "桐川村调委会", "handler": "演示员", "informed": "口头"},
)
MEET: tuple[Move, dict[str, object]] = (Move.SCHEDULE, {"meet_at": at(2018, 2, 28, 9), "place": "演示调解室"})
AGREE: tuple[Move, dict[str, object]] = (
    Move.AGREE,
    {
        "form": "书面",
        "result": "演示：赔偿",
        "terms": (Term(agreement=0, what="付款", due_at=end_of(date(2018, 3, 5))),),
    },
)
CHARGE: tuple[Move, dict[str, object]] = (
    Move.TAKE_CHARGE,
    {"chief": "演示镇长", "unit": "演示办", "handler": "演示员", "plan": "演示", "until": end_of(date(2018, 3, 20))},
)
HELD: tuple[Move, dict[str, object]] = (
    Move.MEDIATE,
    {"place": "演示调解室", "present": "双方", "record": "演示", "session_result": "达成协议"},
)


def _with_disputes_in_every_state(screen: Screen) -> HomePage:
    _dispute(screen)
    _dispute(screen, risk="高")
    _dispute(screen, RECEIVE, MEET, SUPERVISE, CHARGE)
    _dispute(screen, RECEIVE, HELD, AGREE)
    _dispute(screen, RECEIVE, HELD, AGREE, (Move.BREACH, {"reason": "演示：拒付"}))
    _dispute(screen, RECEIVE, HELD, AGREE, (Move.PERFORM, {"evidence": "演示：收条"}))
    _dispute(screen, RECEIVE, (Move.FAIL, {"ground": "当事人拒绝或者放弃调解", "result": "演示"}))
    _dispute(screen, (Move.WITHDRAW, {"reason": "演示"}))
    _dispute(screen, (Move.TRANSFER, {"unit": "演示法院", "reason": "演示"}))
    _dispute(screen, (Move.REJECT, {"reason": "演示"}))
    return _home(screen)


@pytest.mark.parametrize("whose", list(Whose))
def test_counters_of_disputes_equal_their_lists_in_every_state(screen: Screen, whose: Whose) -> None:
    home = _with_disputes_in_every_state(screen)
    home.seat.whose.setCurrentIndex(list(Whose).index(whose))
    screen.settle()
    found = {}
    for queue in queues_of(Kind.DISPUTE):
        count = _count(home, Kind.DISPUTE, queue)
        screen.click(home.counters.button(Kind.DISPUTE, queue))
        found[queue] = (count, screen.page(DuePage).list.model.rowCount())
        screen.back()
    assert {queue: listed for queue, (_, listed) in found.items()} == {
        queue: count for queue, (count, _) in found.items()
    }
    assert found[Queue.TO_ARCHIVE][0] > 0


def test_alt_and_a_digit_open_a_queue_of_the_kind_in_front(screen: Screen) -> None:
    home = _with_disputes_in_every_state(screen)
    screen.qtbot.keyClick(home, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    screen.settle()
    assert screen.page(DuePage).title == "网格事件 · 已超期"
    screen.back()
    home.seat.first.setCurrentIndex(home.seat.first.findText("矛盾纠纷"))
    screen.settle()
    screen.qtbot.keyClick(home, Qt.Key.Key_Equal, Qt.KeyboardModifier.AltModifier)
    screen.settle()
    assert screen.page(DuePage).title == "矛盾纠纷 · 督办件"


def test_the_kind_in_front_is_there_again_when_the_office_is_opened_again(screen: Screen) -> None:
    home = _home(screen)
    screen.click(home.counters.panels[Kind.DISPUTE].heading)
    screen.click(home.alone)
    office = screen.office
    screen.window.open(lambda: office)
    screen.settle()
    home = screen.page(HomePage)
    assert (home.counters.front, home.seat.first_kind, home.alone.isChecked()) == (Kind.DISPUTE, Kind.DISPUTE, True)


def test_the_kind_in_front_stands_above_the_others_with_its_buttons(screen: Screen) -> None:
    home = _home(screen)
    screen.click(home.counters.panels[Kind.DISPUTE].heading)
    panels = home.counters.panels
    assert (
        panels[Kind.DISPUTE].mapTo(home, panels[Kind.DISPUTE].pos()).y()
        < panels[Kind.EVENT].mapTo(home, panels[Kind.EVENT].pos()).y()
    )
    starters = [button.text() for button in panels[Kind.DISPUTE].starters.values() if button.isVisible()]
    assert starters == ["周历", "集中办结", "批量当场调解", "当场调解", "登记纠纷"]


def test_every_counter_is_whole_at_the_smallest_window(screen: Screen) -> None:
    screen.window.resize(screen.window.minimumSize())
    home = _with_disputes_in_every_state(screen)
    for kind in KINDS:
        home.counters.put_in_front(kind)
        screen.settle()
        cut = [
            button.accessibleName()
            for panel in home.counters.panels.values()
            for button in panel.counters.values()
            if button.width() < button.sizeHint().width() or button.height() < button.sizeHint().height()
        ]
        assert cut == []
        right = max(
            b.mapTo(home, b.rect().topRight()).x() for p in home.counters.panels.values() for b in p.counters.values()
        )
        assert right < home.width()


def _matters(home: HomePage) -> dict[str, str]:
    model = home.urgent.cases
    return {model.index(row, 2).data(): model.index(row, 5).data() for row in range(model.rowCount())}


def test_a_dispute_is_urgent_by_the_first_of_its_deadlines(screen: Screen) -> None:
    _dispute(screen, title="演示：新收")
    _dispute(screen, RECEIVE, title="演示：在调")
    _dispute(screen, RECEIVE, MEET, title="演示：约了")
    _dispute(screen, RECEIVE, HELD, AGREE, title="演示：履行")
    _dispute(screen, RECEIVE, HELD, AGREE, (Move.PERFORM, {"evidence": "演示"}), title="演示：回访")
    home = _home(screen)
    screen.click(home.alone)
    home.seat.first.setCurrentIndex(home.seat.first.findText("矛盾纠纷"))
    screen.settle()
    matters = _matters(home)
    assert {title: matters[title] for title in matters if title.startswith("演示：") and title != "演示：邻里相争"} == {
        "演示：新收": Matter.ACCEPTANCE.value,
        "演示：在调": Matter.MEDIATION.value,
        "演示：约了": Matter.SESSION.value,
        "演示：履行": Matter.PERFORMANCE.value,
        "演示：回访": Matter.REVISIT.value,
    }


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (at(2018, 2, 27, 9), "待补记"),
        (at(2018, 2, 28, 15), "今日 15:00"),
        (at(2018, 3, 1, 9), "还有 1 天"),
    ],
)
def test_the_distance_of_a_session_is_told_by_its_hour(due: datetime, said: str) -> None:
    assert distance_of(Deadline(Matter.SESSION, due), at(2018, 2, 28, 12)) == said


def test_an_application_to_court_whose_days_are_over_is_not_urgent(screen: Screen) -> None:
    case: Case = dispute_recorded(screen.office, at(2018, 1, 3, 9))
    for move, particulars in (RECEIVE, HELD, AGREE):
        case = taken(screen.office, case, move, at(2018, 1, 3, 10), **particulars)
    row = screen.office.lists.load_rows([case.id])[0]
    assert row.confirm_due_at is not None
    matters = {deadline.matter for deadline in deadlines_of(row, at(2018, 2, 28))}
    assert Matter.CONFIRMATION not in matters
    assert {deadline.matter for deadline in deadlines_of(row, at(2018, 1, 20))} >= {Matter.CONFIRMATION}

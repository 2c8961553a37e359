"""A day at the desk, with key events only: events are logged and handled, and after each step the statistics agree."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.tally import tally
from gridapp.counting.words import Words
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from tests.offices import VILLAGES
from tests.sizes import FULL
from tests.ui.handling.handler import Handler
from tests.ui.recording.clerk import Clerk
from tests.ui.recording.recorder import ALT
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage

_EVENTS = 50 if FULL else 2
_FEBRUARY = Cut(period_named("2018-02"))
_NAMES = ("reported", "closed", "closing", "closed_on_time", "overdue")
_OPEN_IN_TIME, _OPEN_LATE = (1, 0, 1, 0, 0), (1, 0, 1, 0, 1)
_CLOSED_IN_TIME, _CLOSED_LATE = (1, 1, 0, 1, 0), (1, 1, 0, 0, 0)
"""For how much one event counts; it is no longer overdue once the unit has fed back what it did."""


class _Figures:
    """What the office had counted before the day, and what was counted by hand since."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._done = self._told()

    def _told(self) -> tuple[object, ...]:
        office = self._screen.office
        words = Words(office.registers.areas(), vocabulary())
        total: Mapping[str, object] = tally(office.ledger, words, catalogue()[Kind.EVENT], _FEBRUARY, ()).total
        return tuple(total[f"event.{name}"] for name in _NAMES)

    def compare(self, counted: tuple[int, ...], step: str) -> None:
        """The statistics must say what stood there, and the event in hand besides."""
        wanted = tuple(int(str(done)) + one for done, one in zip(self._done, counted, strict=True))
        assert (step, self._told()) == (step, wanted)

    def finish(self) -> None:
        """The event in hand belongs to what stands there."""
        self._done = self._told()


def _log(screen: Screen, number: int, *, late: bool) -> Event:
    """Ctrl+N, the form from the title on, Ctrl+S; a late one had to be done by yesterday."""
    clerk = Clerk(screen)
    entries = clerk.entries
    clerk.type(f"演示：第{number}件，路灯不亮")
    clerk.go_to(entries.category)
    clerk.type("ldjgg")
    clerk.go_to(entries.village)
    clerk.type("nfc")
    clerk.go_to(entries.address)
    clerk.type("演示路口")
    if late:
        clerk.go_to(entries.reported_at)
        clerk.type("0227")
        clerk.go_to(entries.due_at)
        clerk.type("0227")
    clerk.save()
    (event,) = clerk.saved()
    assert (event.title, event.category, event.village) == (f"演示：第{number}件，路灯不亮", "ZF0603", VILLAGES[1])
    return event


def _take(handler: Handler, place: int, *texts: str) -> None:
    """The usual next move at a place, with what is written into the fields that it asks for."""
    handler.begin_next(place)
    for number, text in enumerate(texts):
        if number:
            handler.press(Qt.Key.Key_Tab)
        handler.write(text)
    handler.confirm()


def _evaluate(handler: Handler) -> None:
    handler.begin_next(1)
    handler.press(Qt.Key.Key_Down)
    handler.confirm()


def _status(handler: Handler) -> Status:
    return handler.event.status


def _go_back(handler: Handler) -> None:
    """Alt+←, which presses a button and so takes a moment."""
    screen = handler.screen
    handler.press(Qt.Key.Key_Left, ALT)
    screen.qtbot.waitUntil(lambda: screen.window.page is not handler.page)
    screen.settle()


def test_the_statistics_agree_after_each_step_of_each_event(screen: Screen) -> None:
    figures = _Figures(screen)
    for number in range(1, _EVENTS + 1):
        late = number % 2 == 0
        still_open, closed = (_OPEN_LATE, _CLOSED_LATE) if late else (_OPEN_IN_TIME, _CLOSED_IN_TIME)
        event = _log(screen, number, late=late)
        assert event.number in screen.page(EventPage).title
        figures.compare(still_open, "登记")
        handler = Handler(screen, event, is_shown=True)
        _take(handler, 1)
        _take(handler, 1, "演示站所")
        figures.compare(still_open, "交办")
        _take(handler, 1)
        assert _status(handler) is Status.PROCESSING
        figures.compare(still_open, "签收")
        _take(handler, 1, "演示：已修好", "演示：照片")
        figures.compare(_OPEN_IN_TIME, "反馈")
        _take(handler, 1, "演示：属实")
        figures.compare(_OPEN_IN_TIME, "核查")
        _take(handler, 2)
        assert _status(handler) is Status.CLOSED
        figures.compare(closed, "办结")
        _evaluate(handler)
        assert _status(handler) is Status.EVALUATED
        figures.compare(closed, "评价")
        figures.finish()
        _go_back(handler)

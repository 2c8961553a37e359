"""Events go the long way from 受理 to 评价 with key events only, and after each the statistics agree."""

from decimal import Decimal

from PySide6.QtCore import Qt

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.tally import tally
from gridapp.counting.words import Words
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.status import Status
from gridapp.domain.vocabulary import vocabulary
from tests.offices import at, recorded
from tests.sizes import FULL
from tests.ui.handling.handler import Handler
from tests.ui.screen import Screen

_EVENTS = 50 if FULL else 3
_FEBRUARY = Cut(period_named("2018-02"))
_WAY = (
    (1, ()),
    (1, ("演示站所",)),
    (1, ()),
    (1, ("演示：已清理", "演示：照片")),
    (1, ("演示：属实",)),
    (2, ()),
)
"""The place of each move among the usual next ones, and what is written into the fields that it asks for."""


def _figures(screen: Screen) -> dict[str, Decimal]:
    words = Words(screen.office.registers.areas(), vocabulary())
    total = tally(screen.office.ledger, words, catalogue()[Kind.EVENT], _FEBRUARY, ()).total
    found = {code: total[code] for code in ("event.reported", "event.closed", "event.closing")}
    return {code: value for code, value in found.items() if isinstance(value, Decimal)}


def _take_the_long_way(handler: Handler) -> None:
    for place, texts in _WAY:
        handler.begin_next(place)
        for number, text in enumerate(texts):
            if number:
                handler.press(Qt.Key.Key_Tab)
            handler.write(text)
        handler.confirm()
    handler.begin_next(1)
    handler.press(Qt.Key.Key_Down)
    handler.confirm()


def test_the_statistics_agree_after_each_event(screen: Screen) -> None:
    before = _figures(screen)
    for number in range(1, _EVENTS + 1):
        handler = Handler(screen, recorded(screen.office, at(2018, 2, 28, 9), title=f"演示：第 {number} 件"))
        _take_the_long_way(handler)
        assert handler.case.status is Status.EVALUATED
        after = _figures(screen)
        assert after["event.reported"] == before["event.reported"] + number
        assert after["event.closed"] == before["event.closed"] + number
        assert after["event.closing"] == before["event.closing"]
        screen.back()

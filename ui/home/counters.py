"""The counters of the first page (待办计数): the kind in front large, the others a line each; each opens its list."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.queues import Queue
from gridapp.domain.kind import Kind
from ui.home.counter_button import CounterButton
from ui.home.due import KINDS, Place
from ui.home.kind_panel import KEYS, KindPanel
from ui.requests import Request
from ui.widgets.card import Card
from ui.widgets.tab_order import put_in_order

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Counters(QWidget):
    """A number for each kind and queue; arrow keys go about, Alt and a digit open a queue of the kind in front."""

    chosen = Signal(object, object)
    """A kind and its queue."""
    asked = Signal(object)
    """A `Request` of a button."""
    wanted = Signal(object)
    """A kind is to come to the front."""
    reached = Signal(object)
    """An arrow key came to a counter."""

    def __init__(self) -> None:
        super().__init__()
        self.panels = {kind: KindPanel(kind) for kind in KINDS}
        self.front = KINDS[0]
        self._front_card, self._others_card = Card(), Card()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._front_card)
        layout.addWidget(self._others_card)
        for kind, panel in self.panels.items():
            panel.chosen.connect(lambda queue, of=kind: self.chosen.emit(of, queue))
            panel.asked.connect(self.asked)
            panel.wanted.connect(lambda of=kind: self.wanted.emit(of))
        for place, key in enumerate(KEYS):
            QShortcut(QKeySequence(key), self, lambda n=place: self._open(n))
        self.put_in_front(self.front)

    def put_in_front(self, kind: Kind) -> None:
        """Shows a kind large and first."""
        self.front = kind
        for one, panel in self.panels.items():
            card = self._front_card if one is kind else self._others_card
            card.body.addWidget(panel)
            panel.put_in_front(in_front=one is kind)
        self._line_up()
        put_in_order([button for panel in self._in_order for button in (*panel.starters.values(), *_walked(panel))])

    def button(self, kind: Kind, queue: Queue) -> CounterButton:
        """The counter of a kind's queue."""
        return self.panels[kind].counters[queue]

    def starter(self, request: Request) -> QPushButton:
        """The button that asks the window for a page."""
        return next(panel.starters[request] for panel in self.panels.values() if request in panel.starters)

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """Shows other numbers."""
        for kind, panel in self.panels.items():
            panel.show_counts({queue: count for (of, queue), count in counts.items() if of is kind})
        self._line_up()

    def _line_up(self) -> None:
        """The counters of the kinds behind stand one below the other."""
        behind = [panel.tiles for panel in self.panels.values() if panel.kind is not self.front]
        widest = max(tiles.widest for tiles in behind)
        for tiles in behind:
            tiles.least = widest
        self.panels[self.front].tiles.least = 0
        for panel in self.panels.values():
            panel.tiles.invalidate()

    @property
    def _in_order(self) -> list[KindPanel]:
        return sorted(self.panels.values(), key=lambda panel: panel.kind is not self.front)

    def _open(self, place: int) -> None:
        counters = list(self.panels[self.front].counters.values())
        if place < len(counters):
            counters[place].click()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        there = self._from(here, Qt.Key(event.key())) if isinstance(here, CounterButton) else None
        if there is None:
            super().keyPressEvent(event)
            return
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(there)

    def _from(self, here: CounterButton, key: Qt.Key) -> CounterButton | None:
        """Where an arrow key leads: along the kind's own counters, or to the nearest one of the next line."""
        if key in _STEPS:
            own = list(self.panels[here.kind].counters.values())
            place = own.index(here) + _STEPS[key]
            return own[place] if 0 <= place < len(own) else None
        if key not in _LINES:
            return None
        middle = self._middle(here)
        every = [counter for panel in self.panels.values() for counter in panel.counters.values()]
        beyond = [one for one in every if (self._middle(one).y() - middle.y()) * _LINES[key] > 0]
        return min(
            beyond,
            key=lambda one: (abs(self._middle(one).y() - middle.y()), abs(self._middle(one).x() - middle.x())),
            default=None,
        )

    def _middle(self, counter: CounterButton) -> QPoint:
        return counter.mapTo(self, counter.rect().center())


def _walked(panel: KindPanel) -> list[QPushButton]:
    return [panel.heading, *panel.counters.values()]

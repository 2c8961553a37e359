"""One kind on the first page (一类待办): its name, the counters of its queues, and how work on it begins."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gridapp.cases.queues import Queue, queues_of
from gridapp.domain.kind import Kind
from ui.cases.kind_buttons import BEGINNINGS, kind_buttons
from ui.home.counter_button import CounterButton
from ui.icons import icon
from ui.requests import Request
from ui.theme import COLOURS
from ui.widgets.even_layout import EvenLayout

KEYS = tuple(f"Alt+{key}" for key in "1234567890-=[]")
"""The keys that open the queues of the kind in front, in their order."""

_KEYS_HINT = "Alt+1、Alt+2… 依次打开下面的清单"
_LONGEST_NAME = 4
"""Characters for which there is room beside the counters of a kind behind."""


class KindPanel(QWidget):
    """Large with all its buttons where its kind is in front, else one line with the most needed one."""

    chosen = Signal(object)
    """A `Queue` is to be shown."""
    asked = Signal(object)
    """A `Request` of one of the buttons."""
    wanted = Signal()
    """The kind is to come to the front."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.heading = QPushButton(kind.label)
        self.heading.setObjectName("kind")
        self.heading.setIcon(icon(kind.value, COLOURS.accent))
        self.heading.clicked.connect(self.wanted)
        self.heading.setMinimumWidth(self.fontMetrics().horizontalAdvance("汉") * _LONGEST_NAME + 40)
        self.starters: Mapping[Request, QPushButton] = kind_buttons(kind, self.asked.emit)
        self._all_starters = QWidget(self)
        row = QHBoxLayout(self._all_starters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self.starters.values():
            row.addWidget(button)
        self._first_starter = self._quick_button()
        tiles = QWidget()
        self.tiles = EvenLayout(tiles)
        self.counters: dict[Queue, CounterButton] = {}
        for queue in queues_of(kind):
            counter = CounterButton(kind, queue)
            counter.clicked.connect(lambda _, chosen=queue: self.chosen.emit(chosen))
            self.tiles.addWidget(counter)
            self.counters[queue] = counter
        # A layout that grows with its lines must say so to the one around it.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        tiles.setSizePolicy(policy)
        self._tiles_holder = tiles
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self.put_in_front(in_front=False)

    def put_in_front(self, *, in_front: bool) -> None:
        """Shows itself large or small."""
        for widget in (self.heading, self._all_starters, self._tiles_holder, self._first_starter):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.heading, 0, 0, Qt.AlignmentFlag.AlignLeft | top)
        if in_front:
            self._grid.addWidget(self._all_starters, 0, 1, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(self._tiles_holder, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self._tiles_holder, 0, 1)
            self._grid.addWidget(self._first_starter, 0, 2, top)
        self._grid.setColumnStretch(1, 1)
        self._all_starters.setVisible(in_front)
        self._first_starter.setVisible(not in_front and bool(self.starters))
        self.tiles.stretched = in_front
        self.heading.setProperty("front", in_front)
        self.heading.style().polish(self.heading)
        self.heading.setFocusPolicy(Qt.FocusPolicy.NoFocus if in_front else Qt.FocusPolicy.StrongFocus)
        self.heading.setToolTip(_KEYS_HINT if in_front else f"把{self.kind.label}放到最前")
        for counter, key in zip(self.counters.values(), KEYS, strict=False):
            counter.lay_out(key if in_front else "", in_front=in_front)
        self.tiles.invalidate()

    def show_counts(self, counts: Mapping[Queue, int]) -> None:
        """Shows other numbers."""
        for queue, count in counts.items():
            self.counters[queue].show_count(count)
        self.tiles.invalidate()

    def _quick_button(self) -> QPushButton:
        button = QPushButton("登记", self)
        button.setObjectName("quiet")
        for beginning in BEGINNINGS.get(self.kind, ()):
            if beginning.is_main:
                button.setAccessibleName(beginning.text)
                button.setToolTip(beginning.hint)
                button.clicked.connect(self.starters[beginning.request].click)
        return button

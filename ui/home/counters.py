"""The counters of the first page (待办计数): kinds down, queues across; a number opens its list."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from gridapp.cases.queues import Queue, queues_of
from gridapp.domain.kind import Kind
from ui.home.due import KINDS, Place
from ui.icons import icon
from ui.theme import COLOURS

_TONES = {
    Queue.SOON: ("warn", "▲", COLOURS.warn),
    Queue.OVERDUE: ("bad", "■", COLOURS.bad),
    Queue.RETURNED: ("warn", "", ""),
    Queue.SUPERVISED: ("bad", "", ""),
}
_PLAIN = ("accent", "", "")
_KEYS = "1234567890"
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class Counters(QWidget):
    """A number for each kind and queue; arrow keys go about, Alt and a digit open an event queue."""

    chosen = Signal(object, object)
    """A kind and its queue."""
    reached = Signal(object)
    """An arrow key came to a counter."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[Place, QPushButton] = {}
        self._places: dict[tuple[int, int], QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        for across, queue in enumerate(queues_of(Kind.EVENT), 2):
            grid.addWidget(_heading(queue, _KEYS[across - 2]), 0, across)
            grid.setColumnStretch(across, 1)
        for down, kind in enumerate(KINDS, 1):
            drawing = QLabel()
            drawing.setPixmap(icon(kind.value, COLOURS.accent).pixmap(20, 20))
            grid.addWidget(drawing, down, 0)
            grid.addWidget(QLabel(kind.label), down, 1)
            for across, queue in enumerate(queues_of(Kind.EVENT), 2):
                if queue in queues_of(kind):
                    button = self._button(kind, queue)
                    grid.addWidget(button, down, across)
                    self._places[down, across] = button

    def button(self, kind: Kind, queue: Queue) -> QPushButton:
        """The counter of a kind's queue."""
        return self._buttons[kind, queue]

    def show_counts(self, counts: Mapping[Place, int]) -> None:
        """Shows other numbers."""
        for (kind, queue), count in counts.items():
            button = self._buttons.get((kind, queue))
            if button is None:
                continue
            button.setText(f"{count:,}")
            button.setAccessibleName(f"{kind.label}{queue.value} {count} 件")
            button.setProperty("tone", _TONES.get(queue, _PLAIN)[0] if count else "none")
            button.style().polish(button)

    def _button(self, kind: Kind, queue: Queue) -> QPushButton:
        button = _Counter("—")
        button.setObjectName("counter")
        button.setProperty("scale", "small")
        button.setAccessibleName(f"{kind.label}{queue.value}")
        hint = f"查看{kind.label}“{queue.value}”的清单"
        if kind is Kind.EVENT:
            key = f"Alt+{_KEYS[queues_of(Kind.EVENT).index(queue)]}"
            QShortcut(QKeySequence(key), self, button.click)
            hint = f"{hint}（{key}）"
        button.setToolTip(hint)
        button.clicked.connect(lambda: self.chosen.emit(kind, queue))
        self._buttons[kind, queue] = button
        return button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        here = next((place for place, button in self._places.items() if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = self._places.get((here[0] + step[0], here[1] + step[1]))
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self.reached.emit(there)


class _Counter(QPushButton):
    """Leaves the arrow keys to the grid."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _heading(queue: Queue, key: str) -> QLabel:
    sign, colour = _TONES.get(queue, _PLAIN)[1:]
    light = f'<span style="color:{colour}">{sign}</span> ' if sign else ""
    heading = QLabel(f'{light}{queue.value}<span style="color:{COLOURS.muted}"> {key}</span>')
    heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
    heading.setMinimumWidth(heading.sizeHint().width())
    heading.setToolTip(f"按 Alt+{key} 打开网格事件的“{queue.value}”")
    return heading

"""One counter (计数): how many cases wait in a queue, and the queue's name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton
from typing_extensions import override

from gridapp.cases.queues import Queue
from gridapp.domain.kind import Kind
from ui.theme import COLOURS

_TONES = {
    Queue.SOON: ("warn", "▲", COLOURS.warn),
    Queue.OVERDUE: ("bad", "■", COLOURS.bad),
    Queue.RETURNED: ("warn", "", ""),
    Queue.TO_REPORT: ("bad", "", ""),
    Queue.SUPERVISED: ("bad", "", ""),
}
_PLAIN = ("accent", "", "")
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class CounterButton(QPushButton):
    """Number and name, one above the other where its kind is in front, else side by side.

    The arrow keys are left to whoever holds the counters.
    """

    def __init__(self, kind: Kind, queue: Queue) -> None:
        super().__init__()
        self.kind, self.queue = kind, queue
        self.count: int | None = None
        self.setObjectName("counter")
        self._number = QLabel("—")
        self._number.setObjectName("counter_number")
        self._name = QLabel()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        for label in (self._number, self._name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._layout.addWidget(label)
        self.lay_out("", in_front=False)
        self._tell()

    def lay_out(self, key: str, *, in_front: bool) -> None:
        """Shows itself large, with the key that opens its list, or small."""
        sign, colour = _TONES.get(self.queue, _PLAIN)[1:]
        light = f'<span style="color:{colour}">{sign}</span> ' if sign else ""
        self._name.setText(f"{light}{self.queue.value}")
        self._layout.removeWidget(self._name)
        self._layout.insertWidget(1 if in_front else 0, self._name)
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if in_front else direction.LeftToRight)
        self._layout.setContentsMargins(*((5, 5, 5, 6) if in_front else (9, 3, 9, 3)))
        self._layout.setSpacing(0 if in_front else 6)
        side = Qt.AlignmentFlag.AlignHCenter if in_front else Qt.AlignmentFlag.AlignRight
        self._number.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter if in_front else Qt.AlignmentFlag.AlignVCenter)
        self._number.setProperty("scale", "large" if in_front else "small")
        self._number.style().polish(self._number)
        keys = f"（{key}）" if key else ""
        self.setToolTip(f"查看{self.kind.label}“{self.queue.value}”的清单{keys}")
        self.updateGeometry()

    def show_count(self, count: int) -> None:
        """Shows another number."""
        self.count = count
        self._number.setText(f"{count:,}")
        self._number.setProperty("tone", _TONES.get(self.queue, _PLAIN)[0] if count else "none")
        self._number.style().polish(self._number)
        self._tell()
        self.updateGeometry()

    def _tell(self) -> None:
        counted = "" if self.count is None else f" {self.count} 件"
        self.setAccessibleName(f"{self.kind.label}{self.queue.value}{counted}")

    @override
    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._layout.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

"""The flags of an event (标记): one stop for Tab, arrow keys between them, the space bar sets one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget
from typing_extensions import override

from ui.widgets.flow_layout import FlowLayout

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class TagsBox(QWidget):
    """Any of some words; words that are not among them are kept."""

    changed = Signal()

    def __init__(self, name: str, tags: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._others: tuple[str, ...] = ()
        label = QLabel(name)
        label.setObjectName("muted")
        row = FlowLayout(self, spacing=14)
        row.addWidget(label)
        self.boxes = [QCheckBox(tag) for tag in tags]
        label.setMinimumHeight(self.boxes[0].sizeHint().height())
        for box in self.boxes:
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            box.setToolTip("空格勾选，←→ 移动")
            box.toggled.connect(self.changed)
            box.installEventFilter(self)
            row.addWidget(box)
        self.boxes[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.boxes[0])

    @property
    def tags(self) -> tuple[str, ...]:
        """The words that are set."""
        return (*(box.text() for box in self.boxes if box.isChecked()), *self._others)

    def show_tags(self, tags: Iterable[str]) -> None:
        """Sets some words, and no others."""
        wanted = tuple(tags)
        known = {box.text() for box in self.boxes}
        self._others = tuple(tag for tag in wanted if tag not in known)
        for box in self.boxes:
            box.setChecked(box.text() in wanted)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            here = next(n for n, box in enumerate(self.boxes) if box is watched)
            there = (here + _STEPS[Qt.Key(event.key())]) % len(self.boxes)
            self.boxes[there].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

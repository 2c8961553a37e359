"""The forms that were not saved (未保存的登记): one is continued, others are thrown away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.domain.area import AreaTree
from gridapp.ports import Draft
from ui.recording.discard_question import ask_before_discarding
from ui.recording.unsaved_forms import in_words


class DraftsDialog(QDialog):
    """Enter continues a draft, Del asks and throws it away."""

    continued = Signal(object)
    """A `Draft` is to be gone on with."""
    discarded = Signal(object)
    """A `Draft` is to be thrown away for good."""

    def __init__(self, parent: QWidget, drafts: Sequence[Draft], areas: AreaTree) -> None:
        super().__init__(parent)
        self.setWindowTitle("未保存的登记")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = _Drafts()
        for draft in drafts:
            item = QListWidgetItem(in_words(draft, areas), self.list)
            item.setData(Qt.ItemDataRole.UserRole, draft)
        self.list.setCurrentRow(0)
        self.list.entered_on.connect(self._continue)
        self.list.deleted.connect(self._ask_discard)
        self.list.itemDoubleClicked.connect(self._continue)
        hint = QLabel("选一份继续填写（回车），不要的可以丢弃（Del）。")
        hint.setObjectName("muted")
        self.continue_button = QPushButton("继续填写")
        self.continue_button.setObjectName("primary")
        self.continue_button.clicked.connect(self._continue)
        self.discard_button = QPushButton("丢弃…")
        self.discard_button.clicked.connect(self._ask_discard)
        close = QPushButton("取消")
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.discard_button)
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self.continue_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.horizontalAdvance("0") * 80, metrics.height() * 18)

    def _continue(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.continued.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def _ask_discard(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            ask_before_discarding(self, item.text(), lambda: self._discard(item))

    def _discard(self, item: QListWidgetItem) -> None:
        self.discarded.emit(item.data(Qt.ItemDataRole.UserRole))
        self.list.takeItem(self.list.row(item))
        if not self.list.count():
            self.reject()


class _Drafts(QListWidget):
    """The drafts, newest first."""

    entered_on = Signal()
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drafts")
        self.setAccessibleName("未保存的登记")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

"""Cases beside a form (对照清单): several lines each, why it is shown first; Enter opens one."""

from collections.abc import Sequence
from html import escape
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem
from typing_extensions import override

from ui.theme import COLOURS


class CaseCards(QListWidget):
    """Cards of cases that are on file, strongest first."""

    opened = Signal(object)
    """The id of a case that is to be looked at."""
    fitted = Signal()
    """The cards are as high as their width asks for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("duplicates")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(self._open)

    @property
    def lines(self) -> Sequence[str]:
        """What is said of each case."""
        return [self.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(self.count())]

    @property
    def height_of_all(self) -> int:
        """How high it must be to show every card."""
        return sum(self.item(row).sizeHint().height() for row in range(self.count())) + 2 * self.frameWidth()

    def add(self, case_id: UUID, reasons: str, title: str, facts: Sequence[str], number: str) -> None:
        """Adds a case with the reasons for which it is shown."""
        item = QListWidgetItem(self)
        item.setData(Qt.ItemDataRole.UserRole, case_id)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{reasons}：{title}，{'，'.join(facts)}，{number}")
        label = QLabel(
            f"<p style='margin:0;color:{COLOURS.warn}'><b>{escape(reasons)}</b></p>"
            f"<p style='margin:2px 0'>{escape(title)}</p>"
            f"<p style='margin:0;color:{COLOURS.muted}'>{escape(' · '.join(facts))}<br>{escape(number)}</p>"
        )
        label.setWordWrap(True)
        label.setContentsMargins(6, 5, 6, 5)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setItemWidget(item, label)
        self._fit()

    def enter(self) -> None:
        """Takes the keyboard, if there is anything to look at."""
        if self.count():
            self.setCurrentRow(max(self.currentRow(), 0))
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        width = self.viewport().width()
        for row in range(self.count()):
            label = self.itemWidget(self.item(row))
            if label is not None:
                self.item(row).setSizeHint(QSize(width, label.heightForWidth(width)))
        self.fitted.emit()

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(Qt.ItemDataRole.UserRole))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(item)
        else:
            super().keyPressEvent(event)

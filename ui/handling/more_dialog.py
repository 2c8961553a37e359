"""Everything that can ever be done with a case (更多办理): what can be done now first, the rest with the reason."""

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.pinyin import finds
from ui.handling.action import Action, actions_of, why_not_now
from ui.theme import COLOURS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_IN_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class MoreDialog(QDialog):
    """Typing narrows the list by Chinese or pinyin, arrow keys move in it, Enter chooses; a whole name comes first."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, case: Case, now: datetime, deadlines: Deadlines) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"更多办理 · {case.number}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions: dict[str, Action] = {action.value: action for action in actions_of(case)}
        self._reasons = {
            action: reason.removeprefix(f"{case.number} ") if reason else None
            for action, reason in ((action, why_not_now(case, action, now, deadlines)) for action in actions_of(case))
        }
        self.search = QLineEdit()
        self.search.setAccessibleName("查找办理动作")
        self.search.setPlaceholderText("输入汉字或拼音查找，如 gq；↑↓ 选择，回车办理")
        self.search.textChanged.connect(self._show)
        self.search.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName("办理动作")
        self.list.setHeaderLabels(["办理动作", "现在能不能办"])
        self.list.setObjectName("roomy")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._tell)
        self.reason = QLabel()
        self.reason.setObjectName("hint")
        self.reason.setWordWrap(True)
        self.reason.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.go = QPushButton("办理")
        self.go.setObjectName("primary")
        self.go.setAutoDefault(False)
        self.go.clicked.connect(lambda: self._choose(self.list.currentItem()))
        cancel = QPushButton("取消")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.resize(self.fontMetrics().horizontalAdvance("字") * 48, self.fontMetrics().height() * 27)
        self.list.setColumnWidth(0, self.fontMetrics().horizontalAdvance("字") * 11)
        self._show("")

    def _show(self, typed: str) -> None:
        self.list.clear()
        found = [action for action in self._reasons if finds(typed, action.value)]
        wanted = typed.strip()
        for action in sorted(found, key=lambda action: (action.value != wanted, self._reasons[action] is not None)):
            reason = self._reasons[action]
            item = QTreeWidgetItem([action.value, reason or "可以办理"])
            item.setData(0, Qt.ItemDataRole.UserRole, action.value)
            for column in (0, 1):
                item.setToolTip(column, reason or f"{action.value}这一件")
                item.setData(column, Qt.ItemDataRole.AccessibleDescriptionRole, reason or "可以办理")
                if reason is not None:
                    item.setForeground(column, QColor(COLOURS.muted))
            self.list.addTopLevelItem(item)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        reason = None if item is None else self._reasons[self._action(item)]
        self.reason.setText(reason or "")
        self.go.setEnabled(item is not None and reason is None)
        self.go.setAccessibleDescription(reason or "")

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and self._reasons[self._action(item)] is None:
            self.accept()
            self.chosen.emit(self._action(item))

    def _action(self, item: QTreeWidgetItem) -> Action:
        return self._actions[item.data(0, Qt.ItemDataRole.UserRole)]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _IN_LIST:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in _ENTER:
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

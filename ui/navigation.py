"""The navigation on the left (导航)."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout

from gridapp.domain.kind import Kind
from ui.icons import icon
from ui.requests import (
    NewBatch,
    NewEvent,
    Request,
    Root,
    ShowDue,
    ShowFigure,
    ShowHome,
    ShowLedger,
    ShowRecord,
    ShowSettings,
    ShowStatistics,
)
from ui.theme import COLOURS

_ICON = QSize(20, 20)


def place_of(request: Request) -> Root | None:
    """The page of the navigation to which another belongs; nothing where it belongs to the one it was opened from."""
    match request:
        case ShowHome() | ShowStatistics() | ShowLedger() | ShowSettings():
            return request
        case ShowDue() | ShowFigure():
            return None
        case ShowRecord(kind=kind):
            return ShowLedger(kind)
        case NewEvent() | NewBatch():
            return ShowLedger(Kind.EVENT)
        case _:
            return ShowLedger(Kind.DISPUTE)


class Navigation(QFrame):
    """The pages that are always at hand: home, statistics, the nine ledgers, and the settings."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self._group = QButtonGroup(self)
        self._buttons: dict[Root, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_label("基层治理四平台", "product"))
        layout.addWidget(_label("事件登记 · 流转 · 统计", "slogan"))
        layout.addWidget(self._button(ShowHome(), "首页", "home"))
        layout.addWidget(self._button(ShowStatistics(), "统计分析", "statistics"))
        layout.addWidget(_label("台账", "section"))
        for kind in Kind:
            layout.addWidget(self._button(ShowLedger(kind), kind.label, kind.value))
        layout.addStretch()
        layout.addWidget(self._button(ShowSettings(), "设置", "settings"))

    def mark(self, root: Root) -> None:
        """Shows which page is open."""
        self._buttons[root].setChecked(True)

    def button(self, root: Root) -> QToolButton:
        """The button of a page."""
        return self._buttons[root]

    def _button(self, root: Root, text: str, drawing: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(text)
        button.setIcon(icon(drawing, COLOURS.navy_text))
        button.setIconSize(_ICON)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
        button.clicked.connect(lambda: self.chosen.emit(root))
        self._group.addButton(button)
        self._buttons[root] = button
        return button


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    return label

"""The navigation on the left (导航)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.domain.kind import Kind
from ui.icons import icon
from ui.navigation_fold import NavigationFold
from ui.requests import (
    NewBatch,
    NewEntries,
    NewEntry,
    NewEvent,
    NewHazards,
    NewInspection,
    NewPetition,
    NewPetitions,
    RecheckMany,
    Request,
    Root,
    ShowCampaigns,
    ShowCharges,
    ShowDoubts,
    ShowDue,
    ShowExplanation,
    ShowFigure,
    ShowHome,
    ShowImport,
    ShowLedger,
    ShowMatrix,
    ShowMonthEnd,
    ShowPapers,
    ShowPatrolled,
    ShowPlace,
    ShowPlaces,
    ShowPlans,
    ShowProse,
    ShowReceptions,
    ShowRecord,
    ShowRoster,
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
        case ShowMonthEnd() | ShowProse() | ShowDoubts() | ShowExplanation():
            return ShowStatistics()
        case ShowRecord(kind=kind) | ShowImport(kind=kind) | ShowPapers(kind=kind):
            return ShowLedger(kind)
        case NewEvent() | NewBatch():
            return ShowLedger(Kind.EVENT)
        case NewEntry(kind=kind) | NewEntries(kind=kind):
            return ShowLedger(kind)
        case ShowPatrolled():
            return ShowLedger(Kind.PATROL)
        case ShowCampaigns():
            return ShowLedger(Kind.INSPECTION)
        case ShowRoster():
            return ShowLedger(Kind.DUTY)
        case ShowMatrix():
            return ShowLedger(Kind.RESPONSIBILITY)
        case ShowReceptions():
            return ShowLedger(Kind.RECEPTION)
        case NewPetition() | NewPetitions() | ShowCharges():
            return ShowLedger(Kind.PETITION)
        case NewHazards() | RecheckMany():
            return ShowLedger(Kind.HAZARD)
        case NewInspection() | ShowPlans() | ShowPlaces() | ShowPlace():
            return ShowLedger(Kind.INSPECTION)
        case _:
            return ShowLedger(Kind.DISPUTE)


_CASES = (
    Kind.EVENT,
    Kind.DISPUTE,
    Kind.PETITION,
    Kind.HAZARD,
    Kind.INSPECTION,
    Kind.NOTICE,
    Kind.ENFORCEMENT,
)
_REGISTERS = {
    "人员和接待": (Kind.PERSON, Kind.VISIT, Kind.RECEPTION),
    "防灾减灾": (Kind.GEOLOGY, Kind.RELOCATION, Kind.SHELTER, Kind.DRILL, Kind.ACCIDENT),
    "日常台账": (Kind.PATROL, Kind.RIVER, Kind.DUTY, Kind.RESPONSIBILITY, Kind.WORKLOG),
}
"""The registers, which are folded out a group at a time: all at once would be higher than a small screen."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Navigation(QFrame):
    """The pages that are always at hand: home, statistics, the ledgers, and the settings."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self._group = QButtonGroup(self)
        self._buttons: dict[Root, QToolButton] = {}
        self.folds: dict[str, NavigationFold] = {}
        self._scroll = QScrollArea(self)
        ledgers = QWidget(self._scroll)
        self._scroll.setWidget(ledgers)
        column = QVBoxLayout(ledgers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for kind in _CASES:
            column.addWidget(self._button(ShowLedger(kind), kind.label, kind.value))
        for name, kinds in _REGISTERS.items():
            column.addWidget(self._fold(name, kinds))
        column.addStretch()
        self._scroll.setAccessibleName("台账")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_label("基层治理四平台", "product"))
        layout.addWidget(_label("事件登记 · 流转 · 统计", "slogan"))
        layout.addWidget(self._button(ShowHome(), "首页", "home"))
        layout.addWidget(self._button(ShowStatistics(), "统计分析", "statistics"))
        layout.addWidget(_label("台账", "section"))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._button(ShowSettings(), "设置", "settings"))

    def _fold(self, name: str, kinds: Sequence[Kind]) -> NavigationFold:
        fold = NavigationFold(name, [self._button(ShowLedger(kind), kind.label, kind.value) for kind in kinds])
        fold.heading.installEventFilter(self)
        fold.unfolded.connect(lambda: self._fold_others(name))
        self.folds[name] = fold
        return fold

    def _fold_others(self, name: str) -> None:
        for other, fold in self.folds.items():
            if other != name:
                fold.fold(out=False)

    def mark(self, root: Root) -> None:
        """Shows which page is open."""
        name = next((name for name, kinds in _REGISTERS.items() if _kind_of(root) in kinds), None)
        if name is not None:
            self.folds[name].fold(out=True)
        self._buttons[root].setChecked(True)
        # What was just folded out has its place only once it is laid out.
        QTimer.singleShot(0, self, lambda: self._reveal(self._buttons[root]))

    def _reveal(self, button: QWidget) -> None:
        if self._scroll.isAncestorOf(button):
            self._scroll.ensureWidgetVisible(button)

    def button(self, root: Root) -> QToolButton:
        """The button of a page."""
        return self._buttons[root]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys go from one page to the next, into groups that are folded out and past the others."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, QAbstractButton):
                self._go(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, here: QAbstractButton, step: int) -> None:
        stops = [button for button in self.findChildren(QAbstractButton) if button.isVisible()]
        stops.sort(key=lambda button: button.mapTo(self, button.rect().topLeft()).y())
        there = stops[max(0, min(stops.index(here) + step, len(stops) - 1))]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._reveal(there)

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
        button.installEventFilter(self)
        self._group.addButton(button)
        self._buttons[root] = button
        return button


def _kind_of(root: Root) -> Kind | None:
    return root.kind if isinstance(root, ShowLedger) else None


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    return label

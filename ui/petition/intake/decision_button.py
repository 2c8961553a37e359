"""The button that registers a petition and decides it in the same act (登记并…): a menu with a letter each."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gridapp.domain.move import Move
from ui.petition.intake.deciding import DECISIONS
from ui.recording.recording_layout import PressButton

_LETTERS = {
    Move.ACCEPT: "S",
    Move.ANSWER: "D",
    Move.TRANSFER: "Z",
    Move.ASSIGN: "J",
    Move.REJECT: "B",
    Move.NO_LONGER_ACCEPT: "N",
    Move.GUIDE: "Y",
}


class DecisionButton(PressButton):
    """What cannot be decided of this petition stands in the menu with its reason."""

    decided = Signal(object)
    """A `Move` was chosen."""

    def __init__(self) -> None:
        super().__init__("登记并…")
        self.setToolTip("登记的同时受理、当场答复、转送、交办……（Alt+G）")
        self.menu_shown = QMenu(self)
        self.menu_shown.setAccessibleName("登记并…")
        self.menu_shown.setToolTipsVisible(True)

    def ask(self, why_not: Callable[[Move], str | None]) -> None:
        """Shows the menu above the button; `why_not` says why something cannot be decided."""
        self.menu_shown.clear()
        for move in DECISIONS:
            self.menu_shown.addAction(self._action(move, why_not(move)))
        first = next((action for action in self.menu_shown.actions() if action.isEnabled()), None)
        if first is not None:
            self.menu_shown.setActiveAction(first)
        height = self.menu_shown.sizeHint().height()
        self.menu_shown.popup(self.mapToGlobal(QPoint(0, -height)))

    def _action(self, move: Move, refusal: str | None) -> QAction:
        text = f"登记并{move.value}" if refusal is None else f"{move.value}（不能：{refusal}）"
        action = QAction(f"{text}(&{_LETTERS[move]})", self.menu_shown)
        action.setEnabled(refusal is None)
        action.setToolTip(refusal or "")
        action.triggered.connect(lambda: self.decided.emit(move))
        return action

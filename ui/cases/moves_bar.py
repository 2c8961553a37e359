"""The state of a case and what may be done with it (办理按钮): greyed by the table of moves, saying why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gridapp.domain.case import Case
from gridapp.domain.status import MOVES, Move
from ui.cases.columns import VOIDED
from ui.theme import COLOURS, status_colour

VOID, RESTORE = "作废", "恢复"
MERGED = "已并案"
ACTIONS = (Move.ACCEPT.value, Move.CLOSE.value, Move.REOPEN.value, VOID, RESTORE)
_UNSAVED = "表单有未保存的修改，请先保存再办理。"


def why_not(case: Case, action: str) -> str | None:
    """Why something cannot be done with a case, or nothing if it can."""
    if action == RESTORE:
        return None if case.excluded else "没有作废或并案，不需要恢复。"
    if case.excluded is not None:
        return f"{_excluded(case)}，请先恢复。"
    allowed = [move.value for move in MOVES[case.status]]
    if action == VOID or action in allowed:
        return None
    return f"现在是“{case.status.label}”，不能{action}；现在可以{'、'.join(allowed)}。"


def state_in_words(case: Case) -> str:
    """Where a case stands."""
    return _excluded(case) if case.excluded else case.status.label


def _excluded(case: Case) -> str:
    return MERGED if case.excluded and case.excluded.merged_into else VOIDED


class MovesBar(QWidget):
    """One button for each thing that can befall a case."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self._state = QLabel()
        self._state.setObjectName("state")
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._state)
        for action in ACTIONS:
            button = QPushButton(action)
            button.clicked.connect(lambda _, a=action: self.chosen.emit(a))
            self.buttons[action] = button
            layout.addWidget(button)
        layout.addStretch()

    @property
    def state(self) -> str:
        """The state that is shown."""
        return self._state.text()

    def show_case(self, case: Case, *, unsaved: bool) -> None:
        """Shows a case's state; nothing can be done while its form has unsaved changes."""
        colour = COLOURS.muted if case.excluded else status_colour(case.status)
        self._state.setText(state_in_words(case))
        self._state.setStyleSheet(f"color: {colour};")
        for action, button in self.buttons.items():
            reason = _UNSAVED if unsaved else why_not(case, action)
            button.setEnabled(reason is None)
            button.setToolTip(reason or f"{action}这一件")
            button.setAccessibleDescription(reason or "")

"""What may be done with a case now (办理按钮): the usual next moves or the groups of its kind, the rest behind 更多."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from ui.cases.button_rows import ButtonRows
from ui.handling.action import Action, groups_of, next_actions, why_not_now
from ui.handling.more_dialog import MoreDialog

_UNSAVED = "表单有未保存的修改，请先保存再办理。"
_COLUMNS = 2
_KEYS = 10
"""Alt+1 to Alt+9, and Alt+0 for the tenth."""


class MovesBar(QWidget):
    """A button for each move that is offered, with Alt and its place as its key; Alt+M lists everything else."""

    chosen = Signal(object)
    """An action is to be done."""

    def __init__(self) -> None:
        super().__init__()
        self._case: Case | None = None
        self.buttons: dict[Action, QPushButton] = {}
        self.more = QPushButton("更多…(&M)")
        self.more.setAccessibleName("更多办理")
        self.more.setToolTip("全部办理动作，以及现在不能办的原因（Alt+M）")
        self.more.clicked.connect(self.open_more)
        self._groups: Sequence[tuple[str, Sequence[Action]]] = ()
        self._rows = ButtonRows()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._rows)
        column.addLayout(self._grid)
        self._columns = 0
        self.set_columns(_COLUMNS)

    def set_columns(self, columns: int) -> None:
        """How many buttons stand side by side."""
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        self._place()

    def show_case(self, case: Case, now: datetime, deadlines: Deadlines, *, unsaved: bool) -> None:
        """Shows what can be done with a case; nothing can while its form has unsaved changes."""
        had_focus = self.window().focusWidget() in (*self.buttons.values(), self.more)
        self._case, self._now, self._deadlines = case, now, deadlines
        self._clear()
        likely = next_actions(case, now)
        self._groups = groups_of(case, now, deadlines)
        actions = tuple(action for _, group in self._groups for action in group) or likely
        for place, action in enumerate(actions, 1):
            self.buttons[action] = self._button(action, place, unsaved=unsaved)
        first = next((action for action in likely if action in self.buttons and self.buttons[action].isEnabled()), None)
        if first is not None:
            self.buttons[first].setObjectName("primary")
        self._place()
        self.more.setEnabled(not unsaved)
        self.more.setAccessibleDescription(_UNSAVED if unsaved else "")
        self._order_tabs()
        if had_focus:
            self.focus_first()

    def _button(self, action: Action, place: int, *, unsaved: bool) -> QPushButton:
        key = str(place % 10) if place <= _KEYS else ""
        button = QPushButton(f"{action.value}(&{key})" if key else action.value)
        button.setAccessibleName(action.value)
        reason = _UNSAVED
        if not unsaved and self._case is not None:
            reason = why_not_now(self._case, action, self._now, self._deadlines) or ""
        button.setEnabled(not reason)
        button.setToolTip(reason or (f"{action.value}（Alt+{key}）" if key else action.value))
        button.setAccessibleDescription(reason)
        button.clicked.connect(lambda _, a=action: self.chosen.emit(a))
        return button

    def focus_first(self) -> None:
        """Goes to the first thing that can be done."""
        enabled = [button for button in self.buttons.values() if button.isEnabled()]
        likely = [button for button in enabled if button.objectName() == "primary"]
        next(iter((*likely, *enabled, self.more))).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_more(self) -> None:
        """Lists everything that can ever be done, and why not now."""
        if self._case is None or not self.more.isEnabled():
            return
        dialog = MoreDialog(self.window(), self._case, self._now, self._deadlines)
        dialog.chosen.connect(self.chosen)
        dialog.open()

    def _place(self) -> None:
        self._rows.show_groups([(name, [self.buttons[a] for a in group]) for name, group in self._groups], self.more)
        for place, widget in enumerate(() if self._groups else (*self.buttons.values(), self.more)):
            row, column = divmod(place, self._columns)
            # Alone it would be as wide as the moves that are not there.
            self._grid.addWidget(
                widget, row, column, Qt.AlignmentFlag(0) if self.buttons else Qt.AlignmentFlag.AlignLeft
            )
            # The layout would show it only later, and what is not shown cannot be focused.
            widget.show()

    def _clear(self) -> None:
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons.clear()

    def _order_tabs(self) -> None:
        widgets = (*self.buttons.values(), self.more)
        for one, following in pairwise(widgets):
            self.setTabOrder(one, following)

"""The dialog in which a move, a voiding or the like is given its particulars (办理对话框), laid out from data."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.domain.problem import Problem
from ui.cases.field_box import FieldBox
from ui.dialogs import ask_before_dropping
from ui.handling.entries import entry_for
from ui.handling.entry import Entry, Makings
from ui.handling.field_grid import field_grid
from ui.handling.move_field import Form, MoveField
from ui.handling.terms_box import TermsBox
from ui.handling.units_box import UnitsBox
from ui.recording.entering import Entering
from ui.recording.phrase_key import PhraseKey

_ROOM = 0.92
"""The share of the screen's height that the dialog takes at most; beyond it scrolls."""


def _heading(field: MoveField) -> str:
    """What stands above a field; a check box says it itself, on the line of the entry beside it."""
    return " " if field.form is Form.CHECK else field.label


def _is_starred(field: MoveField) -> bool:
    """Whether what stands above a field says that it is to be filled in."""
    return field.required and field.form is not Form.CHECK


class MoveDialog(QDialog):
    """Asks for the fields of a move; it stays open until whoever opened it is satisfied."""

    answered = Signal(object)
    """What was entered, by the names of the fields."""
    filled = Signal()
    """The fields show what they start with."""

    def __init__(self, parent: QWidget, action: str, about: str, fields: Sequence[MoveField], makings: Makings) -> None:
        super().__init__(parent)
        self.setWindowTitle(action)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields = fields
        self._touched = self._may_go = False
        self.entries: dict[str, Entry] = {field.name: entry_for(field, makings) for field in fields}
        self.boxes: dict[str, FieldBox] = {
            field.name: FieldBox(_heading(field), self.entries[field.name].widget, required=_is_starred(field))
            for field in fields
        }
        for field in fields:
            widget = self.entries[field.name].widget
            if field.topic and isinstance(widget, QPlainTextEdit):
                self.boxes[field.name].add_tool(PhraseKey(makings.desk, widget, field.topic).button)
        self._notice = QLabel()
        self._notice.setObjectName("notice_line")
        self._notice.setWordWrap(True)
        self._notice.hide()
        self.confirm = QPushButton(f"确认{action}")
        self.confirm.setObjectName("primary")
        self.confirm.setToolTip(f"确认{action}（Ctrl+Enter）")
        self.confirm.clicked.connect(self.answer)
        self.cancel = QPushButton("取消")
        self.cancel.setToolTip("取消（Esc）")
        self.cancel.clicked.connect(self.reject)
        for button in (self.confirm, self.cancel):
            button.setAutoDefault(False)
        self._lay_out(about)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.answer)
        entering = Entering(self)
        for button in (self.confirm, self.cancel):
            entering.watch(button)
        for entry in self.entries.values():
            entry.changed.connect(self._touch)
            if isinstance(entry.widget, TermsBox):
                entry.widget.grown.connect(lambda: QTimer.singleShot(0, self, self._follow))
            if not isinstance(entry.widget, UnitsBox):
                entering.watch(entry.widget)

    def _lay_out(self, about: str) -> None:
        inside = field_grid(self._fields, self.boxes)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QLabel(about)
        head.setWordWrap(True)
        head.setObjectName("about")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 0, 20, 0)
        hint = QLabel("Ctrl+Enter 确认，Esc 取消" + ("，F4 常用语" if any(f.topic for f in self._fields) else ""))
        hint.setObjectName("hint")
        buttons.addWidget(hint)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(8)
        for widget in (head, self._notice):
            widget.setContentsMargins(20, 0, 20, 0)
            layout.addWidget(widget)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)

    @property
    def notice(self) -> str:
        """What is said above the fields, or nothing."""
        return self._notice.text()

    def fill(self, values: Mapping[str, Any]) -> None:
        """Shows what the fields start with, and goes to the first that is to be filled."""
        for name, value in values.items():
            if name in self.entries and value is not None:
                self.entries[name].show(value)
        self.filled.emit()
        self._touched = False
        self._fit()
        # Entries that have grown by what they show know their height only when they are laid out.
        QTimer.singleShot(0, self, self._fit)
        wanted = [field for field in self._fields if field.required and field.form is not Form.MOMENT]
        first = next((field for field in wanted if self._is_empty(field)), next(iter(wanted), None))
        (self.entries[first.name].widget if first else self.confirm).setFocus(Qt.FocusReason.OtherFocusReason)

    def answer(self) -> None:
        """Gives what was entered to whoever opened the dialog, or shows what cannot be read."""
        if not self.confirm.isEnabled():
            return
        values, problems = {}, []
        for name, entry in self.entries.items():
            try:
                values[name] = entry.read()
            except ValueError as error:
                problems.append(Problem(name, "unreadable", str(error)))
        self.show_problems(problems)
        if not problems:
            self.confirm.setEnabled(False)
            self.answered.emit(values)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field, those of no field above them all, and goes to the first."""
        self.confirm.setEnabled(True)
        messages = {problem.field: problem.message for problem in reversed(problems)}
        for name, box in self.boxes.items():
            box.show_problem(messages.get(name, ""))
        self._say("".join(problem.message for problem in problems if problem.field not in self.boxes))
        first = next((name for name in self.boxes if name in messages), None)
        if first is not None:
            self.entries[first].widget.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._fit)

    def hint(self, name: str, sentence: str) -> None:
        """Says something that helps to fill a field in."""
        box = self.boxes[name]
        if box.hint != sentence:
            box.show_hint(sentence)
            QTimer.singleShot(0, self, self._fit)

    def refuse(self, sentence: str, *, may_try: bool) -> None:
        """Says why it was not done; what was entered stays, and may be confirmed again if that can help."""
        self._say(sentence)
        self.confirm.setEnabled(may_try)

    def finish(self) -> None:
        """Closes: what was entered is saved."""
        self._may_go = True
        self.accept()

    def _say(self, sentence: str) -> None:
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))

    def _is_empty(self, field: MoveField) -> bool:
        try:
            return not self.entries[field.name].read()
        except ValueError:
            return False

    def _touch(self) -> None:
        self._touched = True

    def _follow(self) -> None:
        """Grows with what was added, and shows it where the screen is too low."""
        self._fit()
        added = self.focusWidget()
        if added is not None:
            self._scroll.ensureWidgetVisible(added)

    def _fit(self) -> None:
        inside = self._scroll.widget()
        screen = self.screen().availableGeometry()
        width = min(
            max(self.fontMetrics().horizontalAdvance("字") * 46, inside.minimumSizeHint().width() + 16), screen.width()
        )
        inside.resize(width, inside.sizeHint().height())
        self._scroll.setMinimumHeight(0)
        layout = inside.layout()
        height = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        needed = max(height, inside.sizeHint().height()) + self.sizeHint().height() - self._scroll.sizeHint().height()
        self.resize(max(width, self.width() if self.isVisible() else 0), min(needed + 6, int(screen.height() * _ROOM)))

    @override
    def reject(self) -> None:
        if self._may_go or not self._touched:
            super().reject()
            return
        ask_before_dropping(self, self._drop)

    def _drop(self) -> None:
        self._may_go = True
        self.reject()

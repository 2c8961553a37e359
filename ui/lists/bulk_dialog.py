"""The bulk change (批量修改): choose what is done, look at the preview, then do it in one go."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.cases.bulk import Change, Line, Rules, apply, preview
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Overtaken, Refusal
from ui.cases.field_box import FieldBox
from ui.desk import Desk
from ui.jobs import Questions
from ui.lists.bulk_choices import actions_of
from ui.lists.bulk_form import BulkForm
from ui.lists.bulk_preview_model import STRETCHED, WIDTHS, BulkPreviewModel
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox
from ui.widgets.row_table import RowTable

_SHARE = 0.9
"""Of the window, the part that the dialog takes."""
_PAUSE = 250
"""Milliseconds without typing after which the preview follows."""


class BulkDialog(QDialog):
    """What is previewed is what is done: any later entry makes a new preview first."""

    applied = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, kind: Kind, ids: Sequence[UUID]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"批量修改 {len(ids):,} 件{kind.label}")
        self._desk, self._ids = desk, ids
        self._rules = Rules(desk.areas, desk.deadlines, desk.actor, desk.clock)
        self._actions = {action.label: action for action in actions_of(kind)}
        self._previewed: Change | None = None
        self._questions = Questions(desk.jobs, self)
        self.action = PickBox("动作")
        self.action.offer(Choice(label, label, name=label.partition("：")[2]) for label in self._actions)
        self.action.setPlaceholderText("选择动作，如 受理、交办、承办单位")
        self.form = BulkForm(desk)
        self.model = BulkPreviewModel(kind, desk.areas)
        self.model.setParent(self)
        self.table = RowTable(self.model, "批量修改预览")
        self.table.give_widths(WIDTHS, STRETCHED)
        self.summary = QLabel("选择动作后，这里逐件列出将要修改的内容。")
        self.summary.setObjectName("card_title")
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.ok = QPushButton("执行")
        self.ok.setObjectName("primary")
        self.ok.setEnabled(False)
        self.ok.setAutoDefault(False)
        self.ok.setToolTip("按预览修改（Ctrl+Enter）")
        self.cancel = QPushButton("取消")
        self.cancel.setAutoDefault(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self.resize(parent.size() * _SHARE)
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        action = FieldBox("动作", self.action)
        action.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        left.addWidget(action)
        left.addWidget(self.form)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.summary)
        right.addWidget(self.table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addLayout(left, 2)
        middle.addLayout(right, 5)
        buttons = QDialogButtonBox()
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.addLayout(middle, 1)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        self.action.chosen.connect(self._action_chosen)
        self.form.changed.connect(self._entry_changed)
        self._pause.timeout.connect(self.look)
        self.ok.clicked.connect(self.carry_out)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.carry_out)
        self.action.setFocus()

    def choose(self, label: str) -> None:
        """Chooses what is done."""
        self.action.choose(label)
        self._action_chosen()

    def _action_chosen(self) -> None:
        action = self._actions.get(self.action.text())
        if action is not None:
            self.problem.clear()
            self.form.ask_for(action)
            self.look()

    def _entry_changed(self) -> None:
        self.problem.clear()
        self._forget_preview()
        self._pause.start()

    def _forget_preview(self) -> None:
        self._previewed = None
        self.ok.setEnabled(False)

    def look(self) -> None:
        """Asks what the change would do."""
        self._pause.stop()
        self._forget_preview()
        change, store, ids, rules = self.form.change(), self._desk.office.cases, self._ids, self._rules
        if change is not None:
            self._questions.ask(
                "preview",
                lambda: preview(store, ids, change, rules),
                lambda lines: self._show(change, lines),
                self._say,
            )

    def _show(self, change: Change, lines: Sequence[Line]) -> None:
        self.model.show(lines)
        changed = sum(line.changed for line in lines)
        refused = sum(line.refusal is not None for line in lines)
        self.summary.setText(f"将修改 {changed} 件，不变 {len(lines) - changed - refused} 件，不能修改 {refused} 件")
        self._previewed = change
        self.ok.setText(f"执行（{changed} 件）")
        self.ok.setEnabled(changed > 0)

    def carry_out(self) -> None:
        """Does what was previewed."""
        change, store, lines, rules = self._previewed, self._desk.office.cases, self.model.rows, self._rules
        if change is None or not self.ok.isEnabled():
            return
        self._let_work(enabled=False)
        self._questions.ask("apply", lambda: apply(store, lines, change, rules), self._done, self._not_done)

    def _done(self, count: int) -> None:
        left = len(self.model.rows) - count
        self.applied.emit(f"已批量修改 {count} 件" + (f"，{left} 件没有修改。" if left else "。"))
        self.accept()

    def _let_work(self, *, enabled: bool) -> None:
        for part in (self.action, self.form, self.ok, self.cancel):
            part.setEnabled(enabled)

    def _not_done(self, refusal: Refusal) -> None:
        self._let_work(enabled=True)
        if isinstance(refusal, Overtaken):
            self.look()
        self._say(refusal)

    @override
    def reject(self) -> None:
        # What is being written cannot be taken back by closing.
        if self.cancel.isEnabled():
            super().reject()

    def _say(self, refusal: Refusal) -> None:
        self.problem.setText(str(refusal))

"""Closing an event while it is recorded (自办办结): what was done on the spot, and what proves it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gridapp.cases.order import Order
from gridapp.domain.move import Move
from gridapp.domain.problem import Problem
from ui.cases.field_box import FieldBox
from ui.desk import Desk
from ui.recording.entering import Entering
from ui.recording.phrase_key import PhraseKey

_LINES = 2
_FILES = "见附件"


class SelfCloseBox(QWidget):
    """A check box that opens two fields."""

    changed = Signal()
    opened = Signal(bool)
    composing = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.check = QCheckBox("自办办结（当场处理完毕）")
        self.check.setToolTip("Alt+Z：不经受理直接办结，须写明处置结果和佐证")
        # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
        QShortcut(QKeySequence("Alt+Z"), self, self.check.toggle)
        self.result = QPlainTextEdit()
        self.result.setTabChangesFocus(True)
        self.result.setFixedHeight(self.result.fontMetrics().lineSpacing() * _LINES + 14)
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText("依据，如回访记录、见证人；已添加附件的可不填")
        self.boxes: Mapping[str, FieldBox] = {
            "result": FieldBox("处置结果", self.result, required=True),
            "evidence": FieldBox("佐证", self.evidence, required=True),
        }
        self.boxes["result"].add_tool(PhraseKey(desk, self.result, "result").button)
        entering = Entering(self)
        entering.composing.connect(self.composing)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for box in self.boxes.values():
            fields.addWidget(box, 1)
            box.hide()
        for entry in (self.check, self.result, self.evidence):
            entry.setAcceptDrops(False)
            entering.watch(entry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.check)
        layout.addLayout(fields)
        self.check.toggled.connect(self._open)
        for signal in (self.result.textChanged, self.evidence.textChanged):
            signal.connect(self.changed)

    @property
    def texts(self) -> Mapping[str, str] | None:
        """What is written; nothing while it is not asked for."""
        if not self.check.isChecked():
            return None
        return {"result": self.result.toPlainText(), "evidence": self.evidence.text()}

    def show_texts(self, texts: Mapping[str, str] | None) -> None:
        """Shows what was written, or that nothing is asked for."""
        self.check.setChecked(texts is not None)
        self.result.setPlainText((texts or {}).get("result", ""))
        self.evidence.setText((texts or {}).get("evidence", ""))
        self.update_problems(())

    def order(self, has_files: bool) -> Order | None:
        """The move that closes the event; nothing while it is not asked for. Files of the event prove it too."""
        texts = self.texts
        if texts is None:
            return None
        evidence = texts["evidence"].strip() or (_FILES if has_files else "")
        return Order(move=Move.SELF_CLOSE, result=texts["result"], evidence=evidence)

    def update_problems(self, problems: Sequence[Problem]) -> None:
        """Shows each problem under its field."""
        messages = {problem.field: problem.message for problem in reversed(problems)}
        for field, box in self.boxes.items():
            box.show_problem(messages.get(field, ""))

    def go_to_first_problem(self) -> None:
        """Goes to the first field with a problem, if there is one."""
        first = next((box for box in self.boxes.values() if box.problem), None)
        if first is not None:
            first.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, opened: bool) -> None:
        for box in self.boxes.values():
            box.setVisible(opened)
        if opened:
            self.result.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(opened)
        self.changed.emit()

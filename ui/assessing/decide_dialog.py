"""Deciding an appeal (处理申诉): 维持, 撤销 or 减轻, with an opinion."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.assessing.appeals import decide
from gridapp.domain.assessment_mark import Mark, Verdict
from ui.assessing.form_dialog import FormDialog
from ui.assessing.points_text import read_points
from ui.desk import Desk
from ui.recording.small_form import SmallForm
from ui.widgets.combo import Combo

_NAMES = {"verdict": "裁定", "points": "减轻几分", "opinion": "裁定意见"}
_ROWS = ((("verdict", 6), ("points", 6)), (("opinion", 12),))
_MEANS = {
    Verdict.UPHELD: "维持：扣分不变",
    Verdict.LIFTED: "撤销：扣分全部退回",
    Verdict.REDUCED: "减轻：退回一部分扣分",
}
_LINES = 4


class DecideDialog(FormDialog):
    """How much is given back is asked only where the deduction is reduced."""

    def __init__(self, parent: QWidget, desk: Desk, mark: Mark, about: str) -> None:
        self._mark = mark
        self.verdict = Combo(_NAMES["verdict"])
        self.verdict.offer([(verdict.value, words) for verdict, words in _MEANS.items()])
        self.points = QLineEdit()
        self.opinion = QPlainTextEdit()
        self.opinion.setTabChangesFocus(True)
        entries = {"verdict": self.verdict, "points": self.points, "opinion": self.opinion}
        form = SmallForm(entries, _NAMES, _ROWS, tuple(_NAMES))
        super().__init__(parent, desk, "裁定", about, f"申诉理由：{mark.reason}", form)
        self.opinion.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.verdict.chosen.connect(self._show_points)
        self._show_points()
        self.verdict.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _chosen(self) -> Verdict:
        return Verdict(self.verdict.key or Verdict.UPHELD)

    def _show_points(self) -> None:
        self.form.show_fields({"points": self._chosen is Verdict.REDUCED})

    @override
    def problems(self) -> dict[str, str]:
        told = dict(super().problems())
        if self._chosen is Verdict.REDUCED and read_points(self.points.text()) is None:
            told["points"] = "请填写一个数，如 2 或 0.5。"
        if not self.opinion.toPlainText().strip():
            told["opinion"] = "请填写裁定意见。"
        return told

    @override
    def work(self) -> Callable[[], object]:
        desk, entry, verdict = self.desk, self._mark.entry, self._chosen
        opinion = self.opinion.toPlainText()
        points = read_points(self.points.text()) if verdict is Verdict.REDUCED else None
        return lambda: decide(desk.office, entry, verdict, opinion, desk.actor, desk.clock, points)

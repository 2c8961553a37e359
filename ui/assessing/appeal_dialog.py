"""An appeal against a deduction (申诉): which one, and what the worker's side says."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.assessing.appeals import appeal, appeal_against_record
from gridapp.domain.period import Month
from ui.assessing.appealable import Appealable, appealables
from ui.assessing.form_dialog import FormDialog
from ui.desk import Desk
from ui.recording.small_form import SmallForm
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox

_NAMES = {"what": "申诉哪一条扣分", "reason": "申诉理由"}
_ROWS = ((("what", 12),), (("reason", 12),))
_LINES = 4
_TOLD = "每条扣分只能申诉一次；裁定以前分数不变。"


class AppealDialog(FormDialog):
    """Offers every deduction of the month that was not appealed against; an entry that is looked at is proposed."""

    def __init__(
        self, parent: QWidget, desk: Desk, town: str, month: Month, proposed: UUID | str | None = None
    ) -> None:
        self._town, self._month = town, month
        self._proposed = proposed
        self._found: dict[str, Appealable] = {}
        self.what = PickBox(_NAMES["what"])
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        form = SmallForm({"what": self.what, "reason": self.reason}, _NAMES, _ROWS, tuple(_NAMES))
        about = f"{desk.areas.name(town)} {month.period.label}考核"
        super().__init__(parent, desk, "申诉", about, _TOLD, form)
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.what.setPlaceholderText("姓名、项目、编号或拼音")
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.questions.ask("what", lambda: appealables(desk, town, month), self._offer, self._refuse)

    def _offer(self, found: Sequence[Appealable]) -> None:
        self._found = {one.key: one for one in found}
        self.what.offer(Choice(key, one.said, name=one.worker) for key, one in self._found.items())
        meant = [one for one in found if self._proposed in (one.entry, one.worker)]
        if len(meant) == 1:
            self.what.choose(meant[0].key)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        if not found:
            self.told.setText("本月没有可以申诉的扣分。")
            self.confirm.setEnabled(False)

    @override
    def problems(self) -> dict[str, str]:
        told = dict(super().problems())
        if self.what.key is None:
            told.setdefault("what", "请选择申诉哪一条扣分。")
        if not self.reason.toPlainText().strip():
            told["reason"] = "请填写申诉理由。"
        return told

    @override
    def work(self) -> Callable[[], object]:
        desk, town, month = self.desk, self._town, self._month
        one, reason = self._found[self.what.key or ""], self.reason.toPlainText()
        entry, case_id = one.entry, one.case_id
        if entry is not None:
            return lambda: appeal(desk.office, entry, reason, desk.actor, desk.clock)
        assert case_id is not None
        return lambda: appeal_against_record(
            desk.office, town, month, one.worker, one.item.code, case_id, reason, desk.actor, desk.clock
        )

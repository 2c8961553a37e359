"""Entering a deduction or a bonus (登记扣分、加分): who, for what, why, on which case."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from gridapp.assessing.marks import enter
from gridapp.domain.assessment import Formula, Item, RuleSet
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseRow
from ui.assessing.form_dialog import FormDialog
from ui.assessing.found_case import case_numbered
from ui.desk import Desk
from ui.recording.small_form import SmallForm
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox

_NAMES = {"worker": "姓名", "item": "扣分、加分项目", "case_id": "案件编号（没有的不填）", "reason": "原因"}
_ROWS = ((("worker", 6), ("item", 6)), (("case_id", 12),), (("reason", 12),))
_LINES = 4


class EnterDialog(FormDialog):
    """The points are those of the rules of the month; the case is looked up as soon as its number is written."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        town: str,
        month: Month,
        rules: RuleSet,
        workers: Sequence[tuple[str, str]],
        proposed: str | None = None,
    ) -> None:
        self._town, self._month, self._rules = town, month, rules
        self.worker, self.item = PickBox(_NAMES["worker"]), PickBox(_NAMES["item"])
        self.worker.offer(Choice(name, name) for name, _ in workers)
        self._roles = dict(workers)
        self.item.offer(Choice(item.code, _said(item)) for item in rules.items if item.by_hand)
        self.number = QLineEdit()
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        entries = {"worker": self.worker, "item": self.item, "case_id": self.number, "reason": self.reason}
        form = SmallForm(entries, _NAMES, _ROWS, ("worker", "item", "reason"))
        period = month.period.label
        super().__init__(
            parent,
            desk,
            "登记扣分加分",
            f"{desk.areas.name(town)} {period}考核",
            f"分数按“{rules.name}”；登记后不能修改，只能写明原因撤回。",
            form,
        )
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.worker.chosen.connect(self._say_role)
        self.number.editingFinished.connect(self._look_up)
        if proposed in self._roles:
            self.worker.choose(proposed)
            self._say_role()
        first = self.item if self.worker.key else self.worker
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_role(self) -> None:
        self.form.boxes["worker"].show_hint(self._roles.get(self.worker.key or "", ""))

    def _look_up(self) -> None:
        office, number = self.desk.office, self.number.text()
        self.questions.ask("case", lambda: case_numbered(office, number), self._show_case, self._no_case)

    def _show_case(self, row: CaseRow | None) -> None:
        box = self.form.boxes["case_id"]
        box.show_problem("")
        box.show_hint(f"{row.kind.label}　{row.title}（{row.status.label}）" if row else "")

    def _no_case(self, refusal: Refusal) -> None:
        box = self.form.boxes["case_id"]
        box.show_hint("")
        box.show_problem(str(refusal))

    @override
    def work(self) -> Callable[[], object]:
        desk, town, month = self.desk, self._town, self._month
        worker, item = self.worker.key or "", self.item.key or ""
        number, reason = self.number.text(), self.reason.toPlainText()

        def entered() -> object:
            case = case_numbered(desk.office, number)
            return enter(
                desk.office, town, month, worker, item, reason, desk.actor, desk.clock, case.id if case else None
            )

        return entered

    @override
    def problems(self) -> dict[str, str]:
        told = dict(super().problems())
        if self.worker.key is None:
            told.setdefault("worker", "请选择考核对象。")
        if self.item.key is None:
            told.setdefault("item", "请选择一个扣分或加分项目。")
        if not self.reason.toPlainText().strip():
            told["reason"] = "请填写原因。"
        return told


def _said(item: Item) -> str:
    word = "扣" if item.formula is Formula.DEDUCTION else "加"
    return f"{item.name}（{word} {item.each.normalize():f} 分）"

"""Visits that are filed and not held yet (检查计划): filed for one or several companies, then held from here."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.inspection.plan import PlanDraft, check, file_plans
from gridapp.domain.inspection import Inspection
from gridapp.domain.moment import day_of, spoken
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from ui.desk import Desk
from ui.dialogs import ask_before_leaving
from ui.page import Page
from ui.recording.recording_layout import PressButton
from ui.requests import NewInspection, ShowRecord
from ui.safety.intake.plan_form import PlanForm
from ui.safety.register import Register, filed_plans, read_register
from ui.theme import COLOURS
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import RowTable
from ui.widgets.scroll_down import ScrollDown

_HEADINGS = ("计划检查时间", "场所", "场所类型", "检查人", "报备事由", "报备文号", "编号")
_WIDTHS = (22, 16, 12, 15, 12, 22, 26)
_WHEN = 0
_LEAST_ROWS = 7
"""Rows that the list shows at least, its heading among them."""


class _Plans(RowModel[Inspection]):
    """The visits, the next one first; those whose day is over are marked by word and colour."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_HEADINGS)
        self._desk = desk

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        plan = self.rows[index.row()]
        when = plan.planned_at or plan.reported_at
        over = day_of(when) < self._desk.today
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _WHEN and over:
            return QColor(COLOURS.bad)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return (
            f"{spoken(when)}{' 已过' if over else ''}",
            plan.place_name or "",
            plan.place_type or "",
            "、".join(plan.inspectors),
            plan.filing_reason or "",
            plan.filing_number or "",
            plan.number,
        )[index.column()]


class PlansPage(Page):
    """The form above, the list below; Enter on a line opens the inspection screen for it."""

    def __init__(self, desk: Desk, places: tuple[UUID, ...]) -> None:
        super().__init__(desk, "检查计划（到企业执法报备）")
        self._register = Register()
        self._after_saving: Callable[[], None] | None = None
        self.town = Combo("乡镇")
        self.town.offer([(town.code, town.name) for town in desk.areas.towns])
        self.town.setVisible(len(desk.areas.towns) > 1)
        self.form = PlanForm(desk)
        self._blank = PlanDraft(town=self.town.key or "")
        self.form.show_draft(self._blank)
        self.form.places.show_places(places)
        self.file_button = PressButton("报备")
        self.file_button.setObjectName("primary")
        self.file_button.setToolTip("把选中的企业一起报备（Ctrl+Enter）")
        self.model = _Plans(desk)
        self.table = RowTable(self.model, "待检查的计划")
        self.table.give_widths(_WIDTHS, 4)
        self._count = QLabel()
        self._count.setObjectName("count")
        self._lay_out()
        self.town.chosen.connect(self._ask_register)
        self.file_button.clicked.connect(self.save)
        self.table.row_opened.connect(lambda row: self.asked.emit(NewInspection(plan=self.model.rows[row].id)))
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        QShortcut(QKeySequence("Alt+G"), self, self._enter_table)
        QShortcut(QKeySequence("Alt+E"), self, self._show_plan)

    def _lay_out(self) -> None:
        card = Card("新报备")
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.town)
        row.addStretch()
        row.addWidget(self.file_button)
        card.body.addLayout(row)
        hint = QLabel("回车登记检查，Alt+E 查看或修改报备；Alt+G 到这里")
        hint.setObjectName("hint")
        waiting = Card("待检查的计划")
        told = QHBoxLayout()
        told.addWidget(self._count)
        told.addWidget(hint)
        told.addStretch()
        waiting.body.addLayout(told)
        waiting.body.addWidget(self.table, 1)
        self.table.setMinimumHeight(_LEAST_ROWS * self.table.verticalHeader().defaultSectionSize())
        inside = QWidget()
        inside.setObjectName("canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addWidget(card)
        column.addWidget(waiting, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollDown(inside))

    @override
    def reload(self) -> None:
        desk = self.desk
        self.questions.ask("plans", lambda: filed_plans(desk, None), self._show_plans, self.refuse)
        self._ask_register()

    def save(self) -> None:
        """Files the visits, or shows everything that is wrong."""
        desk, town = self.desk, self.town.key or ""
        drafts = self.form.drafts(town)
        found = [problem for draft in drafts for problem in check(draft, desk.areas, self._register, desk.now)]
        problems = [*self.form.unreadable(), *found]
        self._show_problems(problems)
        self._after_saving = None if problems else self._after_saving
        if problems or not self.file_button.isEnabled():
            return
        office = desk.office
        self.file_button.setEnabled(False)
        self.questions.ask(
            "file",
            lambda: file_plans(office.cases, desk.areas, office.places, drafts, desk.actor, desk.clock),
            self._filed,
            self._not_filed,
        )

    @override
    def leave(self, then: Callable[[], None]) -> None:
        blank = self.form.drafts(self._blank.town) == [self._blank]
        if blank:
            then()
        else:

            def save_first() -> None:
                self._after_saving = then
                self.save()

            ask_before_leaving(self, save_first, then)

    def _filed(self, plans: Sequence[Inspection]) -> None:
        self.file_button.setEnabled(True)
        self.form.show_draft(self._blank)
        self.cases_changed.emit()
        self.told.emit(f"已报备 {len(plans)} 家：{'、'.join(plan.number for plan in plans)}。")
        self.reload()
        self.form.places.setFocus()
        then, self._after_saving = self._after_saving, None
        if then is not None:
            then()

    def _not_filed(self, refusal: Refusal) -> None:
        self.file_button.setEnabled(True)
        self._after_saving = None
        if isinstance(refusal, Unacceptable):
            self._show_problems(refusal.problems)
        self.refuse(refusal)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self.form.show_problems({problem.field: problem.message for problem in reversed(problems)})
        self.form.go_to_first_problem()

    def _ask_register(self) -> None:
        desk, town = self.desk, self.town.key or ""
        self._blank = PlanDraft(town=town)
        self.questions.ask("register", lambda: read_register(desk, town), self._take_register, self.refuse)

    def _take_register(self, register: Register) -> None:
        self._register = register
        self.form.places.take_register(register)

    def _show_plans(self, plans: Sequence[Inspection]) -> None:
        self.model.show(plans)
        self._count.setText(f"共 {len(plans)} 家")

    def _enter_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _show_plan(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            plan = self.model.rows[row]
            self.asked.emit(ShowRecord(plan.kind, plan.id))

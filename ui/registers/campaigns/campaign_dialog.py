"""Setting up a drive or changing it (专项行动登记): what it is about, from when until when, and its targets."""

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gridapp.cases.register.campaigns import add, amend, check
from gridapp.domain.campaign import Campaign
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Problem, Refusal, Unacceptable
from ui.cases.moment_edit import MomentEdit
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.small_form import SmallForm
from ui.registers.campaigns.targets_box import TargetsBox

_NAMES = {
    "name": "专项行动名称",
    "trigger": "起因",
    "first_day": "开始日期",
    "last_day": "结束日期",
    "area": "范围",
    "place_types": "场所类型（多种用顿号隔开）",
    "unit": "牵头单位",
    "note": "备注",
}
_ROWS = (
    (("name", 6), ("trigger", 6)),
    (("first_day", 3), ("last_day", 3), ("unit", 6)),
    (("area", 6), ("place_types", 6)),
    (("note", 12),),
)
_SEPARATORS = re.compile(r"[、，,;；\s]+")


class CampaignDialog(QDialog):
    """Ctrl+Enter saves it, Esc leaves it as it was; a drive on file keeps its name."""

    kept = Signal(str)
    """It is saved; one sentence."""

    def __init__(self, parent: QWidget, desk: Desk, town: str, campaign: Campaign | None) -> None:
        super().__init__(parent)
        self._desk, self._town, self._campaign = desk, town, campaign
        self._questions = Questions(desk.jobs, self)
        self.setWindowTitle(f"修改专项行动 {campaign.name}" if campaign else "新建专项行动")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        days = {"first_day", "last_day"}
        entries = {name: MomentEdit(_NAMES[name], desk.today) if name in days else QLineEdit() for name in _NAMES}
        for name, entry in entries.items():
            entry.setAccessibleName(_NAMES[name])
            if name in days:
                entry.setPlaceholderText("如 0611")
        self.form = SmallForm(entries, _NAMES, _ROWS, required=("name",))
        self.targets = TargetsBox()
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        heading = QLabel("目标任务")
        heading.setObjectName("card_title")
        self.save_button = QPushButton("保存")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("保存（Ctrl+Enter）")
        self.save_button.clicked.connect(self.save)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        for button in (self.save_button, cancel):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (self.form, heading, self.targets, self._problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.resize(self.fontMetrics().horizontalAdvance("0") * 120, self.sizeHint().height())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        if campaign is not None:
            self._show(campaign)

    def _show(self, campaign: Campaign) -> None:
        for name in ("name", "trigger", "area", "unit", "note"):
            self._line(name).setText(getattr(campaign, name) or "")
        self._line("place_types").setText("、".join(campaign.place_types))
        self._line("name").setReadOnly(True)
        for name in ("first_day", "last_day"):
            day: date | None = getattr(campaign, name)
            entry = self.form.entries[name]
            if isinstance(entry, MomentEdit) and day is not None:
                entry.setText(day.isoformat())
        self.targets.show_targets(campaign.targets)
        self._line("trigger").setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, name: str) -> QLineEdit:
        entry = self.form.entries[name]
        if not isinstance(entry, QLineEdit):
            raise TypeError(entry)
        return entry

    def campaign(self) -> Campaign:
        """What is written."""
        blank = self._campaign or Campaign(id=UUID(int=0), town=self._town, name="")
        first, last = self.form.moment("first_day"), self.form.moment("last_day")
        return replace(
            blank,
            name=self.form.line("name"),
            trigger=self.form.line("trigger") or None,
            area=self.form.line("area") or None,
            unit=self.form.line("unit") or None,
            note=self.form.line("note") or None,
            first_day=day_of(first) if first else None,
            last_day=day_of(last) if last else None,
            place_types=tuple(word for word in _SEPARATORS.split(self.form.line("place_types")) if word),
            targets=self.targets.targets,
        )

    def save(self) -> None:
        """Saves what is written, or shows everything that is wrong with it."""
        campaign = self.campaign()
        problems = [*self.form.unreadable(), *check(campaign)]
        self._tell(problems)
        if problems:
            return
        book, clock, is_new = self._desk.office.campaigns, self._desk.clock, self._campaign is None
        self.save_button.setEnabled(False)
        self._questions.ask(
            "save",
            lambda: add(book, campaign, clock) if is_new else amend(book, campaign),
            self._saved,
            self._refused,
        )

    def _saved(self, campaign: Campaign) -> None:
        self.accept()
        self.kept.emit(f"已保存专项行动“{campaign.name}”。")

    def _refused(self, refusal: Refusal) -> None:
        self.save_button.setEnabled(True)
        self._tell(refusal.problems if isinstance(refusal, Unacceptable) else [Problem("", "refused", str(refusal))])

    def _tell(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.form.show_problems({problem.field: problem.message for problem in reversed(problems)})
        others = [problem.message for problem in problems if problem.field not in self.form.boxes]
        self._problem.setText("\n".join(others))
        self._problem.setVisible(bool(others))
        self.form.go_to_first_problem()

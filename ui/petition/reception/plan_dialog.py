"""Planning the reception days of a month at once (安排接待日): on which days, from when to when, who and where."""

import re
from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gridapp.cases.register.receptions import PlannedDay, days_of_rule, plan_days
from gridapp.domain.case import Case
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal, Unacceptable
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.small_form import SmallForm

_NAMES = {
    "numbers": "每月几日（如 1、15；遇休息日顺延到下一个工作日）",
    "begins": "开始时间",
    "ends": "结束时间",
    "leaders": "接待领导（多人用顿号隔开，按日轮流）",
    "place": "接待地点",
}
_ROWS = ((("numbers", 8), ("begins", 2), ("ends", 2)), (("leaders", 6), ("place", 6)))
_SEPARATORS = re.compile(r"[、，,;；\s]+")
_CLOCK = re.compile(r"(\d{1,2})[:：]?(\d{2})")
_LAST_DAY = 31


class PlanDialog(QDialog):
    """Ctrl+Enter puts the days on file; Esc leaves the month as it was."""

    planned = Signal(str)
    """They are on file; one sentence."""

    def __init__(self, parent: QWidget, desk: Desk, town: str, month: Month) -> None:
        super().__init__(parent)
        self._desk, self._town, self._month = desk, town, month
        self._questions = Questions(desk.jobs, self)
        self.setWindowTitle(f"安排 {month.year}年{month.number}月 领导接待日")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = {name: QLineEdit() for name in _NAMES}
        for name, entry in entries.items():
            entry.setAccessibleName(_NAMES[name])
        for name, text in (("numbers", "1、15"), ("begins", "9:00"), ("ends", "11:30")):
            entries[name].setText(text)
        self.form = SmallForm(entries, _NAMES, _ROWS, required=tuple(_NAMES))
        self.form.changed.connect(self._tell)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setObjectName("hint")
        self.save_button = QPushButton("登记")
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("登记这些接待日（Ctrl+Enter）")
        self.save_button.clicked.connect(self.save)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        for button in (self.save_button, cancel):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.form)
        column.addLayout(buttons)
        self.resize(self.fontMetrics().horizontalAdvance("0") * 110, self.sizeHint().height())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        self._tell()

    def days(self) -> Sequence[PlannedDay]:
        """What is written, as days; empty where something is still wrong.

        Raises `Refusal` where the calendar of the year is lacking.
        """
        numbers, leaders = self._numbers(), self._words("leaders")
        begins, ends = _clock(self.form.line("begins")), _clock(self.form.line("ends"))
        place = self.form.line("place")
        if not numbers or not leaders or begins is None or ends is None or ends <= begins or not place:
            return ()
        days = days_of_rule(self._month, numbers, self._desk.deadlines.calendar)
        return [
            PlannedDay(day=day, begins=begins, ends=ends, leader=leaders[n % len(leaders)], place=place)
            for n, day in enumerate(days)
        ]

    def save(self) -> None:
        """Puts the days on file, or shows everything that is wrong."""
        self.form.show_problems(self._problems())
        if self.form.has_problems:
            self.form.go_to_first_problem()
            return
        desk, town = self._desk, self._town
        try:
            days = self.days()
        except Refusal as refusal:
            self._refused(refusal)
            return
        self.save_button.setEnabled(False)
        self._questions.ask(
            "plan",
            lambda: plan_days(desk.office, desk.areas, town, days, desk.actor, desk.clock),
            self._saved,
            self._refused,
        )

    def _saved(self, days: Sequence[Case]) -> None:
        self.accept()
        self.planned.emit(f"已安排 {len(days)} 个接待日。")

    def _refused(self, refusal: Refusal) -> None:
        self.save_button.setEnabled(True)
        problems = refusal.problems if isinstance(refusal, Unacceptable) else ()
        self.told.setText("；".join(problem.message for problem in problems) or str(refusal))

    def _problems(self) -> dict[str, str]:
        told = {}
        if not self._numbers():
            told["numbers"] = f"请写 1 至 {_LAST_DAY} 之间的日子，如 1、15。"
        begins, ends = _clock(self.form.line("begins")), _clock(self.form.line("ends"))
        if begins is None:
            told["begins"] = "请写成 9:00。"
        if ends is None:
            told["ends"] = "请写成 11:30。"
        elif begins is not None and ends <= begins:
            told["ends"] = "结束应晚于开始。"
        if not self._words("leaders"):
            told["leaders"] = "请填写接待领导。"
        if not self.form.line("place"):
            told["place"] = "请填写接待地点。"
        return told

    def _tell(self) -> None:
        """Says which days they are, before anything is put on file."""
        try:
            days = self.days()
        except Refusal as refusal:
            self.told.setText(str(refusal))
            return
        said = "；".join(f"{one.day:%m-%d} {one.leader}" for one in days)
        self.told.setText(f"共 {len(days)} 天：{said}" if days else "填好后显示是哪几天")

    def _numbers(self) -> Sequence[int]:
        words = self._words("numbers")
        numbers = [int(word) for word in words if word.isdecimal() and 1 <= int(word) <= _LAST_DAY]
        return numbers if len(numbers) == len(words) else ()

    def _words(self, name: str) -> Sequence[str]:
        return [word for word in _SEPARATORS.split(self.form.line(name)) if word]


def _clock(text: str) -> time | None:
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        return None

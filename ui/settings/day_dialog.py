"""The small dialog that changes one day of the calendar (修改一天): its name, and on whose word."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.workdays import Workday
from gridapp.registers.work_calendar import LONGEST
from ui.cases.field_box import FieldBox
from ui.settings.year_model import in_words


class DayDialog(QDialog):
    """Turns a working day into a free one, or a free one into a working day."""

    answered = Signal(object)
    """The day as it shall be."""

    def __init__(self, parent: QWidget, day: Workday) -> None:
        super().__init__(parent)
        self._day = day
        action = "改为放假" if day.is_workday else "改为上班"
        self.setWindowTitle(f"{day.day} {action}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self.name = QLineEdit()
        self.name.setPlaceholderText("例如：汛期值守" if not day.is_workday else "例如：运动会放假")
        self.source = QLineEdit()
        self.source.setPlaceholderText("例如：县政府办通知")
        for line in (self.name, self.source):
            line.setMaxLength(LONGEST)
        self._boxes: Mapping[str, FieldBox] = {
            "name": FieldBox("名称", self.name),
            "source": FieldBox("依据", self.source, required=True),
        }
        buttons = QDialogButtonBox()
        self.confirm = QPushButton(action)
        self.confirm.setObjectName("primary")
        buttons.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(QLabel(f"现在：{in_words(day)}"))
        for box in self._boxes.values():
            layout.addWidget(box)
        layout.addWidget(buttons)

    @property
    def problem(self) -> str:
        """What is wrong with the reason, or nothing."""
        return self._boxes["source"].problem

    def _answer(self) -> None:
        source = self.source.text().strip()
        self._boxes["source"].show_problem("" if source else "请填写依据，例如“县政府办通知”。")
        if not source:
            self.source.setFocus()
            return
        self.answered.emit(
            replace(self._day, is_workday=not self._day.is_workday, name=self.name.text().strip(), source=source)
        )
        self.accept()

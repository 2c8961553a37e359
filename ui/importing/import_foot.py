"""The buttons below an import (导入的按钮): back, on, and the refused rows; each step has its own."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gridapp.importing.examination import Examination
from ui.importing.rejects_button import rejects_button
from ui.importing.step_line import Step
from ui.widgets.hinted_button import hinted_button

ON = {Step.COLUMNS: "检查(&N)", Step.PREVIEW: "导入(&I)"}
"""The steps from which one goes on, and what that does."""


class ImportFoot(QWidget):
    """Where there is nothing to go on with, it says so."""

    def __init__(self) -> None:
        super().__init__()
        self._leads_on = True
        self.back_button = hinted_button("上一步(&B)", "回到上一步，选好的不变（Alt+B）")
        self.rejects_button = rejects_button()
        self.next_button = QPushButton()
        self.next_button.setObjectName("primary")
        self.nothing_new = QLabel("没有可以导入的内容，原因见上面各项")
        self.nothing_new.setObjectName("count")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.back_button)
        line.addStretch(1)
        line.addWidget(self.nothing_new)
        line.addWidget(self.rejects_button)
        line.addWidget(self.next_button)

    def show_step(self, step: Step) -> None:
        """Shows what a step needs before anything is known of the file."""
        self._leads_on = True
        self.next_button.setText(ON.get(step, ""))
        self.next_button.setEnabled(True)
        for button in (self.next_button, self.back_button):
            button.setVisible(step in ON)
        self.rejects_button.hide()
        self.nothing_new.hide()

    def show_found(self, found: Examination) -> None:
        """Lets go on only where there is something to write."""
        self._leads_on = found.new + found.changed > 0
        self.next_button.setEnabled(self._leads_on)
        self.nothing_new.setVisible(not self._leads_on)
        self.rejects_button.setVisible(found.refused > 0)

    def allow(self, *, is_free: bool) -> None:
        """Nothing can be done here while something is under way."""
        self.next_button.setEnabled(is_free and self._leads_on)
        for button in (self.back_button, self.rejects_button):
            button.setEnabled(is_free)

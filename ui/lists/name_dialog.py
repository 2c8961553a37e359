"""Asking for a name (起名)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.cases.field_box import FieldBox

_LONGEST = 20


class NameDialog(QDialog):
    """One line; it stays open until whoever asked is content."""

    given = Signal(str)

    def __init__(self, parent: QWidget, title: str, name: str = "", hint: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.line = QLineEdit(name)
        self.line.setMaxLength(_LONGEST)
        self.line.selectAll()
        self.field = FieldBox("名称", self.line)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        if hint:
            said = QLabel(hint)
            said.setObjectName("hint")
            said.setWordWrap(True)
            layout.addWidget(said)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("汉") * 26)

    def _give(self) -> None:
        name = self.line.text().strip()
        if name:
            self.given.emit(name)
        else:
            self.field.show_problem("请填写名称。")

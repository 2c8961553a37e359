"""A number with its name above it (数字块); where cases stand behind it, it is a button that opens them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class NumberTile(QWidget):
    """Says whether it is good or bad by its colour, and the words around it say it too."""

    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.label = QLabel(name)
        self.label.setObjectName("muted")
        self.button = QPushButton()
        self.button.setObjectName("figure")
        self.button.setProperty("scale", "medium")
        self.button.clicked.connect(self.opened)
        self.text = QLabel()
        self.text.setObjectName("counter_number")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.label, self.button, self.text):
            column.addWidget(widget)
        column.addStretch()
        self.button.hide()

    def entitle(self, name: str) -> None:
        """Changes its name."""
        self._name = name
        self.label.setText(name)

    def show_number(self, number: str, unit: str, *, opens: bool = False, tone: str = "") -> None:
        """Shows a number."""
        said = f"{number} {unit}".rstrip()
        self.button.setVisible(opens)
        self.text.setVisible(not opens)
        self.button.setText(said)
        self.button.setAccessibleName(f"{self._name} {said}")
        self.button.setToolTip("打开名单")
        self.text.setText(said)
        self.text.setProperty("tone", tone)
        self.text.style().polish(self.text)

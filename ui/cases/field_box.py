"""A field of a form (字段): its name above, the entry, and what is wrong with it below."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


class FieldBox(QWidget):
    """A named entry."""

    def __init__(self, name: str, entry: QWidget, *, required: bool = False) -> None:
        super().__init__()
        self.entry = entry
        label = QLabel(f"{name} *" if required else name)
        label.setObjectName("muted")
        label.setBuddy(entry)
        if not entry.accessibleName():
            entry.setAccessibleName(name)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (label, entry, self._problem):
            layout.addWidget(widget)
        layout.addStretch()

    @property
    def problem(self) -> str:
        """What is wrong with it, or nothing."""
        return self._problem.text()

    def show_problem(self, message: str) -> None:
        """Says what is wrong, or that nothing is."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
        self.entry.setProperty("wrong", "true" if message else "false")
        self.entry.setAccessibleDescription(message)
        self.entry.style().polish(self.entry)

"""A field of a form (字段): its name above, the entry, a quiet hint, and what is wrong with it below."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget


class FieldBox(QWidget):
    """A named entry."""

    def __init__(self, name: str, entry: QWidget, *, required: bool = False) -> None:
        super().__init__()
        self.entry = entry
        self._label = label = QLabel(f"{name} *" if required else name)
        label.setObjectName("muted")
        label.setBuddy(entry)
        if not entry.accessibleName():
            entry.setAccessibleName(name)
        self._head = QHBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(label)
        self._head.addStretch()
        self._hint = _quiet_line("hint")
        self._problem = _quiet_line("problem")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if name:
            layout.addLayout(self._head)
        for widget in (entry, self._hint, self._problem):
            layout.addWidget(widget)
        layout.addStretch()

    @property
    def problem(self) -> str:
        """What is wrong with it, or nothing."""
        return self._problem.text()

    @property
    def hint(self) -> str:
        """What is said beside it, or nothing."""
        return self._hint.text()

    def add_tool(self, tool: QWidget) -> None:
        """Puts something small at the right of the name, which stays as high as the names beside it."""
        tool.setMaximumHeight(self._label.sizeHint().height())
        self._head.addWidget(tool)

    def show_hint(self, hint: str) -> None:
        """Says something that helps to fill it in."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def show_problem(self, message: str) -> None:
        """Says what is wrong, or that nothing is."""
        if message == self.problem and self.entry.property("wrong") is not None:
            return
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
        self.entry.setProperty("wrong", "true" if message else "false")
        self.entry.setAccessibleDescription(message)
        self.entry.style().polish(self.entry)


def _quiet_line(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.hide()
    return label

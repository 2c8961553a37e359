"""A word and what is chosen under it (名称和选项), which stay together in a line that wraps."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

_SPACE = 8


class Labelled(QWidget):
    """A field behind its name."""

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__()
        label = QLabel(name)
        label.setBuddy(field)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_SPACE)
        line.addWidget(label)
        line.addWidget(field)

"""A record that is asked for point by point (分项记录): a line each, told together as one text."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

REVISITED = ("履行情况", "满意程度和意见", "是否起诉", "激化或遗留隐患", "其他")
"""What is asked on a follow-up visit (回访记录; domain.md §3.5)."""

_MARK = "："
_END = "；"


class PromptsBox(QWidget):
    """Names at the left, a line beside each; an empty line is not told."""

    changed = Signal()

    def __init__(self, name: str, prompts: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self.lines: dict[str, QLineEdit] = {}
        for row, prompt in enumerate(prompts):
            label = QLabel(prompt)
            label.setObjectName("muted")
            line = QLineEdit()
            line.setAccessibleName(f"{name}：{prompt}")
            line.textChanged.connect(self.changed)
            label.setBuddy(line)
            self.lines[prompt] = line
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        self.setFocusProxy(next(iter(self.lines.values())))

    @property
    def text(self) -> str:
        """Everything that is written, each with its name."""
        written = [
            f"{prompt}{_MARK}{line.text().strip()}" for prompt, line in self.lines.items() if line.text().strip()
        ]
        return _END.join(written)

    def show_text(self, text: str) -> None:
        """Shows a text that was told by such a box; what has no name stands in the last line."""
        for line in self.lines.values():
            line.clear()
        last = list(self.lines)[-1]
        for part in filter(None, text.split(_END)):
            prompt, _, said = part.partition(_MARK)
            known = prompt in self.lines
            self.lines[prompt if known else last].setText(said if known else part)

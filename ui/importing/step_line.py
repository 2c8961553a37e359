"""Where one is in an import (导入步骤): four steps in a line, the present one in bold."""

from enum import IntEnum

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


class Step(IntEnum):
    """The steps of an import."""

    FILE = 0
    COLUMNS = 1
    PREVIEW = 2
    DONE = 3


_WORDS = {
    Step.FILE: "1 选文件",
    Step.COLUMNS: "2 对列",
    Step.PREVIEW: "3 预览",
    Step.DONE: "4 完成",
}


class StepLine(QWidget):
    """Only tells; going is done by the buttons."""

    def __init__(self) -> None:
        super().__init__()
        self._labels = {step: QLabel(word) for step, word in _WORDS.items()}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for step, label in self._labels.items():
            if step:
                line.addWidget(QLabel("›"))
            line.addWidget(label)
        line.addStretch(1)
        self.show_step(Step.FILE)

    def show_step(self, present: Step) -> None:
        """Shows where one is."""
        for step, label in self._labels.items():
            label.setObjectName("card_title" if step is present else "muted")
            label.style().polish(label)
        self.setAccessibleName(f"第{present + 1}步，共{len(_WORDS)}步：{_WORDS[present][2:]}")

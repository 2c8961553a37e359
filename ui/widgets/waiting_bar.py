"""Something that takes a while (进行中): what it is, that it goes on, and the way to wait for it no longer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget


class WaitingBar(QWidget):
    """Not there where nothing is under way."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = QLabel()
        self.told.setObjectName("count")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.cancel_button = QPushButton("取消")
        self.cancel_button.setToolTip("不再等待；已经有的内容不变")
        self.cancel_button.clicked.connect(self.cancelled)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.told)
        line.addWidget(self.progress, 1)
        line.addWidget(self.cancel_button)
        self.hide()

    def wait(self, told: str) -> None:
        """Shows what is under way, or nothing."""
        self.told.setText(told)
        self.progress.setRange(0, 0)
        self.setVisible(bool(told))

    def show_share(self, told: str, done: int, of: int) -> None:
        """Shows how far it is; of what is not known how much there is, only that it goes on."""
        self.told.setText(told)
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.show()

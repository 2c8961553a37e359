"""What the window shows in place of a page: that it is opening, or why it cannot (启动提示)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class NoticePanel(QWidget):
    """One sentence in the middle; after a refusal a button to close."""

    closed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = QLabel(text)
        self._text.setObjectName("notice")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton("关闭")
        self.button.setAccessibleName("关闭")
        self.button.clicked.connect(self.closed)
        self.button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(80, 0, 80, 0)
        layout.addStretch()
        layout.addWidget(self._text)
        layout.addSpacing(16)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def refuse(self, text: str) -> None:
        """Says why the office cannot be opened."""
        self._text.setText(text)
        self.button.show()
        self.button.setFocus()

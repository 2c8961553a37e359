"""Which page is looked at (页码): typed, or stepped with the arrows."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override


class PageBox(QSpinBox):
    """Enter goes to the page that is typed; it does not print."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("页码")
        self.setToolTip("输入页码后回车，翻到那一页（Ctrl+G）")
        self.setKeyboardTracking(False)
        self.setPrefix("第 ")
        self.valueChanged.connect(self.wanted)

    def show_page(self, page: int, last: int) -> None:
        """Shows where it is without asking for it."""
        with QSignalBlocker(self):
            self.setSuffix(f" 页，共 {last} 页")
            self.setRange(1, last)
            self.setValue(page)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

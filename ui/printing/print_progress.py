"""How far the laying out has come (排版进度), over the window while somebody waits for the preview."""

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gridapp.pages.progress import Progress
from ui.widgets.waiting_bar import WaitingBar

SHORT = 400
"""Milliseconds that nobody is bothered with."""
_WIDE = 420


class PrintProgress(QDialog):
    """Opens only where it takes longer than a moment; Esc breaks it off."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"准备打印：{title}")
        self.setMinimumWidth(_WIDE)
        self.bar = WaitingBar()
        self.bar.progress.setAccessibleName("排版进度")
        self.bar.cancel_button.setToolTip("不打印了（Esc）")
        self.bar.cancelled.connect(self.reject)
        QVBoxLayout(self).addWidget(self.bar)
        self._clock = QElapsedTimer()
        self._clock.start()

    def show_progress(self, progress: Progress) -> None:
        """Shows how far it is."""
        self.bar.show_share(str(progress), progress.done, progress.whole)
        if not self.isVisible() and self._clock.hasExpired(SHORT):
            self.open()

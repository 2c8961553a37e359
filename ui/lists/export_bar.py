"""The line that shows how far an export has come (导出进度), with a button that breaks it off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from gridapp.exporting.list_export import Progress


class ExportBar(QWidget):
    """Hidden while nothing is exported."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("导出进度")
        self.cancel = QPushButton("取消导出")
        self.cancel.setObjectName("small")
        self.cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self._said, self.bar, self.cancel):
            line.addWidget(widget, 1 if widget is self.bar else 0)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._said.text()

    def show_progress(self, progress: Progress) -> None:
        """Shows how many rows are written; the last of it is putting the file together."""
        whole = progress.done == progress.whole > 0
        self._said.setText("正在写成文件…" if whole else f"正在导出：{progress.done:,} / {progress.whole:,} 行")
        self.bar.setRange(0, 0 if whole else progress.whole)
        self.bar.setValue(progress.done)
        self.show()

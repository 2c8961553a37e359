"""What can be taken away of a table (复制与导出): its picture, or a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.figures.figure_view import FigureView
from ui.figures.file_choosing import choose_file
from ui.figures.table_picture import picture_of


class TableTools(QWidget):
    """Two small buttons; `save` is called with the path that was chosen."""

    def __init__(self, view: FigureView, caption: Callable[[], str], save: Callable[[Path], None]) -> None:
        super().__init__()
        self._view, self._caption, self._save = view, caption, save
        self.picture = self._button("复制表图", "把整张表作为图片复制（Alt+C）", "Alt+C", self._copy_picture)
        self.export = self._button("导出", "存为 .xlsx 或 .csv（Ctrl+E）", "Ctrl+E", self._choose_file)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.picture)
        line.addWidget(self.export)

    def _button(self, text: str, hint: str, keys: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("quiet")
        button.setToolTip(hint)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(keys), self, button.click)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        return button

    def _copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(picture_of(self._view, self._caption()))

    def _choose_file(self) -> None:
        choose_file(self, self._caption().replace("　", "_"), self._save)

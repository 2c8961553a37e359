"""What can be taken away of a table (复制、导出、打印): its picture, a file, or paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.figures.figure_view import FigureView
from ui.figures.table_picture import picture_of
from ui.printing.printing import KEYS as PRINT_KEYS
from ui.widgets.file_choosing import choose_file


class TableTools(QWidget):
    """Three small buttons; `save` is called with the path that was chosen, `show_print` where it is to be printed."""

    def __init__(
        self,
        view: FigureView,
        caption: Callable[[], str],
        save: Callable[[Path], None],
        show_print: Callable[[], None],
    ) -> None:
        super().__init__()
        self._view, self._caption, self._save = view, caption, save
        self.picture = self._button("复制表图", "把整张表作为图片复制（Alt+C）", "Alt+C", self._copy_picture)
        self.export = self._button("导出", "存为 .xlsx 或 .csv（Ctrl+E）", "Ctrl+E", self._choose_file)
        self.print = self._button("打印…", f"预览并打印这张表（{PRINT_KEYS}）", PRINT_KEYS, show_print)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.picture)
        line.addWidget(self.export)
        line.addWidget(self.print)

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

"""Where a table is to be written (导出位置)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

_FILES = "工作簿 (*.xlsx);;文本表格 (*.csv)"


def choose_file(
    parent: QWidget, name: str, write: Callable[[Path], None], title: str = "导出统计表", files: str = _FILES
) -> QFileDialog:
    """Asks for a file; `write` is called with the one that was chosen. The first of `files` is the usual form."""
    suffix = files.partition("*.")[2].partition(")")[0]
    dialog = QFileDialog(parent, title, f"{name}.{suffix}", files)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.fileSelected.connect(lambda chosen: write(Path(chosen)))
    dialog.open()
    return dialog

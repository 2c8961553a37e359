"""Which file (文件选择): one that is to be written, or one that is there and is to be read."""

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
    dialog = _asked(parent, title, f"{name}.{suffix}", files, write)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.open()
    return dialog


def choose_existing_file(parent: QWidget, title: str, files: str, read: Callable[[Path], object]) -> QFileDialog:
    """Asks for a file that is there; `read` is called with the one that was chosen."""
    dialog = _asked(parent, title, "", files, read)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def _asked(parent: QWidget, title: str, start: str, files: str, take: Callable[[Path], object]) -> QFileDialog:
    dialog = QFileDialog(parent, title, start, files)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda chosen: take(Path(chosen)))
    return dialog

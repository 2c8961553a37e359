"""Asking before whole rows go (删除行)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_before_removing(parent: QWidget, rows: int, remove: Callable[[], None]) -> QMessageBox:
    """Asks; cancelling does nothing."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("删除行")
    box.setText(f"要删除选中的 {rows} 行吗？")
    box.setInformativeText("删错了可以按 Ctrl+Z 撤销。")
    sure = box.addButton("删除", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(sure)
    box.finished.connect(lambda _: remove() if box.clickedButton() is sure else None)
    box.open()
    return box

"""Asking before a draft is thrown away for good (丢弃草稿)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_before_discarding(parent: QWidget, what: str, discard: Callable[[], None]) -> QMessageBox:
    """Asks about a draft that is told by some words; cancelling does nothing."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("丢弃草稿")
    box.setText(f"要丢弃这份未保存的登记吗？丢弃后不能恢复。\n{what}")
    sure = box.addButton("丢弃", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    box.finished.connect(lambda _: discard() if box.clickedButton() is sure else None)
    box.open()
    return box

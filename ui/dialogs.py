"""Plain questions (询问): opened, never executed, so that the window goes on living behind them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_before_leaving(parent: QWidget, save: Callable[[], None], drop: Callable[[], None]) -> QMessageBox:
    """Asks what becomes of unsaved changes; cancelling does nothing."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("未保存的修改")
    box.setText("表单有未保存的修改，要保存吗？")
    keep = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
    box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)

    def decide() -> None:
        if box.clickedButton() is keep:
            save()
        elif box.clickedButton() is discard:
            drop()

    box.finished.connect(decide)
    box.open()
    return box


def ask_before_dropping(parent: QWidget, drop: Callable[[], None]) -> QMessageBox:
    """Asks whether what was entered may be lost; cancelling goes on with it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("放弃填写")
    box.setText("已填写的内容还没有确认，要放弃吗？")
    discard = box.addButton("放弃", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("继续填写", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.finished.connect(lambda: drop() if box.clickedButton() is discard else None)
    box.open()
    return box

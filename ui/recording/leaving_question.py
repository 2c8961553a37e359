"""What becomes of a form that is left unsaved (离开询问): 保存, 保留草稿, 不保留, or staying."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_what_becomes(
    parent: QWidget, save: Callable[[], None], keep: Callable[[], None], drop: Callable[[], None]
) -> QMessageBox:
    """Asks; cancelling does nothing."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("未保存的登记")
    box.setText("填写的内容还没有保存，怎样处理？")
    box.setInformativeText("保留草稿的，下次可以从“未保存的登记”继续填写。")
    answers = {
        box.addButton("保存", QMessageBox.ButtonRole.YesRole): save,
        box.addButton("保留草稿", QMessageBox.ButtonRole.AcceptRole): keep,
        box.addButton("不保留", QMessageBox.ButtonRole.DestructiveRole): drop,
    }
    box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(next(iter(answers)))

    def decide() -> None:
        chosen = next((answer for button, answer in answers.items() if button is box.clickedButton()), None)
        if chosen is not None:
            chosen()

    box.finished.connect(decide)
    box.open()
    return box

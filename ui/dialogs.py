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
    return ask_before(parent, "放弃填写", "已填写的内容还没有确认，要放弃吗？", ("放弃", "继续填写"), drop)


def ask_before(parent: QWidget, title: str, text: str, words: tuple[str, str], act: Callable[[], None]) -> QMessageBox:
    """Asks before something that cannot be had back; `words` are those for doing it and for staying, which Esc does."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(text)
    acting = box.addButton(words[0], QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(words[1], QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    box.finished.connect(lambda: act() if box.clickedButton() is acting else None)
    box.open()
    return box

"""What becomes of words that were typed for papers that were not made (放弃补填)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_about_typed(parent: QWidget, drop: Callable[[], None]) -> QMessageBox:
    """Asks whether they may go; staying does nothing."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("补填的内容")
    box.setText("补填的内容还没有用来制作文书，离开后不再保留。")
    dropping = box.addButton("离开", QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton("留下", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    box.finished.connect(lambda _: drop() if box.clickedButton() is dropping else None)
    box.open()
    return box

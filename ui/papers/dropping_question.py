"""What becomes of words that were typed for papers that were not made (放弃补填)."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from ui.dialogs import ask_before

_TOLD = "补填的内容还没有用来制作文书，离开后不再保留。"


def ask_about_typed(parent: QWidget, drop: Callable[[], None]) -> QMessageBox:
    """Asks whether they may go; staying does nothing."""
    return ask_before(parent, "补填的内容", _TOLD, ("离开", "留下"), drop)

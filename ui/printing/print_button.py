"""The button that prints what a page shows (打印按钮), the same everywhere, with Ctrl+P."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from ui.printing.printing import KEYS


class PrintButton(QPushButton):
    """Quiet where it stands among what is used more often; `what` it prints is said in its hint."""

    def __init__(self, what: str, act: Callable[[], object], *, quiet: bool = True) -> None:
        super().__init__("打印…")
        if quiet:
            self.setObjectName("quiet")
        self.setToolTip(f"预览并打印{what}（{KEYS}）")
        self.clicked.connect(lambda: act())
        QShortcut(QKeySequence(KEYS), self, self.click)

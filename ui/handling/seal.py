"""The seal over a page (已保密): one sentence that says who may read the case, and nothing else."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

_MARGIN = 60
"""Pixels left free around the sentence; a style sheet overrules the margins of the contents."""


class Seal(QLabel):
    """Lies over a whole page as long as its case is closed to the reader; what is under it is not to be seen."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._covered: Sequence[QWidget] = ()
        self.setObjectName("seal")
        self.setAccessibleName("已保密")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(_MARGIN)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        page.installEventFilter(self)

    def close_page(self, sentence: str) -> None:
        """Covers the page."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        if self.isHidden():
            parts = self._page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._covered = [part for part in parts if part is not self and not part.isHidden()]
            for part in self._covered:
                part.hide()
            self.setGeometry(self._page.rect())
            self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self) -> None:
        """Uncovers the page: its reader may read it by now."""
        if not self.isHidden():
            self.hide()
            for part in self._covered:
                part.show()
            self._covered = ()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)

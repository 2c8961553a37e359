"""The bar under the header that says how something went (提示条): no dialogs one after another."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from ui.icons import icon
from ui.theme import COLOURS

_SECONDS = 6
_SECONDS_WITH_OFFERS = 15

Offer = tuple[str, str, Callable[[], None]]
"""What a button of the bar says, its tool tip, and what it does."""


class MessageBar(QFrame):
    """One sentence; good news goes away by itself, a refusal stays until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        close = QToolButton()
        close.setIcon(icon("cross", COLOURS.muted))
        close.setAccessibleName("关闭提示")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 12, 6)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        self._offers = QHBoxLayout()
        layout.addLayout(self._offers)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def offers(self) -> list[QPushButton]:
        """The buttons beside what it says."""
        return [button for button in self.findChildren(QPushButton) if not button.isHidden()]

    def tell(self, text: str, *offers: Offer) -> None:
        """Says that something went well, and what can be done about it."""
        self._say(text, "good", "tick", COLOURS.good)
        for words, tip, act in offers:
            button = QPushButton(words)
            button.setObjectName("small")
            button.setToolTip(tip)
            button.clicked.connect(lambda _, act=act: act())
            self._offers.addWidget(button)
        self._timer.start(1000 * (_SECONDS_WITH_OFFERS if offers else _SECONDS))

    def say_again(self) -> None:
        """Says once more what it said, on another page."""
        self.show()

    def refuse(self, text: str) -> None:
        """Says what could not be done, and why."""
        self._timer.stop()
        self._say(text, "bad", "hazard", COLOURS.bad)

    def _say(self, text: str, mood: str, drawing: str, colour: str) -> None:
        self._text.setText(text)
        for button in self.offers:
            self._offers.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._icon.setPixmap(icon(drawing, colour).pixmap(20, 20))
        self.setProperty("mood", mood)
        self.style().polish(self)
        self.show()

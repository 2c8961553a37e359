"""A white card with a heading (卡片)."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget


class Card(QFrame):
    """Whatever is put into its `body`; a heading that may be long goes on in the next line where it `wraps`."""

    def __init__(self, heading: str = "", *, wraps: bool = False) -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 14, 12)
        self.body.setSpacing(8)
        self._heading = QLabel(heading)
        self._heading.setObjectName("card_title")
        self._heading.setWordWrap(wraps)
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading, 1)
        self.body.addLayout(self._head)
        self._heading.setVisible(bool(heading))

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self._heading.text()

    def set_heading(self, heading: str) -> None:
        """Changes the heading."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))

    def put_beside_heading(self, widget: QWidget) -> None:
        """Puts something small at the right of the heading."""
        self._head.addWidget(widget)

"""A white card with a heading (卡片)."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout


class Card(QFrame):
    """Whatever is put into its `body`."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 10, 14, 12)
        self.body.setSpacing(8)
        self._heading = QLabel(heading)
        self._heading.setObjectName("card_title")
        self.body.addWidget(self._heading)
        self._heading.setVisible(bool(heading))

    def set_heading(self, heading: str) -> None:
        """Changes the heading."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))

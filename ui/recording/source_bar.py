"""The line that says from what a new case comes (来源提示), and why that cannot be done, where it cannot."""

from typing import Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton


class Source(Protocol):
    """What a new case comes from."""

    @property
    def id(self) -> UUID:
        """Its identity."""

    @property
    def in_words(self) -> str:
        """What follows from saving the new case."""


S = TypeVar("S", bound=Source)


class SourceBar(QFrame, Generic[S]):
    """Hidden where a case comes from nothing else; `about` is what the button shows."""

    wanted = Signal(object)
    """The source is to be looked at."""

    def __init__(self, about: str) -> None:
        super().__init__()
        self._source: S | None = None
        self.setObjectName("saved_bar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.show_button = QPushButton("查看来源")
        self.show_button.setObjectName("small")
        self.show_button.setToolTip(f"查看{about}，回到这里时填写的内容都在（Alt+O）")
        self.show_button.clicked.connect(lambda: self.wanted.emit(self._source))
        QShortcut(QKeySequence("Alt+O"), self, self.show_button.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self._problem, 1)
        row.addWidget(self.show_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def problem(self) -> str:
        """Why the case cannot be opened from there, or nothing."""
        return self._problem.text()

    @property
    def source(self) -> S | None:
        """From what the case comes."""
        return self._source

    @property
    def case_id(self) -> UUID | None:
        """Its identity."""
        return self._source.id if self._source else None

    def show_source(self, source: S | None, refusal: str = "") -> None:
        """Shows from what a case comes, and why it cannot."""
        self._source = source
        self._text.setText(source.in_words if source else "")
        self._problem.setText(refusal)
        self._problem.setVisible(bool(refusal))
        self.setVisible(source is not None)

"""The line that says from which case a dispute is opened (来源提示), and why that cannot be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from ui.mediation.intake.origin import Origin


class OriginBar(QFrame):
    """Hidden where a dispute comes from no other case."""

    wanted = Signal(object)
    """The `Origin` is to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._origin: Origin | None = None
        self.setObjectName("saved_bar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.show_button = QPushButton("查看来源")
        self.show_button.setObjectName("small")
        self.show_button.setToolTip("查看来源案件，回到这里时填写的内容都在（Alt+O）")
        self.show_button.clicked.connect(lambda: self.wanted.emit(self._origin))
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
        """Why the dispute cannot be opened from there, or nothing."""
        return self._problem.text()

    @property
    def origin(self) -> Origin | None:
        """From where the dispute is opened."""
        return self._origin

    def show_origin(self, origin: Origin | None, refusal: str = "") -> None:
        """Shows from where a dispute is opened, and why it cannot be."""
        self._origin = origin
        self._text.setText(origin.in_words if origin else "")
        self._problem.setText(refusal)
        self._problem.setVisible(bool(refusal))
        self.setVisible(origin is not None)

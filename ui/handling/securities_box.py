"""The securities of a major hazard (五落实) in a dialog: a line for each, with what holds now."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from gridapp.domain.hazard import Hazard
from gridapp.domain.security import SECURITIES, Security
from ui.desk import Desk


class SecuritiesBox(QWidget):
    """Only what is new or written otherwise than before is settled anew."""

    changed = Signal()

    def __init__(self, name: str, desk: Desk, hazard: Hazard | None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._desk = desk
        self._held = {word: held.text for word in SECURITIES if hazard is not None and (held := hazard.secured(word))}
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, word in enumerate(SECURITIES):
            label = QLabel(word)
            label.setObjectName("muted")
            line = QLineEdit(self._held.get(word, ""))
            line.setAccessibleName(f"{name}：{word}")
            line.setPlaceholderText("" if word in self._held else "还没有落实")
            line.textChanged.connect(self.changed)
            label.setBuddy(line)
            self.lines[word] = line
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        first = next((word for word in SECURITIES if word not in self._held), SECURITIES[0])
        self.setFocusProxy(self.lines[first])

    @property
    def securities(self) -> tuple[Security, ...]:
        """What is settled now."""
        written = {word: line.text().strip() for word, line in self.lines.items()}
        now = self._desk.now
        return tuple(
            Security(word=word, text=text, at=now)
            for word, text in written.items()
            if text and text != self._held.get(word)
        )

    def show_securities(self, securities: Iterable[Security]) -> None:
        """Shows what is proposed, beside what holds."""
        for security in securities:
            self.lines[security.word].setText(security.text)

"""The securities of a major hazard (五落实) in a dialog: a line for each, with what holds now."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from gridapp.domain.hazard import Hazard
from gridapp.domain.security import MONEY, SECURITIES, Security
from ui.cases.amount_text import read_amount, spoken_amount
from ui.desk import Desk


class SecuritiesBox(QWidget):
    """Only what is new or written otherwise than before is settled anew; beside the money stands its sum (元)."""

    changed = Signal()

    def __init__(self, name: str, desk: Desk, hazard: Hazard | None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._desk = desk
        known = (hazard.secured(word) for word in SECURITIES) if hazard is not None else ()
        self._held = {held.word: held for held in known if held is not None}
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, word in enumerate(SECURITIES):
            label = QLabel(word)
            label.setObjectName("muted")
            line = QLineEdit(self._held[word].text if word in self._held else "")
            line.setAccessibleName(f"{name}：{word}")
            line.setPlaceholderText("" if word in self._held else "还没有落实")
            line.textChanged.connect(self.changed)
            label.setBuddy(line)
            self.lines[word] = line
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
        self.amount = self._sum_beside(grid, name)
        first = next((word for word in SECURITIES if word not in self._held), SECURITIES[0])
        self.setFocusProxy(self.lines[first])

    @property
    def securities(self) -> tuple[Security, ...]:
        """What is settled now; raises `ValueError` where the sum cannot be read."""
        written = (self._written(word, line.text().strip()) for word, line in self.lines.items())
        return tuple(one for one in written if one.text and not self._is_held(one))

    def _written(self, word: str, text: str) -> Security:
        amount = _sum(self.amount.text()) if word == MONEY else None
        if word == MONEY and amount is not None and not text:
            raise ValueError("填写了治理资金的金额，请写明资金从哪里来。")
        return Security(word=word, text=text, at=self._desk.now, amount=amount)

    def _is_held(self, one: Security) -> bool:
        held = self._held.get(one.word)
        return held is not None and (held.text, held.amount) == (one.text, one.amount)

    def _sum_beside(self, grid: QGridLayout, name: str) -> QLineEdit:
        entry = QLineEdit(spoken_amount(self._held[MONEY].amount) if MONEY in self._held else "")
        entry.setAccessibleName(f"{name}：资金金额（元）")
        entry.setPlaceholderText("金额（元），如 80000 或 8万")
        entry.textChanged.connect(self.changed)
        grid.addWidget(entry, SECURITIES.index(MONEY), 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        QWidget.setTabOrder(self.lines[MONEY], entry)
        return entry

    def show_securities(self, securities: Iterable[Security]) -> None:
        """Shows what is proposed, beside what holds."""
        for security in securities:
            self.lines[security.word].setText(security.text)
            if security.word == MONEY:
                self.amount.setText(spoken_amount(security.amount))


def _sum(text: str) -> Decimal | None:
    try:
        return read_amount(text)
    except ValueError as error:
        raise ValueError("治理资金的金额应为数字，如 80000 或 8万。") from error

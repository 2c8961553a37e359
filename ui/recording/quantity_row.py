"""One line of what was done in numbers (数量一行): 数量, 单位, 内容."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gridapp.domain.quantity import UNITS, Quantity
from ui.cases.word_box import WordBox

_PLACES = 3
_TOO_MUCH = 10**9
"""No amount is as large; beyond it somebody has slipped on the keys."""


class QuantityRow(QWidget):
    """Keeps the moment of a quantity that was given to it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._given: Quantity | None = None
        self.amount = QLineEdit()
        self.amount.setAccessibleName("数量")
        self.amount.setPlaceholderText("数量")
        self.unit = WordBox("单位")
        self.unit.setPlaceholderText("单位")
        self.unit.offer(UNITS)
        self.what = QLineEdit()
        self.what.setAccessibleName("内容")
        self.what.setPlaceholderText("内容，如 清运垃圾")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for entry, stretch in ((self.amount, 2), (self.unit, 2), (self.what, 4)):
            entry.textChanged.connect(self.changed)
            entry.setMinimumWidth(entry.fontMetrics().horizontalAdvance("0") * 8)
            row.addWidget(entry, stretch)

    @property
    def entries(self) -> tuple[QLineEdit, ...]:
        """Its entries, in their order."""
        return (self.amount, self.unit, self.what)

    @property
    def texts(self) -> list[str]:
        """What is written in them."""
        return [entry.text() for entry in self.entries]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not any(text.strip() for text in self.texts)

    @property
    def problem(self) -> str:
        """What is wrong with the amount, or nothing."""
        amount = self._amount()
        if amount is None:
            return "数量应为数字，最多三位小数。"
        return "数量过大，请核对。" if abs(amount) >= _TOO_MUCH else ""

    def show_texts(self, texts: list[str]) -> None:
        """Writes into its entries."""
        self.amount.setText(texts[0])
        self.unit.show_words(texts[1])
        self.what.setText(texts[2])

    def show_quantity(self, quantity: Quantity) -> None:
        """Shows a quantity."""
        self._given = quantity
        self.show_texts([format(quantity.amount.normalize(), "f"), quantity.unit, quantity.what or ""])

    def quantity(self, at: datetime) -> Quantity | None:
        """The quantity, done at a moment if it was not given with one; nothing where the amount cannot be read."""
        amount = self._amount()
        if amount is None or self.problem:
            return None
        unit, what = self.unit.words.strip(), self.what.text().strip() or None
        if self._given is not None:
            return replace(self._given, amount=amount, unit=unit, what=what)
        return Quantity(amount=amount, unit=unit, at=at, what=what)

    def _amount(self) -> Decimal | None:
        try:
            amount = Decimal(self.amount.text().strip())
        except InvalidOperation:
            return None
        exponent = amount.as_tuple().exponent
        return amount if isinstance(exponent, int) and exponent >= -_PLACES else None

"""What stands behind a number of a text (数字出处): indicator, rule, unit, period, moment, its parts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton

from gridapp.counting.amount import Rate
from gridapp.domain.moment import spoken
from gridapp.reporting.prose.document import Number
from ui.figures.figure_words import value_in_words
from ui.widgets.card import Card


class NumberCard(Card):
    """One number at a time; its list is a click away, last year's too where the number is a change."""

    asked = Signal(object)
    """The cut whose cases are wanted."""

    def __init__(self) -> None:
        super().__init__("数字出处")
        self.number: Number | None = None
        self.words = QLabel("把光标移到数字上，这里说明它怎么来的")
        self.words.setObjectName("rule")
        self.words.setWordWrap(True)
        self.open_button = QPushButton("查看名单(&L)")
        self.open_button.setEnabled(False)
        self.open_button.clicked.connect(lambda: self._ask(now=True))
        self.earlier_button = QPushButton("去年同期的名单")
        self.earlier_button.hide()
        self.earlier_button.clicked.connect(lambda: self._ask(now=False))
        self.body.addWidget(self.words)
        self.body.addWidget(self.open_button)
        self.body.addWidget(self.earlier_button)
        self.body.addStretch()

    def show_number(self, number: Number) -> None:
        """Tells about a number."""
        self.number = number
        self.set_heading(f"{number.text}{'' if number.text.endswith(number.unit) else number.unit}")
        lines = [
            f"指标：{number.indicator.kind.label} · {number.indicator.name}" + ("（同比）" if number.against else ""),
            f"口径：{number.rule}",
            f"单位：{number.unit}",
            f"期间：{number.cut.period.label}",
            f"截至：{spoken(number.as_of)}",
        ]
        if isinstance(number.value, Rate):
            lines.append(f"分子/分母：{value_in_words(number.value)}")
        self.words.setText("\n".join(lines))
        self.open_button.setEnabled(True)
        self.earlier_button.setVisible(number.against is not None)

    def _ask(self, *, now: bool) -> None:
        if self.number is not None:
            self.asked.emit(self.number.cut if now else self.number.against)

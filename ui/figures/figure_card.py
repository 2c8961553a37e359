"""A card with a key figure (数字卡片): a click opens its cases."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from gridapp.counting.amount import Rate, spoken
from ui.figures.figure_words import counting_unit, unit_of, value_in_words
from ui.requests import ShowFigure
from ui.widgets.card import Card

_TONES = {
    "close_rate": "good",
    "on_time_rate": "good",
    "success_rate": "good",
    "removal_rate": "good",
    "overdue": "bad",
    "closing": "warn",
    "backlog_closing": "warn",
}


class FigureButton(QPushButton):
    """One number that opens its cases; `scale` is large, medium or small."""

    def __init__(self, figure: ShowFigure, scale: str = "large") -> None:
        super().__init__(spoken(figure.value))
        self.figure = figure
        self.setObjectName("figure")
        self.setProperty("tone", _tone(figure))
        self.setProperty("scale", scale)
        said = value_in_words(figure.value)
        unit = "" if isinstance(figure.value, Rate) else f" {unit_of(figure)}"
        self.setAccessibleName(f"{figure.indicator.name} {said}{unit}")
        self.setToolTip(f"{figure.indicator.name}：{said}{unit}\n{figure.indicator.rule}\n点击查看具体案件")
        self.setEnabled(figure.value is not None and _can_be_said(figure))


def _can_be_said(figure: ShowFigure) -> bool:
    return not isinstance(figure.value, Rate) or figure.value.percent is not None


def _tone(figure: ShowFigure) -> str:
    tone = _TONES.get(figure.indicator.code.partition(".")[2], "")
    amount = figure.value.numerator if isinstance(figure.value, Rate) else figure.value
    return tone if amount else ""


def _beside(figure: ShowFigure) -> str:
    """What stands behind the number: its unit, or the two parts of a rate."""
    value = figure.value
    if not isinstance(value, Rate):
        return unit_of(figure)
    parts = f"{spoken(value.numerator)}/{spoken(value.denominator)}"
    return " ".join(part for part in (counting_unit(figure.indicator, figure.cut), parts) if part)


class FigureCard(Card):
    """An indicator's name and its number; several numbers where units must not be added."""

    asked = Signal(object)

    def __init__(self, figures: Sequence[ShowFigure], *, compact: bool = False) -> None:
        super().__init__()
        self._scale = "small" if compact else "large" if len(figures) == 1 else "medium"
        self.body.setContentsMargins(14, 4 if compact else 8, 10, 4 if compact else 6)
        self.body.setSpacing(2)
        self.buttons: list[FigureButton] = []
        name = QLabel(figures[0].indicator.name)
        name.setObjectName("muted")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        if compact:
            line.addWidget(name)
        else:
            self.body.addWidget(name)
        for figure in figures:
            self._add(figure, line)
        line.addStretch()
        self.body.addLayout(line)

    def _add(self, figure: ShowFigure, line: QHBoxLayout) -> None:
        button = FigureButton(figure, self._scale)
        button.clicked.connect(lambda: self.asked.emit(figure))
        unit = QLabel(_beside(figure))
        unit.setObjectName("muted")
        line.addWidget(button)
        line.addWidget(unit)
        self.buttons.append(button)

"""A row of key figures (数字卡片行), filled anew whenever the question changes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.figures.figure_card import FigureCard
from ui.requests import ShowFigure


class CardRow(QWidget):
    """Cards side by side."""

    asked = Signal(object)

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._compact = compact
        self.cards: list[FigureCard] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)

    def show_figures(self, groups: Sequence[Sequence[ShowFigure]]) -> None:
        """Shows one card for each group of figures."""
        for card in self.cards:
            self._line.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [FigureCard(group, compact=self._compact) for group in groups]
        for card in self.cards:
            card.asked.connect(self.asked)
            self._line.addWidget(card, 1)

"""A row of key figures (数字卡片行), filled anew whenever the question changes."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.figures.figure_card import FigureCard
from ui.requests import ShowFigure

_SPACE = 12


class CardRow(QWidget):
    """Cards side by side, going on in the next line where they would be wider than the row."""

    asked = Signal(object)

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self._compact = compact
        self.cards: list[FigureCard] = []
        self._lines: list[list[FigureCard]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SPACE)

    def show_figures(self, groups: Sequence[Sequence[ShowFigure]]) -> None:
        """Shows one card for each group of figures."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [FigureCard(group, compact=self._compact) for group in groups]
        for card in self.cards:
            card.asked.connect(self.asked)
        # A row that asked for the width of all its cards could never become too narrow for them.
        self.setMinimumWidth(max((card.minimumSizeHint().width() for card in self.cards), default=0))
        self._lay()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if list(self._broken()) != self._lines:
            self._lay()

    def _lay(self) -> None:
        while line := self._column.takeAt(0):
            line.layout().deleteLater()
        self._lines = list(self._broken())
        for cards in self._lines:
            line = QHBoxLayout()
            line.setSpacing(_SPACE)
            self._column.addLayout(line)
            for card in cards:
                line.addWidget(card, 1)

    def _broken(self) -> Iterator[list[FigureCard]]:
        """The cards of each line."""
        line: list[FigureCard] = []
        for card in self.cards:
            if line and sum(one.minimumSizeHint().width() + _SPACE for one in [*line, card]) - _SPACE > self.width():
                yield line
                line = []
            line.append(card)
        if line:
            yield line

"""Headings over several levels (多级表头), above a table or at its side; what belongs together is one field."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.figures.heading_blocks import Block, Blocks
from ui.figures.sheet import Levels
from ui.theme import COLOURS

_AIR = 6
"""Above and below the words of a heading, in pixels."""
_MARGIN = 9
"""At their sides."""
_WIDEST = 16
"""Chinese letters of a label; what is longer is cut, the whole is in the tool tip."""


class LevelledHeader(QHeaderView):
    """Draws its headings itself, level by level; `strong` are the sections that are written bold."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._headings: Sequence[Levels] = ()
        self._blocks = Blocks(())
        self._strong: frozenset[int] = frozenset()
        self._sizes: list[int] = []
        self._least = 0
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    @property
    def level_sizes(self) -> Sequence[int]:
        """How high (or wide) each level is, in pixels."""
        return self._sizes

    def show_headings(self, headings: Sequence[Levels], strong: frozenset[int] = frozenset()) -> None:
        """Shows other headings; the model has as many sections."""
        self._headings, self._strong = headings, strong
        self._blocks = Blocks(headings)
        self._sizes = [self._size_of(level) for level in range(max(map(len, headings), default=0))]
        self.updateGeometry()
        self.viewport().update()

    def keep_room(self, pixels: int) -> None:
        """Never narrower (at the side) or lower (above) than so many pixels."""
        self._least = pixels
        self.updateGeometry()

    def least_width(self, section: int) -> int:
        """How wide a section above a table must be for the headings that stand over it alone."""
        blocks = [self._blocks.at(section, level) for level in range(len(self._sizes))]
        lines = [line for block in blocks if block.first == block.last for line in block.text.split("\n")]
        return max(map(self.fontMetrics().horizontalAdvance, lines), default=0) + 2 * _MARGIN + 4

    def _size_of(self, level: int) -> int:
        """As large as the headings that stand at this level alone ask for."""
        metrics, deeper = self.fontMetrics(), level + 1
        own = [levels[level] for levels in self._headings if deeper == len(levels) or levels[deeper]]
        if self._is_above:
            return (max((text.count("\n") for text in own), default=0) + 1) * metrics.lineSpacing() + 2 * _AIR
        widest = metrics.horizontalAdvance(max(own, key=len, default=""))
        return min(widest, _WIDEST * metrics.horizontalAdvance("字")) + 2 * _MARGIN + 4

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        whole = max(sum(self._sizes), self._least)
        return QSize(size.width(), whole) if self._is_above else QSize(whole, size.height())

    @property
    def _is_above(self) -> bool:
        return self.orientation() == Qt.Orientation.Horizontal

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        for level in range(len(self._sizes)):
            block = self._blocks.at(logicalIndex, level)
            if block.top == level:
                self._paint(painter, rect, block)

    def _paint(self, painter: QPainter, section: QRect, block: Block) -> None:
        """Draws the part of a block that lies in a section; its words run over all of its sections."""
        field = self._field(block)
        painter.save()
        painter.setClipRect(section & field)
        painter.fillRect(field, QColor(COLOURS.head))
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(field.topRight(), field.bottomRight())
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        font = painter.font()
        font.setBold(self._is_above or block.first in self._strong)
        painter.setFont(font)
        painter.setPen(QColor(COLOURS.ink))
        # The words of a long block stay in sight wherever the table is scrolled to.
        seen = field & self.viewport().rect() if block.last > block.first else field
        inside = seen.adjusted(_MARGIN, 0, -_MARGIN, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | self._side(block)
        words = "\n".join(
            painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, inside.width() + 4)
            for line in block.text.split("\n")
        )
        painter.drawText(inside, int(flags), words)
        painter.restore()

    def _side(self, block: Block) -> Qt.AlignmentFlag:
        if not self._is_above:
            return Qt.AlignmentFlag.AlignLeft
        spans = block.last > block.first
        return Qt.AlignmentFlag.AlignHCenter if spans else Qt.AlignmentFlag.AlignRight

    def _field(self, block: Block) -> QRect:
        start = self.sectionViewportPosition(block.first)
        end = self.sectionViewportPosition(block.last) + self.sectionSize(block.last)
        before = sum(self._sizes[: block.top])
        deep = sum(self._sizes[block.top : block.bottom + 1])
        if block.bottom + 1 == len(self._sizes):
            # The table may give the headings more room than they ask for.
            deep = (self.height() if self._is_above else self.width()) - before
        size = QSize(end - start, deep) if self._is_above else QSize(deep, end - start)
        return QRect(QPoint(start, before) if self._is_above else QPoint(before, start), size)

"""Pages to look through (看版面): one below the other, each drawn when it comes into sight."""

from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea
from typing_extensions import override

from gridapp.pages.laid_pages import LaidPages
from ui.printing.page_painter import POINTS, picture_of

_GAP = 12
"""Pixels around a page."""
_STEP = 1.25
_LEAST, _MOST = 0.2, 4.0
"""Pixels a point."""
_DRAWN = 6
"""Pages that stay drawn."""
_GROUND, _EDGE = "#8d96a3", "#5b6470"


class PageView(QAbstractScrollArea):
    """Fits the width or a whole page until somebody chooses another size."""

    turned_over = Signal()
    """Another page is the current one."""

    def __init__(self, pages: LaidPages) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("打印预览")
        self._pages = pages
        self._scale = 1.0
        self._fit = self.fit_width
        self._current = 1
        self._tops: list[int] = []
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._lay_out()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def current_page(self) -> int:
        """The page that is looked at, from 1."""
        return self._current

    @property
    def scale(self) -> float:
        """How large pages are shown, in pixels a point."""
        return self._scale

    def show_pages(self, pages: LaidPages) -> None:
        """Shows other pages from the first."""
        self._pages = pages
        self._fit()
        self.go_to(1)

    def go_to(self, page: int) -> None:
        """Brings a page into sight."""
        page = min(max(1, page), self.page_count)
        self.verticalScrollBar().setValue(self._tops[page - 1] - _GAP)
        self._come_to(page)

    def fit_whole(self) -> None:
        """Shows a whole page at a time."""
        self._fit = self.fit_whole
        wide, high = self._sizes(0), self._sizes(1)
        room = self._room()
        self._resize(min(room[0] / wide, room[1] / high))

    def fit_width(self) -> None:
        """Shows pages as wide as there is room."""
        self._fit = self.fit_width
        self._resize(self._room()[0] / self._sizes(0))

    def zoom_in(self) -> None:
        """Shows pages larger."""
        self._zoom(_STEP)

    def zoom_out(self) -> None:
        """Shows pages smaller."""
        self._zoom(1 / _STEP)

    def _zoom(self, by: float) -> None:
        self._fit = self._stay
        self._resize(self._scale * by)

    def _stay(self) -> None:
        self._resize(self._scale)

    def _sizes(self, side: int) -> float:
        return max(size[side] for size in self._pages.sizes)

    def _room(self) -> tuple[int, int]:
        """The room for a page, beside the bar that more than one of them need."""
        bar = self.verticalScrollBar().sizeHint().width() if self.page_count > 1 else 0
        whole = self.contentsRect()
        return max(whole.width() - bar - 2 * _GAP, 1), max(whole.height() - 2 * _GAP, 1)

    def _resize(self, scale: float) -> None:
        self._scale = min(max(scale, _LEAST), _MOST)
        fits = self._fit != self._stay
        shown = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(shown)
        self._lay_out()
        self.go_to(self._current)

    def _lay_out(self) -> None:
        self._drawn.clear()
        heights = (round(high * self._scale) + _GAP for _, high in self._pages.sizes)
        self._tops = list(accumulate(heights, initial=_GAP))
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        seen = self.viewport().size()
        wide = round(self._sizes(0) * self._scale) + 2 * _GAP
        for bar, room, whole in (
            (self.verticalScrollBar(), seen.height(), self._tops[-1]),
            (self.horizontalScrollBar(), seen.width(), wide),
        ):
            bar.setRange(0, max(0, whole - room))
            bar.setPageStep(room)
            bar.setSingleStep(max(room // 10, 1))

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self._come_to(bisect_right(self._tops, middle))
        self.viewport().update()

    def _come_to(self, page: int) -> None:
        self._current = min(max(1, page), self.page_count)
        self.setAccessibleDescription(f"第 {self._current} 页，共 {self.page_count} 页")
        self.turned_over.emit()

    def _place(self, page: int) -> QRect:
        """Where a page stands in what is seen, counted from 0."""
        wide, high = (round(side * self._scale) for side in self._pages.sizes[page])
        seen = self.viewport().width()
        left = max((seen - wide) // 2, _GAP) - self.horizontalScrollBar().value()
        return QRect(left, self._tops[page] - self.verticalScrollBar().value(), wide, high)

    def _picture(self, page: int) -> QImage:
        if page not in self._drawn:
            sharp = self.devicePixelRatioF()
            picture = picture_of(self._pages[page], self._scale * POINTS * sharp)
            picture.setDevicePixelRatio(sharp)
            self._drawn[page] = picture
            if len(self._drawn) > _DRAWN:
                self._drawn.popitem(last=False)
        return self._drawn[page]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(_GROUND))
        painter.setPen(QColor(_EDGE))
        above = self.verticalScrollBar().value() + event.rect().top()
        for page in range(max(bisect_right(self._tops, above) - 1, 0), self.page_count):
            place = self._place(page)
            if place.top() > event.rect().bottom():
                break
            if place.intersects(event.rect()):
                painter.drawImage(place.topLeft(), self._picture(page))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
        else:
            super().wheelEvent(event)

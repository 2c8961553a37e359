"""The pages of a section while they are filled (排版中的页): one at a time, or several to be laid beside each other."""

from gridapp.pages.blocks import Paragraph, Run
from gridapp.pages.document import PageSetUp
from gridapp.pages.drawn import Item, LaidPage, Stroke
from gridapp.pages.laid_lines import LaidLine, laid
from gridapp.pages.laid_table import Band
from gridapp.pages.ruler import Ruler
from gridapp.pages.rules import Rules

_SMALL = 9.0


class Sheets:
    """Draws on the pages that are open; those that are full wait to be taken."""

    def __init__(self, set_up: PageSetUp, ruler: Ruler) -> None:
        self._set_up, self._ruler = set_up, ruler
        self._full: list[LaidPage] = []
        self._open: list[tuple[LaidPage, Rules]] = []
        self._beside = self.most = 1
        self.begin()

    def begin(self) -> None:
        """Begins a page, or as many as lie beside each other."""
        self._finish()
        for _ in range(self._beside):
            self._add()

    def widen(self, beside: int) -> None:
        """From here on so many pages lie beside each other."""
        self._beside, self.most = beside, max(beside, self.most)
        if beside > 1:
            self._say_place(0)
        while len(self._open) < beside:
            self._add()

    def narrow(self) -> None:
        """The next page lies alone again."""
        self._beside = 1

    def take(self) -> list[LaidPage]:
        """The pages that are full, each given once."""
        full, self._full = self._full, []
        return full

    def take_all(self) -> list[LaidPage]:
        """The last pages too; nothing can be drawn any more."""
        self._finish()
        return self.take()

    def line(self, line: LaidLine, left: float, top: float, sheet: int = 0) -> None:
        """Draws a line with its corner there."""
        items: list[Item] = self._open[sheet][0].items
        for text in line.texts:
            text.x += left
            text.y += top
            items.append(text)
        items += (Stroke(one.x1 + left, one.y1 + top, one.x2 + left, one.y2 + top) for one in line.strokes)

    def band(self, band: Band, left: float, top: float, sheet: int = 0) -> None:
        """Draws rows of a table with its corner there."""
        rules = self._open[sheet][1]
        for box in band.boxes:
            rules.add(left + box.left, top + box.top, box.width, box.height, box.sides)
            for line in box.lines:
                self.line(line, left + box.left + box.inset, top + box.top + line.top, sheet)

    def put(self, item: Item) -> None:
        """Puts anything on the first of the open pages."""
        self._open[0][0].items.append(item)

    def _add(self) -> None:
        self._open.append((LaidPage(self._set_up.width, self._set_up.height), Rules()))
        if self._beside > 1:
            self._say_place(len(self._open) - 1)

    def _finish(self) -> None:
        for page, rules in self._open:
            page.items += rules.strokes()
            self._full.append(page)
        self._open = []

    def _say_place(self, place: int) -> None:
        """Where the sheet lies among those beside it, in the margin above."""
        side = "右边各列见下一页" if not place else "左边各列见上一页"
        words = f"左起第 {place + 1} 张，共 {self._beside} 张（{side}）"
        for line in laid([Paragraph(runs=(Run(words, _SMALL),))], self._ruler, self._set_up.room)[0]:
            self.line(line, self._set_up.left, self._set_up.head_at, place)

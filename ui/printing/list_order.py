"""A list to be printed (打印台账): the columns that are seen, in their order, as they read on the screen."""

from collections.abc import Sequence
from uuid import UUID

from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.pages.document import LANDSCAPE, Document, PageSetUp
from gridapp.pages.list_page import ListOnPaper, list_page
from gridapp.pages.progress import Progress, Steps
from gridapp.ports import CaseQuery, CaseRow
from ui.cases.columns import ListColumn
from ui.desk import Desk
from ui.lists.units import LINES, unit_of, units_apart
from ui.printing.print_order import Extent, PrintOrder

MOST_PRINTED = 20_000
"""Rows of the longest list that is printed: seven hundred pages and more, read and laid out in half a minute."""
_PIECE = 500
"""Rows that are read at once."""
_SAMPLE = 200
"""Rows from which the pages of a longer list are estimated."""
_LIGHT = "light"
_FOREMOST = 3
"""Columns at the beginning among which the number is repeated on every sheet."""


def list_order(
    desk: Desk, query: CaseQuery, columns: Sequence[ListColumn], title: str, unit: str, question: str
) -> PrintOrder:
    """A list with its question in words; what is masked on the screen is masked on paper."""
    lines = _Lines(desk, query, columns)
    foremost = [column.name for column in columns[:_FOREMOST]]

    def told(rows: Sequence[Sequence[str]]) -> ListOnPaper:
        return ListOnPaper(
            title=title,
            question=f"查询条件：{question}",
            unit=unit,
            headings=[column.heading for column in columns],
            measure=_measure(query.kind),
            rows=rows,
            numbers=[place for place, column in enumerate(columns) if column.is_number],
            labels=foremost.index("number") + 1 if "number" in foremost else 1,
        )

    def make(set_up: PageSetUp) -> Document:
        return list_page(told(lines.rows), set_up)

    def extent() -> Extent:
        # What measures letters is slow to import and only needed where something is printed.
        from gridapp.pages.face_files import FileMetrics
        from gridapp.pages.layout import laid_out

        sample, whole = lines.sample(), len(lines.ids)
        pages = len(laid_out(list_page(told(sample), LANDSCAPE), FileMetrics()))
        return Extent(whole, max(1, round(pages * whole / len(sample))))

    return PrintOrder(title=title, make=make, read=lines.read, extent=extent)


def _measure(kind: Kind | None) -> str:
    """In what the rows are counted; those of a kind with several units are only rows, for units are never added."""
    if kind is None:
        return LINES
    return "行" if units_apart(kind) else unit_of(kind)


class _Lines:
    """The lines of a list in words, read once; asked for behind the window."""

    def __init__(self, desk: Desk, query: CaseQuery, columns: Sequence[ListColumn]) -> None:
        self._desk, self._query, self._columns = desk, query, columns
        self._ids: Sequence[UUID] | None = None
        self._read = 0
        self.rows: list[tuple[str, ...]] = []

    @property
    def ids(self) -> Sequence[UUID]:
        """The cases of the list; raises `Refusal` where there are none, or too many for paper."""
        if self._ids is None:
            self._ids = self._desk.office.lists.find_ids(self._query)
        if not self._ids:
            raise Refusal("没有符合条件的记录，没有可打印的内容。")
        if len(self._ids) > MOST_PRINTED:
            raise Refusal(
                f"共 {len(self._ids):,} 行，一次最多打印 {MOST_PRINTED:,} 行；请按月或按村缩小范围后打印，"
                "或者用“导出…”存为文件。"
            )
        return self._ids

    def sample(self) -> Sequence[tuple[str, ...]]:
        """Some rows from all over the list."""
        apart = -(-len(self.ids) // _SAMPLE)
        return self._said(self.ids[::apart])

    def read(self) -> Steps[None]:
        """Reads every row, piece by piece; when it is printed on other paper they are there already."""
        while self._read < len(self.ids):
            self.rows += self._said(self.ids[self._read : self._read + _PIECE])
            self._read = min(self._read + _PIECE, len(self.ids))
            yield Progress("正在读取", self._read, len(self.ids), "行")

    def _said(self, ids: Sequence[UUID]) -> Sequence[tuple[str, ...]]:
        found = self._desk.office.lists.load_rows(ids)
        return [tuple(_in_words(column, row, self._desk) for column in self._columns) for row in found]


def _in_words(column: ListColumn, row: CaseRow, desk: Desk) -> str:
    """What stands in a column; of a light only its word, for its limits have columns of their own."""
    said = column.said(row, desk)
    return said.partition("，")[0] if column.name == _LIGHT else said

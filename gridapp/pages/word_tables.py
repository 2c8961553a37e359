"""The tables of a Word file (Word 表格): widths, merged cells, repeated headings, which sides are ruled."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from gridapp.pages.blocks import Align, Cell, Paragraph, Row, Side, Table
from gridapp.pages.word_package import W
from gridapp.pages.word_styles import Look, Styles, align_of, attributes, is_on, look_of, plain, points, table_style

_NO_RULE = frozenset({"nil", "none"})
_PADDING = 5.4
_MOST_COLUMNS = 63
"""Columns of the widest table that Word can make."""
_SIDES = {"top": Side.TOP, "right": Side.RIGHT, "end": Side.RIGHT, "bottom": Side.BOTTOM, "left": Side.LEFT}
_SIDES["start"] = Side.LEFT
_Place = tuple[int, int]


class WordTable:
    """One table while it is read; `contents` gives the paragraphs in a cell of a table of a style."""

    def __init__(
        self, table: Element, styles: Styles, contents: Callable[[Element, str | None], Iterator[Paragraph]]
    ) -> None:
        self._contents = contents
        properties = table.find(f"{W}tblPr")
        self._style = table_style(properties)
        told = list(styles.table(properties))
        self._look: Look = look_of(*told)
        self._rules = look_of(*(one.find(f"{W}tblBorders") for one in told))
        self._margins = look_of(*(one.find(f"{W}tblCellMar") for one in told))
        self._rows = list(_children(table, "tr"))
        grid = table.find(f"{W}tblGrid")
        self._widths = [points(column.get(f"{W}w")) for column in grid] if grid is not None else []
        self._cells: dict[_Place, tuple[Element, int]] = {}
        for r, row in enumerate(self._rows):
            column = _skipped(row, "gridBefore")
            for cell in _children(row, "tc"):
                span = _span(cell)
                self._cells[r, column] = cell, span
                column += span
        self._columns = max((column + span for (_, column), (_, span) in self._cells.items()), default=0)

    def told(self) -> Table | None:
        """The table; None where it has no cell."""
        if not self._columns:
            return None
        widths = (*self._widths, *([0.0] * (self._columns - len(self._widths))))[: self._columns]
        if not all(widths):
            widths = self._from_cells(widths)
        left = self._margins.get("left") or self._margins.get("start") or {}
        heads = 0
        while heads < len(self._rows) and is_on(look_of(self._rows[heads].find(f"{W}trPr")), "tblHeader"):
            heads += 1
        align = align_of(self._look)
        return Table(
            rows=tuple(self._row(place) for place in range(len(self._rows))),
            widths=tuple(widths),
            head=heads,
            padding=points(left["w"]) if "w" in left else _PADDING,
            above=points(self._margins.get("top", {}).get("w")),
            align=align if align is not Align.BOTH else Align.LEFT,
        )

    def _from_cells(self, widths: tuple[float, ...]) -> tuple[float, ...]:
        found = list(widths)
        for (_, column), (cell, span) in self._cells.items():
            wide = points(look_of(cell.find(f"{W}tcPr")).get("tcW", {}).get("w"))
            for place in range(column, column + span):
                found[place] = found[place] or wide / span
        some = [width for width in found if width]
        usual = sum(some) / len(some) if some else 1.0
        return tuple(width or usual for width in found)

    def _row(self, r: int) -> Row:
        cells: list[Cell] = []
        column = 0
        while column < self._columns:
            found = self._cells.get((r, column))
            if found is None:
                cells.append(Cell(sides=Side.NONE))
                column += 1
                continue
            element, span = found
            if _merge(element) != "continue" or not self._reaches(r - 1, column):
                cells.append(self._cell(r, column, element, span))
            column += span
        height = look_of(self._rows[r].find(f"{W}trPr")).get("trHeight", {}).get("val")
        return Row(cells=tuple(cells), height=max(0.0, points(height)))

    def _reaches(self, r: int, column: int) -> bool:
        """Whether a cell above is one from which those below can go on."""
        return (r, column) in self._cells and _merge(self._cells[r, column][0]) != ""

    def _cell(self, r: int, column: int, element: Element, span: int) -> Cell:
        rows = 1
        if _merge(element):
            while (below := self._cells.get((r + rows, column))) is not None and _merge(below[0]) == "continue":
                rows += 1
        look = look_of(element.find(f"{W}tcPr"))
        return Cell(
            paragraphs=tuple(self._contents(element, self._style)),
            columns=span,
            rows=rows,
            middle=look.get("vAlign", {}).get("val") in {"center", "bottom"},
            sides=self._sides(r, column, rows, span, element),
        )

    def _sides(self, r: int, column: int, rows: int, span: int, element: Element) -> Side:
        own = element.find(f"{W}tcPr/{W}tcBorders")
        said = {plain(one): attributes(one).get("val", "") for one in own} if own is not None else {}
        sides = Side.NONE
        for name, side in (
            ("top" if r == 0 else "insideH", Side.TOP),
            ("bottom" if r + rows >= len(self._rows) else "insideH", Side.BOTTOM),
            ("left" if column == 0 else "insideV", Side.LEFT),
            ("right" if column + span >= self._columns else "insideV", Side.RIGHT),
        ):
            if self._rules.get(name, {}).get("val", "nil") not in _NO_RULE:
                sides |= side
        for name, value in said.items():
            side = _SIDES.get(name, Side.NONE)
            sides = sides & ~side if value in _NO_RULE else sides | side
        return sides


def _children(parent: Element, name: str) -> Iterator[Element]:
    """Children of a name, also those in a control for content."""
    for child in parent:
        if plain(child) == name:
            yield child
        elif plain(child) in {"sdt", "sdtContent", "ins"}:
            yield from _children(child, name)


def _skipped(row: Element, name: str) -> int:
    return _number(look_of(row.find(f"{W}trPr")).get(name, {}).get("val"), 0)


def _span(cell: Element) -> int:
    return max(1, _number(look_of(cell.find(f"{W}tcPr")).get("gridSpan", {}).get("val"), 1))


def _merge(cell: Element) -> str:
    """How a cell is merged downwards: it begins, it goes on, or neither."""
    look = look_of(cell.find(f"{W}tcPr"))
    if "vMerge" not in look:
        return ""
    return "restart" if look["vMerge"].get("val") == "restart" else "continue"


def _number(text: str | None, otherwise: int) -> int:
    return min(int(text), _MOST_COLUMNS) if text and text.isdecimal() and len(text) < _MOST_COLUMNS else otherwise

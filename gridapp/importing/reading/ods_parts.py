"""Merged regions and faulty cells of an .ods workbook (合并与出错的单元格), of which calamine tells nothing."""

import re
from collections.abc import Iterable, Mapping
from xml.parsers import expat

from gridapp.importing.reading.cells import Fault, Merged
from gridapp.importing.reading.faults import cell_error

_TAG = re.compile(rb"<table:table(-row)?(?=[\s/>])([^>]*)>")
"""A sheet or a row begins. No other prefix is looked for, because calamine reads no other."""
_ROW_END = b"</table:table-row>"
_REPEATED = re.compile(rb"""\stable:number-rows-repeated=["'](\d+)["']""")
_TELLING = re.compile(rb"""-spanned=["'](?!1["'])|:value-type=["']error["']""")
_WORDS = (b"-spanned=", b"error")
"""A word is found far faster than a pattern, and most rows hold neither."""
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_LAST = True


class OdsParts:
    """What is told of every sheet, by its number from 0."""

    def __init__(self) -> None:
        self.merged: list[list[Merged]] = []
        self.faults: list[dict[int, dict[int, tuple[str, Fault]]]] = []
        self._row = 0
        self._rest = b""

    def take(self, blocks: Iterable[bytes]) -> None:
        """Takes the content piece by piece; raises `expat.ExpatError` where it is broken."""
        # A parser that calls nobody is fast; only the few rows that tell something are looked at cell by cell.
        whole = expat.ParserCreate()
        for block in blocks:
            whole.Parse(block)
            self._look(self._rest + block)
        whole.Parse(b"", _LAST)

    def _look(self, content: bytes) -> None:
        read = 0
        for tag in _TAG.finditer(content):
            if tag.start() < read:
                continue
            read = tag.end()
            if tag[1] is None:
                self._row = 0
                self.merged.append([])
                self.faults.append({})
                continue
            if not tag[2].endswith(b"/"):
                read = content.find(_ROW_END, tag.end()) + len(_ROW_END)
                if read < len(_ROW_END):
                    read = tag.start()
                    break
                self._look_at_row(content[tag.start() : read])
            repeated = _REPEATED.search(tag[2])
            self._row += 1 if repeated is None else int(repeated[1])
        else:
            read = max(read, content.rfind(b"<"))
        self._rest = content[read:]

    def _look_at_row(self, row: bytes) -> None:
        if self.merged and any(word in row for word in _WORDS) and _TELLING.search(row):
            cells = _Cells(self._row)
            cells.take(row)
            self.merged[-1] += cells.merged
            if cells.faults:
                self.faults[-1][self._row + 1] = cells.faults


class _Cells:
    """The cells of one row, by the number of the rows above it."""

    def __init__(self, above: int) -> None:
        self._above = above
        self._place = self._reach = 0
        self._error: list[str] | None = None
        self.merged: list[Merged] = []
        self.faults: dict[int, tuple[str, Fault]] = {}

    def take(self, row: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(row, _LAST)

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name not in _CELLS:
            return
        self._reach = _number(attributes, "number-columns-repeated")
        across, down = (_number(attributes, f"number-{of}-spanned") for of in ("columns", "rows"))
        if across > 1 or down > 1:
            first, place = self._above + 1, self._place
            self.merged.append(Merged(first, place, self._above + down, place + across - 1))
        if attributes.get("calcext:value-type") == "error":
            self._error = []

    def _end(self, name: str) -> None:
        if name not in _CELLS:
            return
        if self._error is not None:
            shown = "".join(self._error)
            self.faults[self._place] = shown, cell_error(self._place, shown)
            self._error = None
        self._place += self._reach

    def _text(self, text: str) -> None:
        if self._error is not None:
            self._error.append(text)


def _number(attributes: Mapping[str, str], name: str) -> int:
    said = attributes.get(f"table:{name}", "1")
    return int(said) if said.isdecimal() else 1

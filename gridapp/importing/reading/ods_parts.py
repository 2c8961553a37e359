"""Merged regions and faulty cells of an .ods workbook (合并与出错的单元格), of which calamine tells nothing."""

from collections.abc import Iterable, Mapping
from xml.parsers import expat

from gridapp.importing.reading.cells import Fault, Merged
from gridapp.importing.reading.faults import cell_error

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_LAST = True
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})


class OdsParts:
    """What is told of every sheet, by its number from 0."""

    def __init__(self) -> None:
        self.merged: list[list[Merged]] = []
        self.faults: list[dict[int, dict[int, tuple[str, Fault]]]] = []
        self._row = self._place = self._rows = self._cells = 0
        self._error: list[str] | None = None

    def take(self, blocks: Iterable[bytes]) -> None:
        """Takes the content piece by piece; raises `expat.ExpatError` where it is broken."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._text
        for block in blocks:
            parser.Parse(block)
        parser.Parse(b"", _LAST)

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _CELLS and self.merged:
            self._cells = _number(attributes, "number-columns-repeated")
            across, down = (_number(attributes, f"number-{of}-spanned") for of in ("columns", "rows"))
            if across > 1 or down > 1:
                region = Merged(self._row + 1, self._place, self._row + down, self._place + across - 1)
                self.merged[-1].append(region)
            if attributes.get(f"{_CALC}value-type") == "error":
                self._error = []
        elif name == f"{_TABLE}table-row":
            self._rows, self._place = _number(attributes, "number-rows-repeated"), 0
        elif name == f"{_TABLE}table":
            self._row = 0
            self.merged.append([])
            self.faults.append({})

    def _end(self, name: str) -> None:
        if name in _CELLS:
            if self._error is not None:
                shown = "".join(self._error)
                self.faults[-1].setdefault(self._row + 1, {})[self._place] = shown, cell_error(self._place, shown)
                self._error = None
            self._place += self._cells
        elif name == f"{_TABLE}table-row":
            self._row += self._rows

    def _text(self, text: str) -> None:
        if self._error is not None:
            self._error.append(text)


def _number(attributes: Mapping[str, str], name: str) -> int:
    said = attributes.get(_TABLE + name, "1")
    return int(said) if said.isdecimal() else 1

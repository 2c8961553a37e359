"""Workbooks of Excel 2003 as one XML text (XML 表格 2003), which older systems export as .xls."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from xml.parsers import expat

from gridapp.importing.reading.cells import Cell
from gridapp.importing.reading.faults import cell_error
from gridapp.importing.reading.grid import Grid

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet "
_NO_DAY = date(1899, 12, 31)


class XmlSheets:
    """Takes a text piece by piece; `sheets` are the sheets so far, by name."""

    def __init__(self) -> None:
        self.sheets: dict[str, Grid] = {}
        self._grid = Grid()
        self._place: int | None = None
        self._reach = (1, 1)
        self._type: str | None = None
        self._said: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._begin, self._end
        self._parser.CharacterDataHandler = self._said.append

    def feed(self, text: str) -> None:
        """Takes one more piece; raises `expat.ExpatError` where the text is broken."""
        self._parser.Parse(text)

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        told = {name.removeprefix(_SPACE): value for name, value in attributes.items()}
        match tag.removeprefix(_SPACE):
            case "Worksheet":
                self._grid = self.sheets.setdefault(told.get("Name", ""), Grid())
            case "Row":
                self._grid.next_row(_number(told, "Index") or None)
            case "Cell":
                index = _number(told, "Index")
                self._place = index - 1 if index else None
                self._reach = (1 + _number(told, "MergeAcross"), 1 + _number(told, "MergeDown"))
                self._type = None
                self._said.clear()
            case "Data":
                self._type = told.get("Type", "String")
                self._said.clear()

    def _end(self, tag: str) -> None:
        match tag.removeprefix(_SPACE):
            case "Data":
                self._put("".join(self._said))
            case "Cell" if self._type is None:
                self._put("")

    def _put(self, said: str) -> None:
        across, down = self._reach
        cell: Cell = said
        # What is not what it says it is stays as it is written.
        with suppress(ValueError):
            cell = _READ.get(self._type or "", str)(said)
        place = self._grid.put(cell, self._place, across, down)
        if self._type == "Error":
            self._grid.blame(cell_error(place, said))


def _number(told: Mapping[str, str], name: str) -> int:
    said = told.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() else 0


def _moment(said: str) -> date | datetime | time:
    moment = datetime.fromisoformat(said).replace(microsecond=0)
    if moment.date() == _NO_DAY:
        return moment.time()
    return moment if moment.time() != time() else moment.date()


_READ: Mapping[str, Callable[[str], Cell]] = {
    "Number": float,
    "Boolean": lambda said: said == "1",
    "DateTime": _moment,
}

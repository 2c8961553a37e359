"""OpenDocument workbooks (.ods): read by calamine, completed with what it leaves as it is written."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from xml.parsers.expat import ExpatError

from typing_extensions import override

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.archive import Archive
from gridapp.importing.reading.beside import GiveUp
from gridapp.importing.reading.calamine_source import CalamineSource
from gridapp.importing.reading.cells import Cell, Row
from gridapp.importing.reading.faults import Told
from gridapp.importing.reading.ods_parts import OdsParts
from gridapp.importing.reading.source import SheetContent

_LENGTH = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


class OpenDocumentSource(CalamineSource):
    """An .ods workbook."""

    def __init__(self, path: Path, archive: Archive, give_up: GiveUp) -> None:
        """Raises `Refusal` where calamine cannot open the file."""
        self._path, self._archive = path, archive
        self._parts = OdsParts()
        super().__init__(path, give_up, told_of=self._told, beside_opening=self._look)

    def _look(self) -> None:
        try:
            self._parts.take(self._archive.blocks("content.xml"))
        except ExpatError as error:
            raise Refusal(sentences.damaged(self._path)) from error

    def _told(self, number: int) -> Told:
        known = number < len(self._parts.merged)
        return Told(self._parts.faults[number], self._parts.merged[number]) if known else Told()

    @override
    def content(self, name: str) -> SheetContent:
        content = super().content(name)
        return content._replace(rows=_with_lengths(content.rows))


def _with_lengths(rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        yield row._replace(cells=[_cell(cell) for cell in row.cells])


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith("PT") and (length := _LENGTH.fullmatch(cell)):
        return timedelta(hours=int(length[1]), minutes=int(length[2]), seconds=int(length[3]))
    return cell

"""Markup that bears the name of a workbook (网页或 XML 格式的表格): web pages, and workbooks of Excel 2003 as XML."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from xml.parsers.expat import ExpatError

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.grid import Grid
from gridapp.importing.reading.html_tables import HtmlTables
from gridapp.importing.reading.source import SheetContent, SheetHead
from gridapp.importing.reading.text_encoding import encoding_of
from gridapp.importing.reading.xml_sheets import XmlSheets

_BLOCK = 2**18
_START = 4096
_XML_WORKBOOK = "urn:schemas-microsoft-com:office:spreadsheet"
_PAGE = "文件其实是网页格式的表格，已按其中的表格读取。"


class MarkupSource:
    """A text of markup: each of its tables is a sheet."""

    epoch_1904 = False

    def __init__(self, path: Path) -> None:
        """Raises `Refusal` where it is no text, or holds no table."""
        encoding = encoding_of(path, lambda: None)
        if encoding is None:
            raise Refusal(sentences.saved_page(path))
        with path.open(encoding=encoding, errors="replace") as file:
            start = file.read(_START)
            is_workbook = _XML_WORKBOOK in start and "<html" not in start.lower()
            rest = iter(lambda: file.read(_BLOCK), "")
            self._grids = (_xml_sheets if is_workbook else _tables)(path, chain([start], rest))
        self.remarks: Sequence[str] = () if is_workbook else (_PAGE,)
        if not self._grids:
            raise Refusal(sentences.saved_page(path))
        self.sheets = [SheetHead(name) for name in self._grids]

    def content(self, name: str) -> SheetContent:
        """A table's rows."""
        table = self._grids[name]
        return SheetContent(table.last_row, table.merged, table.rows())


def _tables(path: Path, pieces: Iterable[str]) -> Mapping[str, Grid]:
    page = HtmlTables()
    for piece in pieces:
        page.feed(piece)
    page.close()
    tables = [table for table in page.tables if table.last_row]
    names = [path.stem] if len(tables) == 1 else [f"表格{number}" for number in range(1, len(tables) + 1)]
    return dict(zip(names, tables, strict=True))


def _xml_sheets(path: Path, pieces: Iterable[str]) -> Mapping[str, Grid]:
    workbook = XmlSheets()
    try:
        for piece in pieces:
            workbook.feed(piece)
    except ExpatError as error:
        raise Refusal(sentences.damaged(path)) from error
    return workbook.sheets

"""Workbooks taken apart and put together otherwise (改动工作簿)."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
GRID = {1: ["标题", "数量"], 2: ["演示：积水", "3"]}

Change = Callable[[bytes], bytes]


def workbook(path: Path, *rows: Sequence[object]) -> Path:
    """A workbook of one sheet with these rows, or with those of `GRID`."""
    book = Workbook()
    assert book.active is not None
    for row in rows or GRID.values():
        book.active.append(list(row))
    book.save(path)
    return path


def changed(path: Path, entries: Mapping[str, Change | bytes | None]) -> Path:
    """The workbook with some of its entries changed, added or left out."""
    with ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    for name, change in entries.items():
        if change is None:
            del content[name]
        else:
            content[name] = change if isinstance(change, bytes) else change(content[name])
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, said in content.items():
            archive.writestr(name, said)
    return path


def with_rows(rows: str) -> Change:
    """Puts rows, as they are written in a sheet, below those that are there."""
    return lambda sheet: sheet.replace(b"</sheetData>", rows.encode() + b"</sheetData>")


def text_cell(place: str, text: str) -> str:
    """A cell with a text, as it is written in a sheet."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'

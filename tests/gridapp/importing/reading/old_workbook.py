"""Old workbooks (.xls), byte by byte: nothing that we install can write them ([MS-XLS] in [MS-CFB])."""

from collections.abc import Sequence
from struct import pack

SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
BOOK, SHEET = 0x0005, 0x0010
LOCKED = pack("<HHHHH", 0x002F, 6, 0, 1, 1)
"""The record of a workbook with a password (FILEPASS)."""

FROM_1904 = pack("<HHH", 0x0022, 2, 1)
"""The record of a workbook whose days count from 1904 (DATEMODE)."""

Cell = str | float | bool | bytes
"""A text, a number, yes or no; or a whole record, for a cell of another kind."""


def record(kind: int, content: bytes) -> bytes:
    """A record of a workbook."""
    return pack("<HH", kind, len(content)) + content


def error(row: int, place: int, code: int) -> bytes:
    """A cell that holds an error; 23 is #REF!."""
    return record(0x0205, pack("<HHHBB", row, place, 0, code, 1))


def formula_error(row: int, place: int, code: int) -> bytes:
    """A cell with a formula that ended in an error; 7 is #DIV/0!."""
    return record(0x0006, pack("<HHHBBBBHHHI", row, place, 0, 2, 0, code, 0, 0, 0xFFFF, 0, 0) + pack("<H", 0))


def day(row: int, place: int, serial: float) -> bytes:
    """A cell with a day, in the second of our two formats."""
    return record(0x0203, pack("<HHHd", row, place, 1, serial))


def old_workbook(rows: Sequence[Sequence[Cell]], about: bytes = b"", name: str = "台账") -> bytes:
    """A workbook of one sheet; `about` are further records that concern all of it."""
    formats = record(0x00E0, pack("<HH16x", 0, 0)) + record(0x00E0, pack("<HH16x", 0, 14))
    written = pack("<BB", len(name), 1) + name.encode("utf-16-le")
    head = _begin(BOOK) + about + formats
    place = len(head) + 4 + 6 + len(written) + 4
    return compound(head + record(0x0085, pack("<IBB", place, 0, 0) + written) + record(0x000A, b"") + _sheet(rows))


def _begin(what: int) -> bytes:
    return record(0x0809, pack("<HHHHII", 0x0600, what, 0x0DBB, 0x07CC, 0, 6))


def _sheet(rows: Sequence[Sequence[Cell]]) -> bytes:
    width = max((len(row) for row in rows), default=0)
    cells = b"".join(_cell(n, place, cell) for n, row in enumerate(rows) for place, cell in enumerate(row))
    size = record(0x0200, pack("<IIHHH", 0, len(rows), 0, width, 0))
    return _begin(SHEET) + size + cells + record(0x000A, b"")


def _cell(row: int, place: int, cell: Cell) -> bytes:
    match cell:
        case bytes():
            return cell
        case bool():
            return record(0x0205, pack("<HHHBB", row, place, 0, cell, 0))
        case float() | int():
            return record(0x0203, pack("<HHHd", row, place, 0, cell))
    return record(0x0204, pack("<HHHHB", row, place, 0, len(cell), 1) + cell.encode("utf-16-le"))


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A container with one stream, which is long enough to have sectors of its own."""
    content = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(content) // SECTOR
    assert count + 2 <= SECTOR // 4, "one sector of the table is all there is"
    table = [_TABLE, _END, *range(3, count + 2), _END]
    table += [_FREE] * (SECTOR // 4 - len(table))
    header = pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, _END, 0, _END, 0, 0,
    )  # fmt: skip
    header += pack("<I", _FREE) * ((SECTOR - len(header)) // 4)
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 2, len(content))
    return header + pack(f"<{len(table)}I", *table) + directory.ljust(SECTOR, b"\0") + content


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return pack("<64sHBBIII36xIII", written, len(written), kind, 1, _FREE, _FREE, child, start, size, 0)

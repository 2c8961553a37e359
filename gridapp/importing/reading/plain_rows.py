"""Rows on their way from one process to the other (行的传送): as plain values alone, never as objects.

They travel column by column: a column is mostly of one kind, and is then handled without a look at each cell.
"""

import marshal
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any

from gridapp.importing.reading.cells import Cell, Fault, Row

_VERSION = 2
"""Later versions of the format look for objects that occur twice, which takes longer than writing them twice."""

_TEXT, _AS_IT_IS, _MIXED = "text", "as it is", "mixed"
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MICROSECOND = timedelta(microseconds=1)
_NUMBERS = frozenset({float, int, bool})
_TOLD: Mapping[type, tuple[str, Callable[[Any], str | int]]] = {
    datetime: ("datetime", datetime.isoformat),
    date: ("date", date.isoformat),
    time: ("time", time.isoformat),
    timedelta: ("timedelta", lambda length: length // _MICROSECOND),
}
_UNDERSTOOD: Mapping[str, Callable[[Any], Any]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda length: timedelta(microseconds=length),
}


def seen(text: str) -> str:
    """A text without control characters, which no database and no workbook takes."""
    return text if text.isprintable() else _UNSEEN.sub("", text)


def packed(rows: Sequence[Row]) -> bytes:
    """Rows as bytes; columns that are empty in all of them are cut off on the right."""
    columns = list(zip_longest(*(row.cells for row in rows), fillvalue=""))
    while len(columns) > 1 and not any(columns[-1]) and all(cell == "" for cell in columns[-1]):
        columns.pop()
    faults = [(at, [tuple(fault) for fault in row.faults]) for at, row in enumerate(rows) if row.faults]
    return marshal.dumps(([row.number for row in rows], list(map(_packed_column, columns)), faults), _VERSION)


def unpacked(content: bytes) -> Iterator[Row]:
    """The rows that were packed."""
    numbers, columns, told = marshal.loads(content)
    faults = {at: tuple(Fault(*fault) for fault in faults) for at, faults in told}
    rows = zip(*(_unpacked_column(*column) for column in columns), strict=True)
    for at, (number, cells) in enumerate(zip(numbers, rows, strict=True)):
        yield Row(number, cells, faults.get(at, ()))


def _packed_column(column: Sequence[Cell]) -> tuple[str, Any]:
    """What stands in a column, and its cells: in a mixed one a moment says what it is."""
    kinds = set(map(type, column))
    if kinds == {str}:
        texts: Sequence[Any] = column
        # Where all can be seen, no line ends in any of them.
        if "".join(texts).isprintable():
            return _TEXT, "\n".join(texts)
        return _AS_IT_IS, list(map(seen, texts))
    if kinds <= _NUMBERS:
        return _AS_IT_IS, column
    if len(kinds) == 1 and kinds <= _TOLD.keys():
        kind, told = _TOLD[kinds.pop()]
        return kind, list(map(told, column))
    return _MIXED, list(map(_packed_cell, column))


def _packed_cell(cell: Cell) -> Any:
    told = _TOLD.get(type(cell))
    if told is not None:
        return told[0], told[1](cell)
    return seen(cell) if isinstance(cell, str) else cell


def _unpacked_column(kind: str, column: Any) -> Sequence[Any]:
    if kind == _TEXT:
        texts: Sequence[Any] = column.split("\n")
        return texts
    if kind == _AS_IT_IS:
        as_it_is: Sequence[Any] = column
        return as_it_is
    if kind == _MIXED:
        return [_UNDERSTOOD[cell[0]](cell[1]) if type(cell) is tuple else cell for cell in column]
    return list(map(_UNDERSTOOD[kind], column))

"""Cells of an .xlsx sheet that Excel could not fill (出错的单元格), which calamine gives as empty."""

import re
from collections.abc import Iterable, Iterator

from gridapp.importing.reading.cells import Fault
from gridapp.importing.reading.faults import Faulty, cell_error, formula_unstored

_ROOT = re.compile(rb"<(\w+:)?worksheet\b")
_PLACE = re.compile(rb'\br="(?P<letters>[A-Z]{1,3})(?P<row>\d{1,7})"')
_FORMULA = rb"<x:f[^>]*(?:/>|>[^<]*</x:f>)"
_ERROR = rb'<x:c ([^>]*\bt="e"[^>]*)>(?:' + _FORMULA + rb")?<x:v>([^<]*)</x:v>"
_UNSTORED = rb"<x:c ([^>]*)>" + _FORMULA + rb"(?:<x:v ?/>|<x:v></x:v>)?</x:c>"
_LETTERS = 26
_LONGEST_CELL = 2**23
_FORMULA_OF_TEXT = b't="str"'
"""A formula may well say an empty text."""


def faults_of(blocks: Iterable[bytes]) -> Faulty:
    """The faulty cells of a sheet that is handed over piece by piece."""
    found: dict[int, dict[int, tuple[str, Fault]]] = {}
    for start, shown in _faulty(blocks):
        place = _PLACE.search(start)
        if place is not None:
            column = _column(place["letters"])
            fault = cell_error(column, shown) if shown else formula_unstored(column)
            found.setdefault(int(place["row"]), {})[column] = (shown, fault)
    return found


def _faulty(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, str]]:
    """The start of each faulty cell, and the error that it shows or nothing."""
    rest, prefix = b"", b""
    for number, block in enumerate(blocks):
        content = rest + block
        if number == 0 and (root := _ROOT.search(content)):
            prefix = root[1] or b""
        end = content.rfind(b"<" + prefix + b"c ")
        if end <= 0 and len(content) < _LONGEST_CELL:
            rest = content
            continue
        rest = content[end:] if end > 0 else b""
        yield from _faulty_cells(content[:end] if end > 0 else content, prefix)
    yield from _faulty_cells(rest, prefix)


def _faulty_cells(content: bytes, prefix: bytes) -> Iterator[tuple[bytes, str]]:
    # Most sheets hold neither letter, and one letter is found far faster than a word.
    if b"e" in content and b't="e"' in content:
        for match in re.finditer(_ERROR.replace(b"x:", prefix), content):
            yield match[1], match[2].decode("ascii", "replace")
    if b"f" in content and b"<%bf" % prefix in content:
        for match in re.finditer(_UNSTORED.replace(b"x:", prefix), content):
            if _FORMULA_OF_TEXT not in match[1]:
                yield match[1], ""


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number - 1

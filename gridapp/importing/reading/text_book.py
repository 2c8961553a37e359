"""Text files (.csv), read as they are asked for and never held: cells between commas, tabs or semicolons."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from typing_extensions import override

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.book import Book, BookSheet
from gridapp.importing.reading.cells import Row
from gridapp.importing.reading.plain_rows import seen
from gridapp.importing.reading.source import SheetHead
from gridapp.importing.reading.text_encoding import encoding_of

_DELIMITERS = ",\t;|"
_SEARCHED_LINES = 30
_LONGEST_LINE = 2**20
_QUOTED = re.compile('"[^"]*"')
_SAID_BY_EXCEL = re.compile(r"sep=(.)", re.IGNORECASE)
_KEPT_WHOLE = re.compile(r"""=\s*"(?P<formula>[^"]*)"|'(?P<marked>\d[\dXx.-]*)""")
"""What programs write so that Excel does not round a long number."""


class TextBook(Book):
    """A text file: one sheet that bears the file's name."""

    def __init__(self, path: Path, waiting: Callable[[], None]) -> None:
        """Raises `Refusal` where the file is no text."""
        encoding = encoding_of(path, waiting)
        if encoding is None:
            raise Refusal(sentences.no_text(path))
        self._sheet = _TextSheet(path, encoding)
        self.sheets = [SheetHead(self._sheet.name)]

    @property
    def is_table(self) -> bool:
        """Whether cells are told apart at all."""
        return self._sheet.delimiter is not None

    @override
    def _read(self, head: SheetHead) -> BookSheet:
        return self._sheet

    @override
    def close(self) -> None:
        """The file is only open while rows are asked for."""


class _TextSheet(BookSheet):
    visible, merged, last_row = True, (), None

    def __init__(self, path: Path, encoding: str) -> None:
        self._path, self._encoding = path, encoding
        self._state = _state_of(path)
        self.name = path.stem
        start = list(islice(self._lines(), _SEARCHED_LINES))
        said = _SAID_BY_EXCEL.fullmatch(start[0].strip()) if start else None
        self._above = int(said is not None)
        self.delimiter = said[1] if said else _delimiter(start)

    @override
    def rows(self) -> Iterator[Row]:
        lines = _Lines(islice(self._lines(), self._above, None))
        reader = csv.reader(lines, delimiter=self.delimiter or ",")
        read = 0
        try:
            for number, cells in enumerate(reader, 1):
                # A quotation that ends does so in the last line of its row.
                if reader.line_num > read + 1 and '"' not in lines.last:
                    raise Refusal(sentences.open_quotation(self._path))
                read = reader.line_num
                while cells and not cells[-1]:
                    cells.pop()
                if cells:
                    yield Row(number, [_as_shown(cell) for cell in cells])
        except csv.Error as error:
            raise Refusal(sentences.open_quotation(self._path)) from error

    def _lines(self) -> Iterator[str]:
        try:
            # Its rows are read more than once, and all of the readings must be of the same file.
            if _state_of(self._path) != self._state:
                raise Refusal(sentences.changed(self._path))
            # What cannot be read is the last character of a file that was cut off.
            with self._path.open(encoding=self._encoding, errors="replace", newline="") as file:
                while line := file.readline(_LONGEST_LINE):
                    if len(line) == _LONGEST_LINE:
                        raise Refusal(sentences.no_text(self._path))
                    yield line.replace("\0", "")
        except FileNotFoundError as error:
            raise Refusal(sentences.missing(self._path)) from error
        except OSError as error:
            raise Refusal(sentences.forbidden(self._path)) from error


class _Lines:
    """Lines on their way to the reader of cells; the `last` one is kept."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines, self.last = lines, ""

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.last = line
            yield line


def _state_of(path: Path) -> tuple[int, int]:
    """By which it shows that somebody has written the file anew."""
    known = path.stat()
    return known.st_size, known.st_mtime_ns


def _delimiter(lines: Sequence[str]) -> str | None:
    """The mark that stands equally often in the most lines; nothing where no line has any."""
    best, hits = None, (0, 0)
    bare = [_QUOTED.sub("", line) for line in lines if line.strip()]
    for mark in _DELIMITERS:
        often, most = max(
            ((n, times) for times, n in Counter(line.count(mark) for line in bare).items() if times), default=(0, 0)
        )
        if (often, most) > hits:
            best, hits = mark, (often, most)
    return best


def _as_shown(cell: str) -> str:
    kept = _KEPT_WHOLE.fullmatch(cell)
    return seen((kept["formula"] or kept["marked"] or "") if kept else cell)

"""Tables of web pages (网页表格): many a system exports a page that bears the name of a workbook."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from typing_extensions import override

from gridapp.importing.reading.grid import Grid

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NOT_SHOWN = frozenset({"style", "script", "title", "head"})
_LINES = frozenset({"br", "p", "div"})


class HtmlTables(HTMLParser):
    """Takes a page piece by piece; `tables` are those that hold no other table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Grid] = []
        self._open: list[Grid] = []
        self._said: list[str] | None = None
        self._reach = (1, 1)
        self._hidden = 0

    @override
    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _NOT_SHOWN:
            self._hidden += 1
        elif tag == "table":
            # What stands around an inner table is only its frame.
            self._said = None
            if self._open and self._open[-1] in self.tables:
                self.tables.remove(self._open[-1])
            self._open.append(Grid())
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].next_row()
        elif tag in ("td", "th") and self._open:
            self._end_cell()
            said = dict(attrs)
            self._said, self._reach = [], (_number(said.get("colspan")), _number(said.get("rowspan")))
        elif tag in _LINES and self._said:
            self._said.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in ("td", "th", "tr", "table"):
            self._end_cell()
            if tag == "table" and self._open:
                self._open.pop()

    @override
    def handle_data(self, data: str) -> None:
        if self._said is not None and not self._hidden:
            self._said.append(_BLANKS.sub(" ", data))

    def _end_cell(self) -> None:
        if self._said is not None and self._open:
            lines = "".join(self._said).replace("\xa0", " ").split("\n")
            across, down = self._reach
            self._open[-1].put("\n".join(line.strip() for line in lines).strip(), across=across, down=down)
        self._said = None


def _number(said: str | None) -> int:
    return int(said) if said is not None and said.isdecimal() else 1

"""Blocks of cells on the clipboard (剪贴板): as spreadsheets put them there and take them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.batch.columns import Columns

# A quotation mark opens a cell only where another one closes it; inches and the like are left alone.
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r|\n|$)|([^\t\r\n]*)')
_BREAK = re.compile(r"\r\n|\r|\n")
_MOST_ABOVE = 5
"""So many lines of title may stand over the headings of a printed table."""
_SURELY_HEADINGS, _CELLS_OF_A_CASE = 3, 4
"""Below the first line headings must be several, and no line over them may be a case, which has four cells or more."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of cells with the column of each place; `has_headings` if it brought them, `unknown` those not ours.

    `above` counts the lines of title over the headings, which were left out.
    """

    lines: Sequence[Sequence[str]]
    columns: Mapping[int, int]
    has_headings: bool
    unknown: Sequence[str]
    above: int = 0


def read_block(text: str, first_column: int, columns: Columns) -> Block:
    """A block that is to be put in from a column on, or under its own headings where it brings them."""
    lines = cells_of(text)
    above = _lines_above_headings(lines, columns)
    if above is not None:
        head = lines[above]
        placed: dict[int, int] = {}
        for n, place in _named(head, columns).items():
            if place not in placed.values():
                placed[n] = place
        unknown = [cell.strip() for n, cell in enumerate(head) if cell.strip() and n not in placed]
        return Block(lines[above + 1 :], placed, has_headings=True, unknown=unknown, above=above)
    width = max((len(line) for line in lines), default=0)
    placed = {n: first_column + n for n in range(min(width, len(columns) - first_column))}
    return Block(lines, placed, has_headings=False, unknown=())


def _lines_above_headings(lines: Sequence[Sequence[str]], columns: Columns) -> int | None:
    """How many lines of title, as merged cells leave them, stand over the headings; nothing without headings."""
    if not lines:
        return None
    first = set(_named(lines[0], columns).values())
    if len(first) >= 2 or (len(lines[0]) == 1 and first and len(lines) > 1):
        return 0
    for above, line in enumerate(lines[: _MOST_ABOVE + 1]):
        if above and len(set(_named(line, columns).values())) >= _SURELY_HEADINGS:
            return above
        if sum(bool(cell.strip()) for cell in line) >= _CELLS_OF_A_CASE:
            break
    return None


def _named(head: Sequence[str], columns: Columns) -> Mapping[int, int]:
    """The columns that the cells of a line name, by their places."""
    return {n: place for n, cell in enumerate(head) if cell and (place := columns.place_of_heading(cell)) is not None}


def cells_of(text: str) -> Sequence[Sequence[str]]:
    """The cells of a text with tabs; quoted cells may hold line breaks, a last empty line does not count."""
    lines: list[list[str]] = [[]]
    at = 0
    while True:
        match = _CELL.match(text, at)
        if match is None:
            break
        quoted = match.group(1)
        lines[-1].append(match.group(2) if quoted is None else quoted.replace('""', '"'))
        at = match.end()
        if at >= len(text):
            break
        if text[at] == "\t":
            at += 1
            continue
        ended = _BREAK.match(text, at)
        at = ended.end() if ended else at + 1
        if at >= len(text):
            break
        lines.append([])
    return lines if text else []


def block_text(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells as a spreadsheet takes them."""
    return "\n".join("\t".join(_quoted(cell) for cell in line) for line in lines)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\r\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell

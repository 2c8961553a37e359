"""Where the lines of a pasted block go (粘贴位置): one below the other, or to the cases whose numbers they bear."""

from collections.abc import Sequence

from ui.batch.clipboard_block import Block
from ui.batch.sheet import Sheet

_KEY = "number"


def places_for(block: Block, sheet: Sheet, first: int) -> Sequence[int | None]:
    """The row of each line; nothing where it bears a number that the sheet does not show."""
    key = sheet.columns.places.get(_KEY)
    n = next((n for n, column in block.columns.items() if column == key), None)
    if not sheet.fixed or key is None or n is None:
        return [first + row for row in range(len(block.lines))]
    by_number = {row[key]: place for place, row in enumerate(sheet.rows)}
    return [by_number.get(line[n].strip()) if n < len(line) else None for line in block.lines]

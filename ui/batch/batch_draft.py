"""What a grid keeps as its draft (批量登记草稿), and which drafts are such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gridapp.domain.kind import Kind
from gridapp.domain.plain import Plain
from gridapp.ports import Draft, Drafts
from ui.batch.columns import Columns, Row

_FORM = "form"


@dataclass(frozen=True, slots=True)
class KeptGrid:
    """A grid as it stood."""

    town: str
    late_reason: str
    rows: Sequence[Row]


def content_of(grid: KeptGrid, columns: Columns, mark: str) -> Plain:
    """A grid in JSON values; rows without anything at the end are left out."""
    last = max((place for place, row in enumerate(grid.rows) if any(row)), default=-1)
    return {
        _FORM: mark,
        "town": grid.town,
        "late_reason": grid.late_reason,
        "columns": [column.field for column in columns],
        "rows": [list(row) for row in grid.rows[: last + 1]],
    }


def read_content(content: Mapping[str, Any], columns: Columns) -> KeptGrid:
    """The grid that was written down, even with other columns; what cannot be read stays empty."""
    kept = content.get("columns")
    fields = kept if isinstance(kept, list) else []
    rows = content.get("rows")
    return KeptGrid(
        town=_text(content.get("town")),
        late_reason=_text(content.get("late_reason")),
        rows=[_row(columns, fields, row) for row in rows if isinstance(row, list)] if isinstance(rows, list) else [],
    )


def drafts_of_grids(found: Drafts, person: str, kind: Kind, mark: str) -> Sequence[Draft]:
    """A person's grids of one mark that were not saved, newest first; asks the database."""
    return [d for d in found.of(person) if d.kind is kind and d.content.get(_FORM) == mark and d.content.get("rows")]


def _row(columns: Columns, fields: Sequence[object], cells: Sequence[object]) -> Row:
    row = list(columns.blank)
    for field, cell in zip(fields, cells, strict=False):
        if isinstance(field, str) and field in columns.places:
            row[columns.places[field]] = _text(cell)
    return tuple(row)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

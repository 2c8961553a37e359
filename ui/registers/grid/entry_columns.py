"""The columns of a register's grid (批量登记列), from the columns of its ledger."""

from functools import cache

from gridapp.cases.register.draft import columns_of
from gridapp.domain.columns import Column
from gridapp.domain.kind import Kind
from ui.batch.columns import BatchColumn, Columns
from ui.registers.carried import carried_fields
from ui.registers.entry_plan import ENDING

_WIDTHS = {"moment": 17, "limit": 12, "day": 12, "count": 8, "quantity": 9, "phone": 13, "flag": 8, "paper": 20}
_USUAL, _LONG = 12, 24


@cache
def entry_columns(kind: Kind) -> Columns:
    """What is typed or pasted of a register; that something left the list is not entered here."""
    own = [column for column in columns_of(kind) if column.field not in ENDING]
    own.sort(key=lambda column: column.type != "case")
    carried = {"reported_at", *carried_fields(kind)} - {"source_case"}
    about = "title" if any(column.field == "title" for column in own) else "category"
    columns = tuple(_batch_column(column, carried) for column in own)
    return Columns(columns, day="reported_at", ledger=kind, about=about)


def _batch_column(column: Column, carried: set[str]) -> BatchColumn:
    width = _LONG if column.long or column.type == "case" else _WIDTHS.get(column.type, _USUAL)
    return BatchColumn(
        column.field,
        f"{column.heading}（{column.unit}）" if column.unit else column.heading,
        width,
        required=column.required,
        carried=column.field in carried,
        names=(column.heading, *column.aliases),
        ours=column.in_our_words,
    )

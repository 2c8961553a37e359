"""Carrying lines of the ledger into the months' balances (结转), in the transaction that books them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from db.bulk import add_rows
from db.column_types import day_number
from db.ledger_lines import Line
from db.tables.ledger import BALANCES, SLICES

_CARRIED = tuple((name, tuple(dimension.value for dimension in one.dimensions)) for name, one in SLICES.items())
"""Of each slice its name, and the columns of a line that hold its words."""


def carry(connection: Connection, rows: Sequence[Line], measures: Mapping[int, str]) -> None:
    """Adds lines to the months' balances, in one fixed order so that two writers cannot lock each other out."""
    months = {day: day_number(day) // 100 for day in {row["book_day"] for row in rows}}
    in_months = [months[row["book_day"]] for row in rows]
    columns = {name: [row[name] for row in rows] for name in {"measure", "quantity"}.union(*(c for _, c in _CARRIED))}
    for name, words in _CARRIED:
        tells_of = SLICES[name].tells_of
        told = {number for number, measure in measures.items() if tells_of(measure)}
        if not told:
            continue
        sums: defaultdict[tuple[int, ...], int] = defaultdict(int)
        keys = zip(columns["measure"], in_months, *(columns[word] for word in words), strict=True)
        for key, quantity in zip(keys, columns["quantity"], strict=True):
            sums[key] += quantity
        changes = [(*key, quantity) for key, quantity in sorted(sums.items()) if quantity and key[0] in told]
        add_rows(connection, BALANCES[name], "quantity", changes)

"""Carrying lines of the ledger into the months' balances (结转), in the transaction that books them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from sqlalchemy import Connection

from db.bulk import add_rows
from db.column_types import day_number
from db.ledger_lines import Line
from db.tables.ledger import BALANCES, SLICES

_CARRIED = tuple((name, itemgetter(*(dimension.value for dimension in one.dimensions))) for name, one in SLICES.items())
"""Of each slice its name, and what takes its words out of a line."""


def carry(connection: Connection, rows: Sequence[Line], measures: Mapping[int, str]) -> None:
    """Adds lines to the months' balances, in one fixed order so that two writers cannot lock each other out."""
    lines = [(row["measure"], day_number(row["book_day"]) // 100, row) for row in rows]
    for name, words in _CARRIED:
        tells_of = SLICES[name].tells_of
        told = {number for number, measure in measures.items() if tells_of(measure)}
        sums: defaultdict[tuple[int, ...], int] = defaultdict(int)
        for measure, month, row in lines:
            if measure in told:
                sums[measure, month, *words(row)] += row["quantity"]
        changes = [(*key, quantity) for key, quantity in sorted(sums.items()) if quantity]
        add_rows(connection, BALANCES[name], "quantity", changes)

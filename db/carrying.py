"""Carrying lines of the ledger into the months' balances (结转), in the transaction that books them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from db.bulk import Columns, add_rows, columns_of
from db.column_types import day_number
from db.ledger_lines import Line
from db.tables.ledger import BALANCES, SLICES

_CARRIED = tuple((name, tuple(dimension.value for dimension in one.dimensions)) for name, one in SLICES.items())
"""Of each slice its name, and the columns of a line that hold its words."""

_ASKED = ("book_day", "measure", "quantity", *dict.fromkeys(word for _, words in _CARRIED for word in words))


def carry(connection: Connection, rows: Sequence[Line], measures: Mapping[int, str]) -> None:
    """Adds lines to the months' balances."""
    if rows:
        carry_columns(connection, columns_of(rows, _ASKED), measures)


def carry_columns(connection: Connection, columns: Columns, measures: Mapping[int, str]) -> None:
    """The same for lines column by column; in one fixed order, so that two writers cannot lock each other out."""
    months = {day: day_number(day) // 100 for day in set(columns["book_day"])}
    in_months = [months[day] for day in columns["book_day"]]
    for name, words in _CARRIED:
        tells_of = SLICES[name].tells_of
        told = {number for number, measure in measures.items() if tells_of(measure)}
        if not told:
            continue
        sums: defaultdict[tuple[int, ...], int] = defaultdict(int)
        told_of = (columns["measure"], in_months, *(columns[word] for word in words), columns["quantity"])
        for (*key, quantity), times in Counter(zip(*told_of, strict=True)).items():
            sums[tuple(key)] += quantity * times
        changes = [(*key, quantity) for key, quantity in sorted(sums.items()) if quantity and key[0] in told]
        add_rows(connection, BALANCES[name], "quantity", changes)

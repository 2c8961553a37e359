"""The running numbers of a year (编号): given one after another, those that a ledger has used left out."""

from collections.abc import Sequence

from sqlalchemy import Connection, update

from db.dialect import insert_new, insert_or_add
from db.tables.cases import NUMBER_SEQUENCE
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.number import running_in


def next_running(connection: Connection, town: str, series: str, year: int) -> int:
    """The next number of a series; the database adds the one, so two clerks cannot get the same."""
    row = {"town": town, "kind": series, "year": year, "last": 1}
    raised = insert_or_add(connection, NUMBER_SEQUENCE, "last").values(row).returning(NUMBER_SEQUENCE.c.last)
    running: int = connection.execute(raised).scalar_one()
    return running


def leave_out(connection: Connection, cases: Sequence[Case]) -> None:
    """Numbers in our own form that came from a ledger are never given again."""
    highest: dict[tuple[str, Kind, int], int] = {}
    for case in cases:
        if found := running_in(case.number, case.town, case.kind):
            year, running = found
            key = (case.town, case.kind, year)
            highest[key] = max(highest.get(key, 0), running)
    for (town, kind, year), running in sorted(highest.items()):
        _keep_above(connection, town, kind, year, running)


def _keep_above(connection: Connection, town: str, kind: Kind, year: int, used: int) -> None:
    table = NUMBER_SEQUENCE
    where = (table.c.town == town, table.c.kind == kind.value, table.c.year == year)
    row = {"town": town, "kind": kind.value, "year": year, "last": 0}
    connection.execute(insert_new(connection, table), row)
    connection.execute(update(table).where(*where, table.c.last < used).values(last=used))

"""Many rows at once (成批写入): the statement and the conversions are worked out once a table, not once a row."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

from db.dialect import adding

_Converter = Callable[[Any], Any] | None
_NOTHING: Any = object()


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows that all name the same columns."""
    if not rows:
        return
    names = tuple(column.name for column in table.columns if column.name in rows[0])
    statement, converters = _prepared(connection.dialect, table, names)
    taken = itemgetter(*names)
    plain = zip(*map(taken, rows), strict=True) if len(names) > 1 else [[taken(row) for row in rows]]
    columns = [_converted(values, how) for values, how in zip(plain, converters, strict=True)]
    lines: Any = list(zip(*columns, strict=True))
    if not connection.dialect.positional:
        lines = [dict(zip(names, line, strict=True)) for line in lines]
    connection.exec_driver_sql(statement, lines)


def add_rows(connection: Connection, table: Table, column: str, lines: Sequence[tuple[int, ...]]) -> None:
    """Inserts lines of whole numbers, one for every column, or adds to a column of the row that has their keys."""
    if not lines:
        return
    rows: Any = lines
    if not connection.dialect.positional:
        names = [column.name for column in table.columns]
        rows = [dict(zip(names, line, strict=True)) for line in lines]
    connection.exec_driver_sql(_adding(connection.dialect, table, column), rows)


@lru_cache(64)
def _adding(dialect: Dialect, table: Table, column: str) -> str:
    names = [column.name for column in table.columns]
    return str(adding(dialect.name, table, column).compile(dialect=dialect, column_keys=names))


@lru_cache(64)
def _prepared(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[str, Sequence[_Converter]]:
    compiled = insert(table).compile(dialect=dialect, column_keys=names)
    return str(compiled), [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]


def _converted(values: Sequence[Any], how: _Converter) -> Sequence[Any]:
    """The values as the driver takes them; what stands in many rows one after another is converted once."""
    if how is None:
        return values
    converted, last, made = [], _NOTHING, None
    for value in values:
        if value is not last:
            last, made = value, how(value)
        converted.append(made)
    return converted

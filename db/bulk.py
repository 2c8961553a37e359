"""Many rows at once (成批写入): the statement and the conversions are worked out once a table, not once a row."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, insert

from db.column_types import Day
from db.dialect import adding

Columns = Mapping[str, Sequence[Any]]
"""Rows by the names of their columns: for each the values of all rows, in the rows' order."""

_Converter = Callable[[Any], Any] | None
_NOTHING: Any = object()


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows that all name the same columns."""
    if rows:
        names = tuple(column.name for column in table.columns if column.name in rows[0])
        insert_columns(connection, table, columns_of(rows, names))


def columns_of(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> Columns:
    """What some rows, of which there is one at least, hold under some names."""
    taken = itemgetter(*names)
    values = zip(*map(taken, rows), strict=True) if len(names) > 1 else [[taken(row) for row in rows]]
    return dict(zip(names, values, strict=True))


def insert_columns(connection: Connection, table: Table, columns: Columns) -> None:
    """Inserts rows that are told column by column."""
    names = tuple(column.name for column in table.columns if column.name in columns)
    statement, converters = _prepared(connection.dialect, table, names)
    converted = [_converted(columns[name], how) for name, how in zip(names, converters, strict=True)]
    lines: Any = list(zip(*converted, strict=True))
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
    return str(compiled), [_converter(table.c[name], dialect) for name in names]


def _converter(column: Column[Any], dialect: Dialect) -> _Converter:
    how = column.type.dialect_impl(dialect).bind_processor(dialect)
    # There are few days, and each is in many rows.
    return lru_cache(4096)(how) if how is not None and isinstance(column.type, Day) else how


def _converted(values: Sequence[Any], how: _Converter) -> Sequence[Any]:
    """The values as the driver takes them; what stands in many rows one after another is converted once."""
    if how is None:
        return values
    if values[0] is values[-1] and values.count(values[0]) == len(values):
        return [how(values[0])] * len(values)
    converted, last, made = [], _NOTHING, None
    for value in values:
        if value is not last:
            last, made = value, how(value)
        converted.append(made)
    return converted

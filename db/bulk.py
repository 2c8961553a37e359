"""Many rows at once (成批写入): the statement and the conversions are worked out once a table, not once a row."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

from db.dialect import adding

_Converter = Callable[[Any], Any] | None


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows that all name the same columns."""
    if not rows:
        return
    names = tuple(column.name for column in table.columns if column.name in rows[0])
    statement, converters = _prepared(connection.dialect, table, names)
    columns = [_converted([row[name] for row in rows], how) for name, how in zip(names, converters, strict=True)]
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


def _converted(values: list[Any], how: _Converter) -> list[Any]:
    return values if how is None else [how(value) for value in values]

"""The statements that SQLite and PostgreSQL share but SQLAlchemy spells per dialect."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = sqlite.Insert | postgresql.Insert


def insert_new(connection: Connection, table: Table) -> Insert:
    """An insert that leaves rows alone which are already there."""
    return _new(connection.dialect.name, table)


def insert_or_replace(connection: Connection, table: Table) -> Insert:
    """An insert that replaces a row with the same primary key."""
    return _replacing(connection.dialect.name, table)


def insert_or_add(connection: Connection, table: Table, column: str) -> Insert:
    """An insert that adds to a column of a row with the same primary key."""
    return adding(connection.dialect.name, table, column)


def _insert(dialect: str, table: Table) -> Any:
    return (sqlite if dialect == "sqlite" else postgresql).insert(table)


# Putting such a statement together takes longer than running it.
@cache
def _new(dialect: str, table: Table) -> Insert:
    statement: Insert = _insert(dialect, table).on_conflict_do_nothing()
    return statement


@cache
def _replacing(dialect: str, table: Table) -> Insert:
    statement = _insert(dialect, table)
    values = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    replacing: Insert = statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)
    return replacing


@cache
def adding(dialect: str, table: Table, column: str) -> Insert:
    """The same for a dialect by its name."""
    statement = _insert(dialect, table)
    total = table.c[column] + statement.excluded[column]
    adding: Insert = statement.on_conflict_do_update(index_elements=list(table.primary_key), set_={column: total})
    return adding

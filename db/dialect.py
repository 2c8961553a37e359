"""The statements that SQLite and PostgreSQL share but SQLAlchemy spells per dialect."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = sqlite.Insert | postgresql.Insert


def _insert(connection: Connection, table: Table) -> Any:
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table)


def insert_new(connection: Connection, table: Table) -> Insert:
    """An insert that leaves rows alone which are already there."""
    statement: Insert = _insert(connection, table).on_conflict_do_nothing()
    return statement


def insert_or_replace(connection: Connection, table: Table) -> Insert:
    """An insert that replaces a row with the same primary key."""
    statement = _insert(connection, table)
    values = {c.name: statement.excluded[c.name] for c in table.columns if not c.primary_key}
    replacing: Insert = statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=values)
    return replacing


def insert_or_add(connection: Connection, table: Table, column: str) -> Insert:
    """An insert that adds to a column of a row with the same primary key."""
    statement = _insert(connection, table)
    total = table.c[column] + statement.excluded[column]
    adding: Insert = statement.on_conflict_do_update(index_elements=list(table.primary_key), set_={column: total})
    return adding

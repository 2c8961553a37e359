"""Indexes of the few rows in which a column says something (部分索引), on both databases."""

from sqlalchemy import Index, text


def where_filled(column: str) -> Index:
    """An index of the few rows in which a column says something."""
    there = text(f"{column} IS NOT NULL")
    return Index(None, column, sqlite_where=there, postgresql_where=there)

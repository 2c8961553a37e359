"""Saved views (收藏的查询): what a person wants to see again, as he put it."""

from sqlalchemy import Boolean, Column, Integer, Table, Text, UniqueConstraint

from db.column_types import Identity
from db.tables.metadata import METADATA

VIEW = Table(
    "saved_view",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("conditions", Text, nullable=False),
    Column("columns", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("descending", Boolean, nullable=False),
    UniqueConstraint("person", "kind", "name"),
)
"""`conditions` and `columns` are JSON."""

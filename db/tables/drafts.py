"""Drafts (草稿): what was typed and not yet saved; the only rows that may be deleted."""

from sqlalchemy import Column, Index, Integer, Table, Text

from db.column_types import Identity, Moment
from db.tables.metadata import METADATA

DRAFT = Table(
    "draft",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("case_id", Identity),
    Column("case_version", Integer),
    Column("content", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Index(None, "person", "saved_at"),
)
"""`case_version` is the version of the case that was being amended; a new case has neither."""

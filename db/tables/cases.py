"""The head that cases of every kind share (案件主表), and the numbers that were given."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from db.column_types import Identity, Moment, Words
from db.tables.metadata import METADATA
from db.tables.partial_index import where_filled

HEAD = Table(
    "case_head",
    METADATA,
    Column("id", Identity, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("town", Text, ForeignKey("area.code"), nullable=False),
    Column("number", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("reported_at", Moment, nullable=False),
    Column("registered_at", Moment, nullable=False),
    Column("occurred_at", Moment),
    Column("late_reason", Text),
    Column("village", Text, ForeignKey("area.code")),
    Column("grid", Text, ForeignKey("area.code")),
    Column("category", Text),
    Column("level", Text),
    Column("source", Text),
    Column("campaign", Text),
    Column("accepted_at", Moment),
    Column("due_at", Moment),
    Column("step_due_at", Moment),
    Column("closed_at", Moment),
    Column("status", Text, nullable=False),
    Column("awaited", Text),
    Column("unit", Text),
    Column("handler", Text),
    Column("first_receiver", Text),
    Column("chief", Text),
    Column("supervision", Text),
    Column("tags", Words),
    Column("source_case", Identity),
    Column("note", Text),
    Column("excluded_at", Moment),
    Column("excluded_reason", Text),
    Column("merged_into", Identity),
    Column("confidence", Text),
    Column("import_key", Text),
    Column("version", Integer, nullable=False),
    UniqueConstraint("town", "kind", "number"),
    Index(None, "kind", "reported_at"),
    Index(None, "kind", "status", "due_at"),
    Index(None, "kind", "due_at"),
    Index(None, "kind", "closed_at"),
    Index(None, "town", "kind", "import_key"),
    Index(None, "town", "kind", "village", "reported_at"),
    where_filled("merged_into"),
    where_filled("source_case"),
    where_filled("confidence"),
)

NUMBER_SEQUENCE = Table(
    "number_sequence",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)
"""The last running number given, per town, kind and year; it only ever grows."""

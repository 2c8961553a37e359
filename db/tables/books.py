"""The books of the months (月报与关账): every step of a month's report, and the tables as they were handed in."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from db.column_types import Moment
from db.tables.metadata import METADATA

BOOK_STEP = Table(
    "book_step",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("action", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("authority", Text),
    Column("reason", Text),
    Column("digest", Text),
)
"""What was done with a month (yyyymm), append-only; `digest` is that of its tables at that moment."""

KEPT_TABLE = Table(
    "kept_table",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("closing", Integer, primary_key=True, autoincrement=False),
    Column("code", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("digest", Text, nullable=False),
)
"""The tables of a month's `closing`-th closing (from 1) in canonical text with its SHA-256, append-only."""

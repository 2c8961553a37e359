"""Confidentiality (保密): who may read what is closed, by whose word, and who has read it; both append-only."""

from sqlalchemy import Column, Integer, Table, Text

from db.column_types import Identity, Moment, Words
from db.tables.metadata import METADATA

CONFIDANT_CHANGE = Table(
    "confidant_change",
    METADATA,
    Column("confidence", Text, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("before", Words),
    Column("after", Words),
)
"""The changes of each group's list, the first one numbered 1; the list in force is what the last one left."""

# What was read may be taken back with its import batch; that it was read stays, so it refers to no case.
READING_LOG = Table(
    "reading_log",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("case_id", Identity, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("confidence", Text, nullable=False),
)

"""What cases are found by (查找用词), one row a case; each database keeps an index of its own over it."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Table, Text

from db.column_types import Identity, Moment
from db.tables.metadata import METADATA

CASE_WORDS = Table(
    "case_words",
    METADATA,
    Column("doc", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("case_id", Identity, ForeignKey("case_head.id"), nullable=False, unique=True),
    Column("reported_at", Moment, nullable=False),
    Column("words", Text, nullable=False),
    Column("sounds", Text, nullable=False),
    Column("terms", Text, nullable=False),
)
"""`doc` grows with the day of the report, so that the index hands out the newest first. What stands here is what the
index was given: an entry is taken out again by what went in, whatever the program has learnt since."""

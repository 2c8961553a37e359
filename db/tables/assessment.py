"""Assessment (考核): a town's own rules, marks by hand with their appeals, and times of service."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from db.column_types import Day, Exact, Identity, Moment
from db.tables.metadata import METADATA

ASSESSMENT_RULES = Table(
    "assessment_rules",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("effective", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
"""Own rules from a month (yyyymm) on, append-only; of those of one month the last holds."""

# The record that a mark refers to may be taken back with its import batch; the mark stays, so it refers to no case.
ASSESSMENT_MARK = Table(
    "assessment_mark",
    METADATA,
    Column("entry", Identity, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("town", Text, ForeignKey("area.code"), nullable=False),
    Column("about", Integer, nullable=False),
    Column("month", Integer, nullable=False),
    Column("worker", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("amount", Exact, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("verdict", Text),
    Column("case_id", Identity),
)
"""Acts about points by hand, append-only; `about` a month (yyyymm), the amount counting in `month`."""

STAFF_SERVICE = Table(
    "staff_service",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("first_day", Day, primary_key=True, autoincrement=False),
    Column("last_day", Day),
    Column("grid", Text),
    Column("person", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
"""When a worker served in a role; one of whom there is no row served always."""

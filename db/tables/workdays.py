"""The office's own working days (工作日历), by whom and when they were kept."""

from sqlalchemy import Boolean, Column, Table, Text

from db.column_types import Day, Moment
from db.tables.metadata import METADATA

WORKDAY = Table(
    "workday",
    METADATA,
    # A day is a number of its own; without this SQLite would count it up.
    Column("day", Day, primary_key=True, autoincrement=False),
    Column("is_workday", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

"""What was reported and what older reports said: the history of reported figures, and historical totals."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from db.column_types import Exact, Moment
from db.tables.metadata import METADATA

PUBLISHED_CHANGE = Table(
    "published_change",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("figure", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("reason", Text),
    Column("before", Text),
    Column("after", Text),
    Index("ix_published_change_figure", "figure"),
)
"""What was done with the reported figures (上报数变更记录), append-only; `before` and `after` are JSON."""

HISTORICAL_TOTAL = Table(
    "historical_total",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("town", Text, ForeignKey("area.code"), nullable=False),
    Column("month", Integer, nullable=False),
    Column("indicator", Text, nullable=False),
    Column("where", Text, nullable=False),
    Column("value", Exact, nullable=False),
    Column("source", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Index("ix_historical_total_town", "town", "month"),
)
"""Totals of months (yyyymm) without records (补录汇总数), append-only."""

HISTORICAL_TAKEN_BACK = Table(
    "historical_taken_back",
    METADATA,
    Column("n", Integer, ForeignKey("historical_total.n"), primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
"""Which of them were taken back (撤回), append-only."""

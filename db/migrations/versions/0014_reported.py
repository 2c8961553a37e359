"""Reconciliation: when a figure was reported and by whom, its history, and totals of months without records."""

import types

import sqlalchemy as sa
from alembic import op

from db import postgresql, sqlite
from db.column_types import Exact, Moment

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds three columns to the published figures and three tables that only grow."""
    op.add_column("published_figure", sa.Column("reported_at", Moment))
    op.add_column("published_figure", sa.Column("reported_by", sa.Text))
    op.add_column("published_figure", sa.Column("registered_at", Moment))
    op.create_table(
        "published_change",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("figure", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
    )
    op.create_index("ix_published_change_figure", "published_change", ["figure"])
    op.create_table(
        "historical_total",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("town", sa.Text, sa.ForeignKey("area.code"), nullable=False),
        sa.Column("month", sa.Integer, nullable=False),
        sa.Column("indicator", sa.Text, nullable=False),
        sa.Column("where", sa.Text, nullable=False),
        sa.Column("value", Exact, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
    )
    op.create_index("ix_historical_total_town", "historical_total", ["town", "month"])
    op.create_table(
        "historical_taken_back",
        sa.Column("n", sa.Integer, sa.ForeignKey("historical_total.n"), primary_key=True, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    for table in ("published_change", "historical_total", "historical_taken_back"):
        for statement in _dialect().refuse_changes(table, "append-only"):
            op.execute(statement)


def _dialect() -> types.ModuleType:
    return sqlite if op.get_bind().dialect.name == "sqlite" else postgresql

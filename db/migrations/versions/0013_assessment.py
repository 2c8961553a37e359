"""Assessment: a town's own rules and marks by hand, which only grow, and times of service."""

import types

import sqlalchemy as sa
from alembic import op

from db import postgresql, sqlite
from db.column_types import Day, Exact, Identity, Moment

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates three tables."""
    op.create_table(
        "assessment_rules",
        sa.Column("town", sa.Text, sa.ForeignKey("area.code"), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("effective", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
    )
    op.create_table(
        "assessment_mark",
        sa.Column("entry", Identity, primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("town", sa.Text, sa.ForeignKey("area.code"), nullable=False),
        sa.Column("about", sa.Integer, nullable=False),
        sa.Column("month", sa.Integer, nullable=False),
        sa.Column("worker", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("amount", Exact, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text),
        sa.Column("case_id", Identity),
    )
    op.create_table(
        "staff_service",
        sa.Column("town", sa.Text, sa.ForeignKey("area.code"), primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("first_day", Day, primary_key=True, autoincrement=False),
        sa.Column("last_day", Day),
        sa.Column("grid", sa.Text),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
    )
    for table in ("assessment_rules", "assessment_mark"):
        for statement in _dialect().refuse_changes(table, "append-only"):
            op.execute(statement)


def _dialect() -> types.ModuleType:
    return sqlite if op.get_bind().dialect.name == "sqlite" else postgresql

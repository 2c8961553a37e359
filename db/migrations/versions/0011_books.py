"""The books of the months: steps of a report, the tables as handed in; a closed month opens only by a kept step."""

import types

import sqlalchemy as sa
from alembic import op

from db import postgresql, sqlite
from db.column_types import Moment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates two tables that only grow; what was closed before gets the step it lacks."""
    op.create_table(
        "book_step",
        sa.Column("town", sa.Text, sa.ForeignKey("area.code"), primary_key=True),
        sa.Column("month", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("authority", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("digest", sa.Text),
    )
    op.create_table(
        "kept_table",
        sa.Column("town", sa.Text, sa.ForeignKey("area.code"), primary_key=True),
        sa.Column("month", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("closing", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("code", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.execute(
        "INSERT INTO book_step (town, month, n, action, at, person, workstation) "
        "SELECT town, month, 1, '签发关账', at, person, '' FROM month_closing"
    )
    dialect = _dialect()
    for table in ("book_step", "kept_table"):
        for statement in dialect.refuse_changes(table, "append-only"):
            op.execute(statement)
    for statement in dialect.REOPENED_BY_A_STEP:
        op.execute(statement)


def _dialect() -> types.ModuleType:
    return sqlite if op.get_bind().dialect.name == "sqlite" else postgresql

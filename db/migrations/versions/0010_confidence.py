"""Confidentiality: which cases are closed, who may read them by whose word, and who has read them."""

import types

import sqlalchemy as sa
from alembic import op

from db import postgresql, sqlite
from db.column_types import Identity, Moment, Words

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_REFUSAL = "append-only"


def upgrade() -> None:
    """Adds a column of the head and two tables that only grow; persons on file are closed from now on."""
    op.add_column("case_head", sa.Column("confidence", sa.Text))
    there = sa.text("confidence IS NOT NULL")
    op.create_index("ix_case_head_confidence", "case_head", ["confidence"], sqlite_where=there, postgresql_where=there)
    op.execute("UPDATE case_head SET confidence = 'key_person' WHERE kind = 'person'")
    op.create_table(
        "confidant_change",
        sa.Column("confidence", sa.Text, primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("before", Words),
        sa.Column("after", Words),
    )
    op.create_table(
        "reading_log",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("case_id", Identity, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("confidence", sa.Text, nullable=False),
    )
    op.create_index("ix_reading_log_case_id", "reading_log", ["case_id"])
    for table in ("confidant_change", "reading_log"):
        for statement in _dialect().refuse_changes(table, _REFUSAL):
            op.execute(statement)


def _dialect() -> types.ModuleType:
    return sqlite if op.get_bind().dialect.name == "sqlite" else postgresql

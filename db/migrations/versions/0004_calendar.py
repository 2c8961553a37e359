"""The office's own working days."""

import sqlalchemy as sa
from alembic import op

import db.column_types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Creates the table of days that an office keeps itself."""
    op.create_table(
        "workday",
        sa.Column("day", db.column_types.Day(), autoincrement=False, nullable=False),
        sa.Column("is_workday", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", db.column_types.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_workday")),
    )

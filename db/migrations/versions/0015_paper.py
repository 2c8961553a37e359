"""Papers that were issued, the office's own templates, the account of exports, and remembered columns."""

import types

import sqlalchemy as sa
from alembic import op

from db import postgresql, sqlite
from db.column_types import Identity, Moment

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds four tables, of which all but the remembered columns only grow."""
    op.create_table(
        "issued_paper",
        sa.Column("case_id", Identity, primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("occasion", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("town", sa.Text),
        sa.Column("series", sa.Text),
        sa.Column("year", sa.Integer),
        sa.Column("running", sa.Integer),
        sa.Column("number", sa.Text),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
    )
    op.create_index("ix_issued_paper_town_series_year", "issued_paper", ["town", "series", "year"])
    op.create_table(
        "template_change",
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("template", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text),
        sa.Column("file_name", sa.Text),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
    )
    op.create_index("ix_template_change_template", "template_change", ["template"])
    op.create_table(
        "export_log",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("unmasked", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text),
    )
    op.create_table(
        "column_mapping",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("headings", sa.Text, primary_key=True),
        sa.Column("places", sa.Text, nullable=False),
        sa.Column("kept_at", Moment, nullable=False),
        sa.Column("kept_by", sa.Text, nullable=False),
    )
    for table in ("issued_paper", "template_change", "export_log"):
        for statement in _dialect().refuse_changes(table, "append-only"):
            op.execute(statement)


def _dialect() -> types.ModuleType:
    return sqlite if op.get_bind().dialect.name == "sqlite" else postgresql

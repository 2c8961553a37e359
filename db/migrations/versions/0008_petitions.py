"""Petitions: what was decided, replies and their service, the three ends; origin and purpose as dimensions."""

import sqlalchemy as sa
from alembic import op

from db.column_types import Identity, Moment

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_WAITING = ("reception", "earlier", "backlog_entered_at", "charge_due_at", "review_due_at")


def upgrade() -> None:
    """Adds what petitions have gained; nothing that is on file changes."""
    op.add_column("closing", sa.Column("settled_at", Moment))
    op.add_column("closing", sa.Column("concluded_at", Moment))
    op.add_column("step", sa.Column("step_due_at", Moment))
    op.add_column("step", sa.Column("office_grade", sa.Text))
    for column in _detail():
        op.add_column("petition_detail", column)
    op.create_index("ix_petition_detail_accused_case_id", "petition_detail", ["accused", "case_id"])
    for table, name in (*(("petition_detail", name) for name in _WAITING), ("party", "paper_number")):
        there = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_{table}_{name}", table, [name], sqlite_where=there, postgresql_where=there)
    for name in ("origin", "purpose"):
        op.add_column("posting", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "petition_reply",
        sa.Column("case_id", Identity, sa.ForeignKey("case_head.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("organ", sa.Text),
        sa.Column("asked_at", Moment),
        sa.Column("due_at", Moment),
        sa.Column("issued_at", Moment),
        sa.Column("verdict", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("number", sa.Text),
        sa.Column("served_at", Moment),
        sa.Column("service", sa.Text),
    )


def _detail() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("concerned", sa.Integer),
        sa.Column("address", sa.Text),
        sa.Column("purpose", sa.Text),
        sa.Column("accused", sa.Text),
        sa.Column("origin", sa.Text),
        sa.Column("outside_number", sa.Text),
        sa.Column("group", sa.Boolean),
        sa.Column("earlier", Identity),
        sa.Column("informed_at", Moment),
        sa.Column("legal_due_at", Moment),
        sa.Column("unit_satisfaction", sa.Text),
        sa.Column("office_satisfaction", sa.Text),
        sa.Column("reception", Identity),
        sa.Column("charge_due_at", Moment),
        sa.Column("review_due_at", Moment),
        sa.Column("settled_at", Moment),
        sa.Column("concluded_at", Moment),
    )

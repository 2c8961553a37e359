"""The course of a case: its steps, attachments and quantities, and what the head says of them."""

import sqlalchemy as sa
from alembic import op

from db.column_types import Exact, Identity, Moment, Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what cases have gained; nothing that is on file changes."""
    with op.batch_alter_table("case_head") as head:
        for column in _head():
            head.add_column(column)
    with op.batch_alter_table("closing") as closing:
        closing.add_column(sa.Column("evidence", sa.Text))
        closing.add_column(sa.Column("handled_at", Moment))
    with op.batch_alter_table("event_detail") as event:
        event.add_column(sa.Column("people", sa.Integer))
    for name, columns in _parts().items():
        op.create_table(
            name,
            sa.Column("case_id", Identity, sa.ForeignKey("case_head.id", ondelete="CASCADE"), primary_key=True),
            sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
            *columns,
        )
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])


def _head() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("occurred_at", Moment),
        sa.Column("late_reason", sa.Text),
        sa.Column("step_due_at", Moment),
        sa.Column("awaited", sa.Text),
        sa.Column("chief", sa.Text),
        sa.Column("supervision", sa.Text),
        sa.Column("tags", Words),
        sa.Column("source_case", Identity),
    )


def _parts() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "step": (
            sa.Column("move", sa.Text, nullable=False),
            sa.Column("at", Moment, nullable=False),
            sa.Column("person", sa.Text, nullable=False),
            sa.Column("status", sa.Text, nullable=False),
            sa.Column("due_at", Moment),
            sa.Column("text", sa.Text),
            sa.Column("evidence", sa.Text),
            sa.Column("unit", sa.Text),
            sa.Column("handler", sa.Text),
            sa.Column("approver", sa.Text),
            sa.Column("until", Moment),
            sa.Column("days", sa.Integer),
            sa.Column("grade", sa.Text),
        ),
        "attachment": (
            sa.Column("name", sa.Text, nullable=False),
            sa.Column("sha256", sa.Text, nullable=False),
            sa.Column("size", sa.Integer, nullable=False),
            sa.Column("added_at", Moment, nullable=False),
            sa.Column("added_by", sa.Text, nullable=False),
            sa.Column("step", sa.Integer),
        ),
        "quantity": (
            sa.Column("amount", Exact, nullable=False),
            sa.Column("unit", sa.Text, nullable=False),
            sa.Column("at", Moment, nullable=False),
            sa.Column("what", sa.Text),
        ),
    }

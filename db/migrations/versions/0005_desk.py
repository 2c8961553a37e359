"""Never lost: drafts, contents of attachments, who saved last, and what likely duplicates are found by."""

import sqlalchemy as sa
from alembic import op

import db.column_types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds two tables, two columns of history, and indexes on who, where and when."""
    op.create_table(
        "attachment_content",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("put_at", db.column_types.Moment(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment_content")),
    )
    op.create_table(
        "draft",
        sa.Column("id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=True),
        sa.Column("case_version", sa.Integer(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("saved_at", db.column_types.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_person_saved_at"), "draft", ["person", "saved_at"], unique=False)
    op.add_column("history", sa.Column("takes_back", sa.Integer(), nullable=True))
    op.add_column("history", sa.Column("turn", sa.Integer(), nullable=True))
    _create_indexes()


def _create_indexes() -> None:
    for table, *columns in (
        ("history", "person", "turn"),
        ("case_head", "town", "kind", "village", "reported_at"),
        ("event_detail", "phone", "case_id"),
        ("event_detail", "reporter", "case_id"),
        ("dispute_detail", "party_a", "case_id"),
        ("dispute_detail", "party_b", "case_id"),
        ("petition_detail", "petitioner", "case_id"),
        ("petition_detail", "phone", "case_id"),
    ):
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns, unique=False)
    merged = sa.text("merged_into IS NOT NULL")
    op.create_index(
        op.f("ix_case_head_merged_into"),
        "case_head",
        ["merged_into"],
        unique=False,
        sqlite_where=merged,
        postgresql_where=merged,
    )

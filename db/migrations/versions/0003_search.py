"""The search: what each case is found by, the index over it, the indexes of lists and queues, and saved views.

The cases already on file are indexed when all steps are done, by the program as it then is.
"""

import sqlalchemy as sa
from alembic import op

from db import search_index
from db.column_types import Identity, Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Moves the searchable text out of the head and into the index."""
    op.create_table(
        "case_words",
        sa.Column("doc", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
        sa.Column("case_id", Identity, sa.ForeignKey("case_head.id"), nullable=False, unique=True),
        sa.Column("reported_at", Moment, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("sounds", sa.Text, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
    )
    op.execute("ALTER TABLE case_head DROP COLUMN search_text")
    op.create_index("ix_case_head_kind_due_at", "case_head", ["kind", "due_at"])
    op.create_index("ix_case_head_kind_closed_at", "case_head", ["kind", "closed_at"])
    search_index.build(op.get_bind())
    op.create_table(
        "saved_view",
        sa.Column("id", Identity, primary_key=True),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("conditions", sa.Text, nullable=False),
        sa.Column("columns", sa.Text, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column("descending", sa.Boolean, nullable=False),
        sa.UniqueConstraint("person", "kind", "name"),
    )

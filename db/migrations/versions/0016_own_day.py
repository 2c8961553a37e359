"""Who had a dispute before a hand-over, the committee that ended it, and what a major hazard's removal costs (元)."""

import sqlalchemy as sa
from alembic import op

from db.column_types import Exact

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what a hand-over keeps, the committee as a dimension, and an amount; nothing that is on file changes."""
    op.add_column("step", sa.Column("from_unit", sa.Text))
    op.add_column("step", sa.Column("from_committee", sa.Text))
    op.add_column("posting", sa.Column("body", sa.Integer, nullable=False, server_default="0"))
    ordered = sa.text("move = '督办'")
    op.create_index("ix_step_supervised", "step", ["case_id"], sqlite_where=ordered, postgresql_where=ordered)
    op.add_column("security", sa.Column("amount", Exact))

"""Hazards: re-checks, securities and orders; inspections with their checklists; the register of places (场所) grows."""

import sqlalchemy as sa
from alembic import op

from db.column_types import Day, Identity, Moment, Words

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what hazards, inspections and places have gained; nothing that is on file changes."""
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column)
    for name, columns in _parts().items():
        op.create_table(
            name,
            sa.Column("case_id", Identity, sa.ForeignKey("case_head.id", ondelete="CASCADE"), primary_key=True),
            sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
            *columns,
        )
    op.create_table(
        "place_change",
        sa.Column("place_id", Identity, sa.ForeignKey("place.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("workstation", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
    )
    for kind in ("hazard", "inspection", "notice", "enforcement"):
        op.create_index(f"ix_{kind}_detail_place_case_id", f"{kind}_detail", ["place", "case_id"])


def _columns() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "hazard_detail": (
            sa.Column("spot", sa.Text),
            sa.Column("requirement", sa.Text),
            sa.Column("on_the_spot", sa.Boolean, nullable=False, server_default=sa.false()),
            sa.Column("listed_by", sa.Text),
            sa.Column("listed_at", Moment),
            sa.Column("delisted_at", Moment),
        ),
        "inspection_detail": (
            sa.Column("inspectors", Words),
            sa.Column("nature", sa.Text),
            sa.Column("planned_at", Moment),
            sa.Column("filed_at", Moment),
            sa.Column("filing_number", sa.Text),
            sa.Column("filing_reason", sa.Text),
        ),
        "notice_detail": (
            sa.Column("served_to", sa.Text),
            sa.Column("served_at", Moment),
            sa.Column("signers", Words),
        ),
        "enforcement_detail": (
            sa.Column("from_at", Moment),
            sa.Column("until_at", Moment),
        ),
        "place": (
            sa.Column("grid", sa.Text),
            sa.Column("address", sa.Text),
            sa.Column("owner", sa.Text),
            sa.Column("phone", sa.Text),
            sa.Column("risk", sa.Text),
            sa.Column("floors", sa.Integer),
            sa.Column("rooms", sa.Integer),
            sa.Column("tenants", sa.Integer),
            sa.Column("use", sa.Text),
            sa.Column("licences", Words),
            sa.Column("credit_code", sa.Text),
            sa.Column("latitude", sa.Integer),
            sa.Column("longitude", sa.Integer),
            sa.Column("closed_on", Day),
            sa.Column("note", sa.Text),
            sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        ),
    }


def _parts() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "recheck": (
            sa.Column("at", Moment, nullable=False),
            sa.Column("result", sa.Text, nullable=False),
            sa.Column("inspectors", Words),
            sa.Column("record", sa.Text),
        ),
        "security": (
            sa.Column("word", sa.Text, nullable=False),
            sa.Column("text", sa.Text, nullable=False),
            sa.Column("at", Moment, nullable=False),
        ),
        "checked": (
            sa.Column("item", sa.Text, nullable=False),
            sa.Column("answer", sa.Text, nullable=False),
            sa.Column("note", sa.Text),
        ),
    }

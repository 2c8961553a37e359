"""Mediation: parties, sessions, agreements and what follows them, and the dimensions by which disputes are counted."""

import sqlalchemy as sa
from alembic import op

from db.column_types import Day, Exact, Identity, Moment, Words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_WAITING = ("next_session_at", "next_term_due_at", "charge_due_at", "revisit_due_at", "confirm_due_at")
_DIMENSIONS = ("mediation_type", "monthly_type", "campaign_column", "committee", "form", "band")


def upgrade() -> None:
    """Adds what disputes have gained; nothing that is on file changes."""
    op.add_column("closing", sa.Column("number", sa.Text))
    op.add_column("closing", sa.Column("effective_at", Moment))
    for column in _detail():
        op.add_column("dispute_detail", column)
    for name in _WAITING:
        _create_partial_index("dispute_detail", name)
    _create_partial_index("case_head", "source_case")
    _create_partial_index("closing", "number")
    for name in _DIMENSIONS:
        op.add_column("posting", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    for name, columns in _parts().items():
        op.create_table(
            name,
            sa.Column("case_id", Identity, sa.ForeignKey("case_head.id", ondelete="CASCADE"), primary_key=True),
            sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
            *columns,
        )
    op.create_index("ix_party_name_case_id", "party", ["name", "case_id"])
    op.create_index("ix_party_phone_case_id", "party", ["phone", "case_id"])
    op.create_index("ix_session_planned_at", "session", ["planned_at"])
    op.create_index("ix_session_held_at", "session", ["held_at"])


def _create_partial_index(table: str, column: str) -> None:
    there = sa.text(f"{column} IS NOT NULL")
    op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=there, postgresql_where=there)


def _detail() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("address", sa.Text),
        sa.Column("committee", sa.Text),
        sa.Column("co_mediators", Words),
        sa.Column("entrusted_by", sa.Text),
        sa.Column("scale", sa.Text),
        sa.Column("difficult", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("project", sa.Text),
        sa.Column("demand", sa.Text),
        sa.Column("informed", sa.Text),
        sa.Column("risk", sa.Text),
        sa.Column("risk_reported_at", Moment),
        sa.Column("revisit_due_at", Moment),
        sa.Column("satisfaction", sa.Text),
        sa.Column("confirm_due_at", Moment),
        sa.Column("next_session_at", Moment),
        sa.Column("next_term_due_at", Moment),
        sa.Column("charge_due_at", Moment),
    )


def _parts() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "party": (
            sa.Column("side", sa.Text, nullable=False),
            sa.Column("kind", sa.Text, nullable=False),
            sa.Column("name", sa.Text, nullable=False),
            sa.Column("sex", sa.Text),
            sa.Column("nation", sa.Text),
            sa.Column("born_on", Day),
            sa.Column("paper", sa.Text),
            sa.Column("paper_number", sa.Text),
            sa.Column("occupation", sa.Text),
            sa.Column("address", sa.Text),
            sa.Column("phone", sa.Text),
            sa.Column("legal_representative", sa.Text),
            sa.Column("agent", sa.Text),
            sa.Column("authority", sa.Text),
            sa.Column("attorney_letter", sa.Boolean, nullable=False),
            sa.Column("representative", sa.Boolean, nullable=False),
        ),
        "session": (
            sa.Column("purpose", sa.Text, nullable=False),
            sa.Column("place", sa.Text),
            sa.Column("planned_at", Moment),
            sa.Column("minutes", sa.Integer, nullable=False),
            sa.Column("mediators", Words),
            sa.Column("held_at", Moment),
            sa.Column("present", sa.Text),
            sa.Column("record", sa.Text),
            sa.Column("result", sa.Text),
            sa.Column("cancelled_at", Moment),
            sa.Column("reason", sa.Text),
        ),
        "agreement_term": (
            sa.Column("agreement", sa.Integer, nullable=False),
            sa.Column("what", sa.Text, nullable=False),
            sa.Column("who", sa.Text),
            sa.Column("amount", Exact),
            sa.Column("due_at", Moment),
            sa.Column("performed_at", Moment),
            sa.Column("receipt", sa.Text),
        ),
        "confirmation": (
            sa.Column("agreement", sa.Integer, nullable=False),
            sa.Column("court", sa.Text, nullable=False),
            sa.Column("applied_at", Moment, nullable=False),
            sa.Column("reception", sa.Text),
            sa.Column("received_at", Moment),
            sa.Column("ruling", sa.Text),
            sa.Column("ruled_at", Moment),
            sa.Column("document", sa.Text),
        ),
        "charge": (
            sa.Column("leader", sa.Text, nullable=False),
            sa.Column("unit", sa.Text, nullable=False),
            sa.Column("person", sa.Text, nullable=False),
            sa.Column("taken_at", Moment, nullable=False),
            sa.Column("plan", sa.Text, nullable=False),
            sa.Column("due_at", Moment, nullable=False),
            sa.Column("ended_at", Moment),
            sa.Column("result", sa.Text),
        ),
        "prevention": (
            sa.Column("harm", sa.Text, nullable=False),
            sa.Column("people", sa.Integer, nullable=False),
            sa.Column("at", Moment, nullable=False),
        ),
    }

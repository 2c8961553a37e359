"""Registers: key persons and visits, patrols, accidents, disasters, rivers, duty, receptions; drives with targets."""

import sqlalchemy as sa
from alembic import op

from db.column_types import Day, Exact, Identity, Moment, Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds a table for each new register and what persons and drives have gained; nothing that is on file changes."""
    for kind, columns in _registers().items():
        op.create_table(f"{kind}_detail", _owner(), *columns)
    op.create_table("promise", _owner(), sa.Column("n", sa.Integer, primary_key=True, autoincrement=False), *_promise())
    for table, columns in _grown().items():
        for column in columns:
            op.add_column(table, column)
    op.create_table(
        "campaign_target",
        sa.Column("campaign_id", Identity, sa.ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("indicator", sa.Text, nullable=False),
        sa.Column("quantity", Exact, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("where", sa.Text, nullable=False),
    )
    op.add_column("posting", sa.Column("occasion", sa.Integer, nullable=False, server_default="0"))
    for table, name in (
        ("person_detail", "next_visit_due_at"),
        ("person_detail", "paper_number"),
        ("reception_detail", "promise_due_at"),
    ):
        there = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_{table}_{name}", table, [name], sqlite_where=there, postgresql_where=there)


def _owner() -> sa.Column[object]:
    return sa.Column("case_id", Identity, sa.ForeignKey("case_head.id", ondelete="CASCADE"), primary_key=True)


def _standing() -> tuple[sa.Column[object], ...]:
    return sa.Column("removed_at", Moment), sa.Column("removed_reason", sa.Text)


def _promise() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("petition", Identity),
        sa.Column("unit", sa.Text),
        sa.Column("person", sa.Text),
        sa.Column("due_at", Moment),
        sa.Column("done_at", Moment),
        sa.Column("how", sa.Text),
    )


def _grown() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "person_detail": (
            sa.Column("sex", sa.Text),
            sa.Column("born_on", Day),
            sa.Column("paper_number", sa.Text),
            sa.Column("address", sa.Text),
            sa.Column("guardian", sa.Text),
            sa.Column("guardian_phone", sa.Text),
            sa.Column("situation", sa.Text),
            sa.Column("visit_days", sa.Integer),
            sa.Column("last_visited_at", Moment),
            sa.Column("next_visit_due_at", Moment),
            *_standing(),
        ),
        "campaign": (
            sa.Column("trigger", sa.Text),
            sa.Column("area", sa.Text),
            sa.Column("first_day", Day),
            sa.Column("last_day", Day),
            sa.Column("place_types", Words),
            sa.Column("unit", sa.Text),
            sa.Column("note", sa.Text),
            sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        ),
    }


def _registers() -> dict[str, tuple[sa.Column[object], ...]]:
    return {
        "visit": (
            sa.Column("manner", sa.Text),
            sa.Column("seen", sa.Text),
            sa.Column("needs", sa.Text),
            sa.Column("next_due_at", Moment),
        ),
        "patrol": (
            sa.Column("until_at", Moment),
            sa.Column("hours", Exact),
            sa.Column("route", sa.Text),
            sa.Column("members", Words),
            sa.Column("heads", sa.Integer),
            sa.Column("occasion", sa.Text),
            sa.Column("findings", sa.Text),
        ),
        "accident": (
            sa.Column("address", sa.Text),
            sa.Column("dead", sa.Integer),
            sa.Column("injured", sa.Integer),
            sa.Column("loss", Exact),
            sa.Column("told_at", Moment),
            sa.Column("cause", sa.Text),
            sa.Column("handling", sa.Text),
        ),
        "geology": (
            sa.Column("address", sa.Text),
            sa.Column("extent", sa.Text),
            sa.Column("households", sa.Integer),
            sa.Column("people", sa.Integer),
            sa.Column("signal", sa.Text),
            sa.Column("route", sa.Text),
            sa.Column("shelter", sa.Text),
            sa.Column("contact", sa.Text),
            sa.Column("phone", sa.Text),
            *_standing(),
        ),
        "relocation": (
            sa.Column("address", sa.Text),
            sa.Column("households", sa.Integer),
            sa.Column("people", sa.Integer),
            sa.Column("agreed_at", Moment),
            sa.Column("vacated_at", Moment),
            sa.Column("done_at", Moment),
        ),
        "river": (
            sa.Column("begins", sa.Text),
            sa.Column("ends", sa.Text),
            sa.Column("length", Exact),
            sa.Column("phone", sa.Text),
            sa.Column("problems", sa.Text),
            *_standing(),
        ),
        "duty": (
            sa.Column("until_at", Moment),
            sa.Column("members", Words),
            sa.Column("phone", sa.Text),
            sa.Column("weekend", sa.Boolean, nullable=False, server_default=sa.false()),
        ),
        "responsibility": (
            sa.Column("deputy", sa.Text),
            sa.Column("phone", sa.Text),
            sa.Column("duties", sa.Text),
            *_standing(),
        ),
        "drill": (
            sa.Column("address", sa.Text),
            sa.Column("heads", sa.Integer),
            sa.Column("scenario", sa.Text),
            sa.Column("outcome", sa.Text),
        ),
        "shelter": (
            sa.Column("address", sa.Text),
            sa.Column("capacity", sa.Integer),
            sa.Column("floor_area", Exact),
            sa.Column("phone", sa.Text),
            sa.Column("supplies", sa.Text),
            *_standing(),
        ),
        "reception": (
            sa.Column("until_at", Moment),
            sa.Column("address", sa.Text),
            sa.Column("held_at", Moment),
            sa.Column("unheld_reason", sa.Text),
            sa.Column("promise_due_at", Moment),
        ),
    }

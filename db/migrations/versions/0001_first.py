"""The first form of the database: cases, history, the posting ledger, registers."""

import types

import sqlalchemy as sa
from alembic import op

import db.column_types
from db import postgresql, sqlite

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_REFUSAL = "append-only"


def upgrade() -> None:
    """Creates every table, and lets nothing posted or recorded be changed."""
    _create_tables()
    for table in ("posting", "history", "term"):
        for statement in _dialect().refuse_changes(table, _REFUSAL):
            op.execute(statement)
    for statement in _dialect().CLOSED_MONTHS:
        op.execute(statement)


def _dialect() -> types.ModuleType:
    return sqlite if op.get_bind().dialect.name == "sqlite" else postgresql


def _create_tables() -> None:
    op.create_table(
        "area",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", db.column_types.Day(), nullable=True),
        sa.Column("valid_to", db.column_types.Day(), nullable=True),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["area.code"], name=op.f("fk_area_parent_area")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_area")),
    )
    op.create_table(
        "history",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", db.column_types.Moment(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "n", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_batch"), "history", ["batch"], unique=False)
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("at", db.column_types.Moment(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("taken_back_at", db.column_types.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_table(
        "month_balance_by_category",
        sa.Column("measure", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("town", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("platform", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("major", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("category", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "measure", "month", "town", "platform", "major", "category", name=op.f("pk_month_balance_by_category")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "month_balance_by_platform",
        sa.Column("measure", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("town", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("platform", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("measure", "month", "town", "platform", name=op.f("pk_month_balance_by_platform")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "month_balance_by_staff",
        sa.Column("measure", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("town", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staff", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("measure", "month", "town", "staff", name=op.f("pk_month_balance_by_staff")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "month_balance_by_village",
        sa.Column("measure", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("town", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("village", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("measure", "month", "town", "village", name=op.f("pk_month_balance_by_village")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "posting",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure", sa.Integer(), nullable=False),
        sa.Column("day", db.column_types.Day(), nullable=False),
        sa.Column("book_day", db.column_types.Day(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("reversal", sa.Boolean(), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("made_at", db.column_types.Moment(), nullable=False),
        sa.Column("town", sa.Integer(), nullable=False),
        sa.Column("platform", sa.Integer(), nullable=False),
        sa.Column("major", sa.Integer(), nullable=False),
        sa.Column("category", sa.Integer(), nullable=False),
        sa.Column("village", sa.Integer(), nullable=False),
        sa.Column("grid", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("place_type", sa.Integer(), nullable=False),
        sa.Column("campaign", sa.Integer(), nullable=False),
        sa.Column("mode", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "n", name=op.f("pk_posting")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_posting_measure",
        "posting",
        ["measure", "book_day", "town", "village", "category", "quantity"],
        unique=False,
    )
    op.create_table(
        "published_figure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("first_day", db.column_types.Day(), nullable=False),
        sa.Column("end_day", db.column_types.Day(), nullable=False),
        sa.Column("reported", db.column_types.Exact(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_figure")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
        sa.UniqueConstraint("dimension", "key", name=op.f("uq_term_dimension_key")),
    )
    op.create_table(
        "campaign",
        sa.Column("id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["town"], ["area.code"], name=op.f("fk_campaign_town_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("town", "name", name=op.f("uq_campaign_town_name")),
    )
    op.create_table(
        "case_head",
        sa.Column("id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("reported_at", db.column_types.Moment(), nullable=False),
        sa.Column("registered_at", db.column_types.Moment(), nullable=False),
        sa.Column("village", sa.Text(), nullable=True),
        sa.Column("grid", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("campaign", sa.Text(), nullable=True),
        sa.Column("accepted_at", db.column_types.Moment(), nullable=True),
        sa.Column("due_at", db.column_types.Moment(), nullable=True),
        sa.Column("closed_at", db.column_types.Moment(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("handler", sa.Text(), nullable=True),
        sa.Column("first_receiver", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("excluded_at", db.column_types.Moment(), nullable=True),
        sa.Column("excluded_reason", sa.Text(), nullable=True),
        sa.Column("merged_into", db.column_types.Identity(length=16), nullable=True),
        sa.Column("import_key", sa.Text(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["grid"], ["area.code"], name=op.f("fk_case_head_grid_area")),
        sa.ForeignKeyConstraint(["town"], ["area.code"], name=op.f("fk_case_head_town_area")),
        sa.ForeignKeyConstraint(["village"], ["area.code"], name=op.f("fk_case_head_village_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_head")),
        sa.UniqueConstraint("town", "kind", "number", name=op.f("uq_case_head_town_kind_number")),
    )
    op.create_index(op.f("ix_case_head_kind_reported_at"), "case_head", ["kind", "reported_at"], unique=False)
    op.create_index(op.f("ix_case_head_kind_status_due_at"), "case_head", ["kind", "status", "due_at"], unique=False)
    op.create_index(
        op.f("ix_case_head_town_kind_import_key"), "case_head", ["town", "kind", "import_key"], unique=False
    )
    op.create_table(
        "month_closing",
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("month", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", db.column_types.Moment(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["town"], ["area.code"], name=op.f("fk_month_closing_town_area")),
        sa.PrimaryKeyConstraint("town", "month", name=op.f("pk_month_closing")),
    )
    op.create_table(
        "number_sequence",
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["town"], ["area.code"], name=op.f("fk_number_sequence_town_area")),
        sa.PrimaryKeyConstraint("town", "kind", "year", name=op.f("pk_number_sequence")),
    )
    op.create_table(
        "place",
        sa.Column("id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("place_type", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("village", sa.Text(), nullable=True),
        sa.Column("batch", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["town"], ["area.code"], name=op.f("fk_place_town_area")),
        sa.ForeignKeyConstraint(["village"], ["area.code"], name=op.f("fk_place_village_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("town", "place_type", "name", name=op.f("uq_place_town_place_type_name")),
    )
    op.create_table(
        "staff_member",
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("village", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["town"], ["area.code"], name=op.f("fk_staff_member_town_area")),
        sa.ForeignKeyConstraint(["village"], ["area.code"], name=op.f("fk_staff_member_village_area")),
        sa.PrimaryKeyConstraint("town", "name", "role", name=op.f("pk_staff_member")),
    )
    op.create_table(
        "unit",
        sa.Column("town", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["town"], ["area.code"], name=op.f("fk_unit_town_area")),
        sa.PrimaryKeyConstraint("town", "name", name=op.f("pk_unit")),
    )
    op.create_table(
        "closing",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("closed_at", db.column_types.Moment(), nullable=False),
        sa.Column("due_at", db.column_types.Moment(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("reopened_at", db.column_types.Moment(), nullable=True),
        sa.Column("reopen_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_closing_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "n", name=op.f("pk_closing")),
    )
    op.create_table(
        "dispute_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("party_a", sa.Text(), nullable=True),
        sa.Column("party_b", sa.Text(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("amount", db.column_types.Exact(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("mediation_type", sa.Text(), nullable=True),
        sa.Column("monthly_type", sa.Text(), nullable=True),
        sa.Column("campaign_column", sa.Text(), nullable=True),
        sa.Column("revisited_at", db.column_types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_dispute_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_dispute_detail")),
    )
    op.create_table(
        "enforcement_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("place", db.column_types.Identity(length=16), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_type", sa.Text(), nullable=True),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("document_number", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_enforcement_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name=op.f("fk_enforcement_detail_place_place")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_enforcement_detail")),
    )
    op.create_table(
        "event_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("reporter", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_event_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_event_detail")),
    )
    op.create_table(
        "hazard_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("place", db.column_types.Identity(length=16), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_type", sa.Text(), nullable=True),
        sa.Column("counting_unit", sa.Text(), nullable=False),
        sa.Column("notice_number", sa.Text(), nullable=True),
        sa.Column("rechecked_at", db.column_types.Moment(), nullable=True),
        sa.Column("recheck_result", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_hazard_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name=op.f("fk_hazard_detail_place_place")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_hazard_detail")),
    )
    op.create_table(
        "inspection_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("place", db.column_types.Identity(length=16), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_type", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_inspection_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name=op.f("fk_inspection_detail_place_place")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_inspection_detail")),
    )
    op.create_table(
        "notice_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("place", db.column_types.Identity(length=16), nullable=True),
        sa.Column("place_name", sa.Text(), nullable=True),
        sa.Column("place_type", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_notice_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name=op.f("fk_notice_detail_place_place")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_notice_detail")),
    )
    op.create_table(
        "person_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_person_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_person_detail")),
    )
    op.create_table(
        "petition_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("petitioner", sa.Text(), nullable=True),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("demand", sa.Text(), nullable=True),
        sa.Column("repeat", sa.Boolean(), nullable=False),
        sa.Column("disposition", sa.Text(), nullable=True),
        sa.Column("backlog_entered_at", db.column_types.Moment(), nullable=True),
        sa.Column("backlog_resolved_at", db.column_types.Moment(), nullable=True),
        sa.Column("leader", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_petition_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_petition_detail")),
    )
    op.create_table(
        "worklog_detail",
        sa.Column("case_id", db.column_types.Identity(length=16), nullable=False),
        sa.Column("quantity", db.column_types.Exact(), nullable=False),
        sa.Column("counting_unit", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case_head.id"], name=op.f("fk_worklog_detail_case_id_case_head"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_worklog_detail")),
    )

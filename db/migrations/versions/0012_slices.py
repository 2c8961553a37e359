"""More month tables: counting units on each, grids, and what disputes, petitions and places are told apart by."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_WITHOUT_UNITS = ("platform", "village", "category", "staff")
_TABLES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("platform", ("town", "platform", "unit"), ()),
    ("village", ("town", "village", "unit"), ()),
    ("grid", ("town", "village", "grid", "unit"), ()),
    ("category", ("town", "platform", "major", "category", "unit"), ()),
    ("staff", ("town", "staff", "unit"), ()),
    ("source", ("town", "channel", "origin", "level", "campaign", "unit"), ()),
    ("outcome", ("town", "outcome", "form", "purpose"), ("dispute", "petition")),
    ("monthly_type", ("town", "committee", "monthly_type", "campaign_column"), ("dispute",)),
    ("mediation_type", ("town", "committee", "mediation_type"), ("dispute",)),
    ("band", ("town", "committee", "band", "level", "mode"), ("dispute",)),
    ("place_type", ("town", "place_type", "unit"), ("hazard", "inspection", "notice", "enforcement")),
)


def upgrade() -> None:
    """Makes each table anew from the postings, which are all that it sums up."""
    for name in _WITHOUT_UNITS:
        op.drop_table(f"month_balance_by_{name}")
    for name, words, kinds in _TABLES:
        table = f"month_balance_by_{name}"
        keys = ("measure", "month", *words)
        op.create_table(
            table,
            *(sa.Column(key, sa.Integer, primary_key=True, autoincrement=False) for key in keys),
            sa.Column("quantity", sa.BigInteger, nullable=False),
            sqlite_with_rowid=False,
        )
        op.execute(_filled(table, words, kinds))


def _filled(table: str, words: tuple[str, ...], kinds: tuple[str, ...]) -> str:
    named = ", ".join(words)
    told = " OR ".join(f"key LIKE '{kind}.%'" for kind in kinds)
    measures = f"WHERE measure IN (SELECT id FROM term WHERE dimension = 'measure' AND ({told})) " if told else ""
    return (
        f"INSERT INTO {table} (measure, month, {named}, quantity) "
        f"SELECT measure, book_day / 100, {named}, sum(quantity) FROM posting {measures}"
        f"GROUP BY measure, book_day / 100, {named} HAVING sum(quantity) <> 0"
    )

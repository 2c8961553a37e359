"""The posting ledger (计数分类账): append-only postings, their words, and the months' balances."""

from collections.abc import Mapping

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from db.column_types import Day, Identity, Moment
from db.tables.metadata import METADATA
from gridapp.counting.posting import POSTED, Dimension

TERM = Table(
    "term",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("dimension", Text, nullable=False),
    Column("key", Text, nullable=False),
    UniqueConstraint("dimension", "key"),
)
"""The dictionary of posted words. Postings hold their numbers; 0 stands for 未填 and is in no row here."""

UNFILLED = 0

# A posting outlives a case that was taken back with its import batch, so it refers to no case.
POSTING = Table(
    "posting",
    METADATA,
    Column("case_id", Identity, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("measure", Integer, nullable=False),
    Column("day", Day, nullable=False),
    Column("book_day", Day, nullable=False),
    Column("quantity", BigInteger, nullable=False),
    Column("reversal", Boolean, nullable=False),
    Column("corrects", Integer),
    Column("made_at", Moment, nullable=False),
    *(Column(dimension.value, Integer, nullable=False, server_default="0") for dimension in POSTED),
    Column("subject", Integer, nullable=False),
    Index("ix_posting_measure", "measure", "book_day", "town", "village", "category", "quantity"),
    sqlite_with_rowid=False,
)
"""One line a posting; `quantity` in thousandths of its unit, `day` the true day, `book_day` that of the tables.

The two differ for a 更正 alone, which names the closed month (yyyymm) that it `corrects`.
"""

MONTH_CLOSING = Table(
    "month_closing",
    METADATA,
    Column("town", Text, ForeignKey("area.code"), primary_key=True),
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
)
"""The closed months (yyyymm) of each town; a town's books are open from the month after its latest."""

SLICES: Mapping[str, tuple[Dimension, ...]] = {
    "month_balance_by_platform": (Dimension.TOWN, Dimension.PLATFORM),
    "month_balance_by_village": (Dimension.TOWN, Dimension.VILLAGE),
    "month_balance_by_category": (
        Dimension.TOWN,
        Dimension.PLATFORM,
        Dimension.MAJOR,
        Dimension.CATEGORY,
    ),
    "month_balance_by_staff": (Dimension.TOWN, Dimension.STAFF),
}
"""The narrow month tables that answer what people open; narrowest first."""


def _slice(name: str, dimensions: tuple[Dimension, ...]) -> Table:
    keys = [Column(d.value, Integer, primary_key=True, autoincrement=False) for d in dimensions]
    return Table(
        name,
        METADATA,
        Column("measure", Integer, primary_key=True, autoincrement=False),
        Column("month", Integer, primary_key=True, autoincrement=False),
        *keys,
        Column("quantity", BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )


BALANCES: Mapping[str, Table] = {name: _slice(name, dimensions) for name, dimensions in SLICES.items()}
"""The months' balances (月度余额): sums of a month (yyyymm) by measure and a few words."""

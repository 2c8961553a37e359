"""The posting ledger (计数分类账): append-only postings, their words, and the months' balances."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from db.column_types import Day, Identity, Moment
from db.tables.metadata import METADATA
from gridapp.counting.posting import POSTED, Dimension
from gridapp.domain.kind import Kind

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


@dataclass(frozen=True, slots=True)
class Slice:
    """What a narrow month table tells apart, and of which kinds alone it tells if that is restricted.

    Every slice of kinds with units that must stay apart has the unit; for all others that is always the same word.
    """

    dimensions: tuple[Dimension, ...]
    kinds: frozenset[Kind] | None = None

    def tells_of(self, measure: str) -> bool:
        """Whether the table has the sums of a measure; its name begins with its kind."""
        return self.kinds is None or measure.partition(".")[0] in self.kinds


_MEDIATED = frozenset({Kind.DISPUTE})
_WITH_PARTIES = frozenset({Kind.DISPUTE, Kind.PETITION})
_OF_PLACES = frozenset({Kind.HAZARD, Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT})

SLICES: Mapping[str, Slice] = {
    "month_balance_by_platform": Slice((Dimension.TOWN, Dimension.PLATFORM, Dimension.UNIT)),
    "month_balance_by_village": Slice((Dimension.TOWN, Dimension.VILLAGE, Dimension.UNIT)),
    "month_balance_by_grid": Slice((Dimension.TOWN, Dimension.VILLAGE, Dimension.GRID, Dimension.UNIT)),
    "month_balance_by_category": Slice(
        (Dimension.TOWN, Dimension.PLATFORM, Dimension.MAJOR, Dimension.CATEGORY, Dimension.UNIT)
    ),
    "month_balance_by_staff": Slice((Dimension.TOWN, Dimension.STAFF, Dimension.UNIT)),
    "month_balance_by_source": Slice(
        (
            Dimension.TOWN,
            Dimension.CHANNEL,
            Dimension.ORIGIN,
            Dimension.LEVEL,
            Dimension.CAMPAIGN,
            Dimension.UNIT,
        )
    ),
    "month_balance_by_outcome": Slice(
        (Dimension.TOWN, Dimension.OUTCOME, Dimension.FORM, Dimension.PURPOSE), _WITH_PARTIES
    ),
    "month_balance_by_monthly_type": Slice(
        (Dimension.TOWN, Dimension.COMMITTEE, Dimension.MONTHLY_TYPE, Dimension.CAMPAIGN_COLUMN), _MEDIATED
    ),
    "month_balance_by_mediation_type": Slice(
        (Dimension.TOWN, Dimension.COMMITTEE, Dimension.MEDIATION_TYPE), _MEDIATED
    ),
    "month_balance_by_band": Slice(
        (Dimension.TOWN, Dimension.COMMITTEE, Dimension.BAND, Dimension.LEVEL, Dimension.MODE), _MEDIATED
    ),
    "month_balance_by_place_type": Slice((Dimension.TOWN, Dimension.PLACE_TYPE, Dimension.UNIT), _OF_PLACES),
}
"""The narrow month tables that answer what people open; narrowest first."""


def _balance(name: str, dimensions: tuple[Dimension, ...]) -> Table:
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


BALANCES: Mapping[str, Table] = {name: _balance(name, one.dimensions) for name, one in SLICES.items()}
"""The months' balances (月度余额): sums of a month (yyyymm) by measure and a few words."""

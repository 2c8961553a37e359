"""History (修改记录): append-only, hash-chained per case; and the account of imports."""

from sqlalchemy import Column, Index, Integer, Table, Text

from db.column_types import Identity, Moment
from db.tables.metadata import METADATA

# A case that an import brought may be taken back whole; its history stays, so it refers to no case.
HISTORY = Table(
    "history",
    METADATA,
    Column("case_id", Identity, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("reason", Text),
    Column("changes", Text, nullable=False),
    Column("batch", Text),
    Column("digest", Text, nullable=False),
    Column("takes_back", Integer),
    Column("turn", Integer),
    Index(None, "batch"),
    Index(None, "person", "turn"),
)
"""`takes_back` is the number of the entry of the same case that an entry undid, if it did.

`turn` counts what a person saved by hand, one a transaction; moments would not do, since a clock may stand still.
"""

IMPORT_BATCH = Table(
    "import_batch",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("town", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("read", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("same", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("taken_back_at", Moment),
)

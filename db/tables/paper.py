"""Papers, templates, exports and remembered columns (文书、模板、导出登记、列对应关系)."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from db.column_types import Identity, Moment
from db.tables.metadata import METADATA

# What was printed stays, even where an import that brought its case is taken back; so it refers to no case.
ISSUED_PAPER = Table(
    "issued_paper",
    METADATA,
    Column("case_id", Identity, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("paper", Text, nullable=False),
    Column("occasion", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("town", Text),
    Column("series", Text),
    Column("year", Integer),
    Column("running", Integer),
    Column("number", Text),
    Column("sha256", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Index(None, "town", "series", "year"),
)

TEMPLATE_CHANGE = Table(
    "template_change",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("template", Text, nullable=False),
    Column("sha256", Text),
    Column("file_name", Text),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Index(None, "template"),
)

EXPORT_LOG = Table(
    "export_log",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person", Text, nullable=False),
    Column("workstation", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("unmasked", Boolean, nullable=False),
    Column("reason", Text),
)

COLUMN_MAPPING = Table(
    "column_mapping",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("headings", Text, primary_key=True),
    Column("places", Text, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("kept_by", Text, nullable=False),
)

"""Contents of attachments (附件内容), kept once under their SHA-256; which case names them stands with the case."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from db.column_types import Moment
from db.tables.metadata import METADATA

ATTACHMENT_CONTENT = Table(
    "attachment_content",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("put_at", Moment, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""`put_at` is when a content was last handed in: until somebody has named it, it is not yet unused."""

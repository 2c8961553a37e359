"""The tables, one file a concern; importing this package makes all of them known to the metadata."""

from db.tables import (
    assessment,
    attachments,
    books,
    cases,
    confidence,
    details,
    drafts,
    history,
    ledger,
    paper,
    parts,
    registers,
    reported,
    search,
    views,
    workdays,
)
from db.tables.metadata import METADATA

__all__ = [
    "METADATA",
    "assessment",
    "attachments",
    "books",
    "cases",
    "confidence",
    "details",
    "drafts",
    "history",
    "ledger",
    "paper",
    "parts",
    "registers",
    "reported",
    "search",
    "views",
    "workdays",
]

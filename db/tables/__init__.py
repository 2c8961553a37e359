"""The tables, one file a concern; importing this package makes all of them known to the metadata."""

from db.tables import cases, history, ledger, registers
from db.tables.metadata import METADATA

__all__ = ["METADATA", "cases", "history", "ledger", "registers"]

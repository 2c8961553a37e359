"""Remembered columns (列对应关系): which column of an office's own ledger fills which field."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind


class ColumnMappings(Protocol):
    """The columns that an office chose, by the kind of ledger and its headings."""

    def remembered(self, kind: Kind, headings: Sequence[str]) -> Mapping[str, int] | None:
        """Field to place (from 0) as it was last chosen under these headings; None where it never was."""

    def remember(
        self, kind: Kind, headings: Sequence[str], places: Mapping[str, int], actor: Actor, at: datetime
    ) -> None:
        """Keeps a choice for the next file with these headings."""

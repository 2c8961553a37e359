"""What has left the office as a file (导出登记): who took what, how many rows of it, and why unmasked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportNote:
    """One export: `what` was taken under which `question` (filter in words); `reason` says why it is `unmasked`."""

    at: datetime
    person: str
    workstation: str
    what: str
    question: str
    rows: int
    file_name: str
    unmasked: bool = False
    reason: str | None = None


class ExportLog(Protocol):
    """The account of exports; it only grows."""

    def note(self, note: ExportNote) -> None:
        """Writes an export down."""

    def notes(self, limit: int) -> Sequence[ExportNote]:
        """The last exports, newest first."""

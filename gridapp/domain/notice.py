"""The document served on a place (整改文书, 份; domain.md §5.2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


class NoticeKind(StrEnum):
    """What the document is (文书种类)."""

    ORDER = "责令限期整改通知书"
    RECORD = "现场检查记录"
    OPINION = "复查意见书"

    @property
    def series(self) -> str:
        """The series in which its numbers run (文书字号), whether it is entered or printed."""
        return f"notice:{self.name.lower()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Case):
    """A document served on a place; its number is the document's own (文书编号), its category the kind of document.

    `source_case` is the inspection; the hazards that it orders to be mended name its number. `due_at` is the limit it
    sets; it was handed to `served_to` (被检查单位签收人) at `served_at`; `signers` are the inspectors who signed it.
    """

    kind: ClassVar[Kind] = Kind.NOTICE

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None
    served_to: str | None = None
    served_at: datetime | None = None
    signers: tuple[str, ...] = ()

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name, self.served_to)

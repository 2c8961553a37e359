"""The entry of a register on whose occasion an event was found (发现来源): a patrol, a visit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gridapp.cases import drafts
from gridapp.cases.event.draft import EventDraft
from gridapp.domain.kind import Kind
from gridapp.ports import CaseRow

_SOURCES = {Kind.PATROL: "巡查发现", Kind.VISIT: "走访"}


@dataclass(frozen=True, slots=True)
class Occasion:
    """An entry by its number."""

    id: UUID
    kind: Kind
    number: str

    @property
    def in_words(self) -> str:
        """What follows from saving the event."""
        return f"由{self.kind.label} {self.number} 发现，保存后两条互相关联。"


def occasion_of(row: CaseRow) -> Occasion:
    """An entry as the occasion of an event."""
    return Occasion(row.id, row.kind, row.number)


def read_occasion(content: Any) -> Occasion | None:
    """The occasion that a draft has written down; nothing where it has none, or it cannot be read."""
    found = drafts.readable(Occasion, content) if isinstance(content, Mapping) else {}
    return Occasion(**found) if len(found) == len(Occasion.__slots__) else None


def found_on(row: CaseRow, blank: EventDraft) -> EventDraft:
    """The form of an event that begins with what the entry tells; what was found becomes its note."""
    told = row.own.get("findings") or row.own.get("needs") or row.own.get("seen")
    return EventDraft(
        town=row.town,
        village=row.village,
        grid=row.grid,
        reporter=row.handler or "",
        source=_SOURCES.get(row.kind, ""),
        level=blank.level,
        occurred_at=row.reported_at,
        reported_at=blank.reported_at,
        note=str(told or ""),
    )

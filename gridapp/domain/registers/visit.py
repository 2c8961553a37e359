"""A visit to a key person (走访; domain.md §5.4, 6)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Case):
    """One visit (次); the person visited is the source case, his name the title, his class the category.

    `manner` is how he was visited (上门、电话…), `seen` what was found, `needs` what he asks for, `next_due_at` the day
    by which the next visit was agreed, before the usual time of his class.
    """

    kind: ClassVar[Kind] = Kind.VISIT

    manner: str | None = None
    seen: str | None = None
    needs: str | None = None
    next_due_at: datetime | None = None

    @property
    @override
    def confidence(self) -> Confidence:
        return Confidence.KEY_PERSON

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.seen, self.needs)

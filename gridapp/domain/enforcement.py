"""The enforcement measure (执法处置) taken by its deciding authority (domain.md §5.1)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


class Measure(StrEnum):
    """An enforcement measure (措施)."""

    SEALED = "临时查封"
    DETAINED = "行政拘留"
    FINED = "罚款"
    STOPPED = "停产停业"
    POWER_CUT = "断电"
    DEMOLISHED = "拆除"
    REFERRED = "移送"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enforcement(Case):
    """One measure against one place or one person; the category is the measure, `unit` who decided it (决定机关).

    `source_case` is the hazard for which it was taken. It holds from `from_at` until `until_at`; `party` is the
    person whom it concerns (当事人).
    """

    kind: ClassVar[Kind] = Kind.ENFORCEMENT

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None
    party: str | None = None
    document_number: str | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name, self.party, self.document_number)

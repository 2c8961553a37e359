"""The safety hazard (安全隐患) found at a place and struck off after a re-check (domain.md §5)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


class CountingUnit(StrEnum):
    """The unit in which a hazard is counted; the two are never added together (domain.md §7.6)."""

    ITEM = "条"
    SPOT = "处"


class RecheckResult(StrEnum):
    """The result of a re-check (复查结果)."""

    PASSED = "合格"
    FAILED = "不合格"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard(Case):
    """A hazard item; its title is the finding (隐患内容), its closing the striking off (销号)."""

    kind: ClassVar[Kind] = Kind.HAZARD

    place: UUID | None = None
    place_name: str | None = None
    place_type: str | None = None
    counting_unit: CountingUnit = CountingUnit.ITEM
    notice_number: str | None = None
    rechecked_at: datetime | None = None
    recheck_result: RecheckResult | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.place_name, self.notice_number)

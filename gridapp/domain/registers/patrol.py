"""A patrol (巡防): date, route, people, hours and findings (domain.md §8.3 M27)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind

_HOUR = 3600
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patrol(Case):
    """One patrol (次) from `reported_at` until `until_at`; its nature (治安巡防、河道巡查…) is the category.

    `heads` is how many took part (人), `members` those whose names are told, the handler who led them. `occasion` is
    the season in which all are out (重点时段: 两会、春节). `hours` (小时) is told where a ledger knows no end. What was
    found is in `findings`; each finding that becomes an event has this patrol as its source case, and the section of
    a river that was patrolled is the source case of this one.
    """

    kind: ClassVar[Kind] = Kind.PATROL

    until_at: datetime | None = None
    hours: Decimal | None = None
    route: str | None = None
    members: tuple[str, ...] = ()
    heads: int | None = None
    occasion: str | None = None
    findings: str | None = None

    @property
    def lasted(self) -> Decimal | None:
        """Hours (小时) that it lasted, to a tenth; nothing where neither they nor its end are told."""
        if self.hours is not None or self.until_at is None:
            return self.hours
        seconds = Decimal((self.until_at - self.reported_at).total_seconds())
        return (seconds / _HOUR).quantize(_TENTH, ROUND_HALF_UP)

    @property
    def people(self) -> int:
        """How many took part (人): as told, at least those with names, and somebody was there in any case."""
        named = {*self.members, *([self.handler] if self.handler else [])}
        return max(self.heads or 0, len(named), 1)

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.route, self.findings, *self.members)

"""Drills (应急演练; domain.md §8.3 M21)."""

from dataclasses import dataclass
from typing import ClassVar

from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill(Case):
    """One drill (次); its sort (防汛防台、森林防火…) is the category, `heads` those who took part (人).

    `scenario` is what was assumed (演练科目), `outcome` how it went.
    """

    kind: ClassVar[Kind] = Kind.DRILL

    address: str | None = None
    heads: int | None = None
    scenario: str | None = None
    outcome: str | None = None

    @override
    def searchable(self) -> tuple[str | None, ...]:
        return (*Case.searchable(self), self.address, self.scenario)

"""The cases beside which a list from outside is laid (本地案件): those of the period, and its neighbours."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gridapp.domain.area import Area
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.period import Month, Period
from gridapp.ports import CaseQuery, CaseRow, Office
from gridapp.reconciling.case_rows import rows_of

_MONTHS_BESIDE = 2


@dataclass(frozen=True, slots=True)
class LocalCases:
    """The cases of a kind that a list may name: all are looked through, those `within` are expected in it."""

    everything: Sequence[CaseRow]
    period: Period

    def within(self, row: CaseRow) -> bool:
        """Whether a case counts in the period."""
        return not row.excluded and self.period.start <= day_of(row.reported_at) < self.period.end


def local_cases(office: Office, kind: Kind, town: Area, period: Period, numbers: Collection[str]) -> LocalCases:
    """The cases of a town in a period and in the two months before and after it, and those that bear some numbers."""
    first, last = Month.of(period.start).later(-_MONTHS_BESIDE), Month.of(period.last).later(_MONTHS_BESIDE)
    wide = Period(first.start, last.end)
    rows = rows_of(office.lists, office.lists.find_ids(CaseQuery(kind=kind, town=town.code, period=wide)))
    elsewhere = frozenset(numbers) - {row.number for row in rows}
    named = office.cases.by_number(town.code, kind, sorted(elsewhere)).values()
    return LocalCases([*rows, *rows_of(office.lists, [case.id for case in named])], period)

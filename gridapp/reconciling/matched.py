"""The upper system's list beside the office's own cases (比对结果), in five groups."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gridapp.domain.kind import Kind
from gridapp.domain.period import Period
from gridapp.reconciling.upper_columns import Columns


class Group(StrEnum):
    """What became of a row or a case; the value is the office's own word."""

    AGREES = "相符"
    LOCAL_ONLY = "仅本地"
    UPPER_ONLY = "仅上级"
    MONTH_DIFFERS = "月份不同"
    CATEGORY_DIFFERS = "类别不同"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the list, a case of the office, or both where they are the same.

    `row` is the number in the sheet, `by` says whether the number or the content paired them, `notes` what else differs
    and why a row may have nothing beside it. Where month and category both differ the month wins, since it changes
    the figure; the category then stands among the notes.
    """

    group: Group
    row: int | None
    case_id: UUID | None
    number: str
    upper_number: str
    title: str
    by: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The list and the office's cases of a period, laid beside each other (比对结果).

    `outside` counts rows of other periods to which no case of this one belongs; they are in no group. `read_as` says
    for categories of the upper system that are not ours which of ours they stand for in most rows.
    """

    kind: Kind
    town: str
    period: Period
    file: str
    columns: Columns
    lines: Sequence[Line]
    outside: int
    read_as: Mapping[str, str]

    def of(self, group: Group) -> Sequence[Line]:
        """The lines of a group."""
        return [line for line in self.lines if line.group is group]

    @property
    def sizes(self) -> Mapping[Group, int]:
        """How many lines each group has."""
        counts = Counter(line.group for line in self.lines)
        return {group: counts[group] for group in Group}

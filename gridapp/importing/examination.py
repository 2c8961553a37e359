"""What an import would do (导入检查): every row judged, with what is wrong and what would change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import Any

from gridapp.domain.plain import to_plain
from gridapp.importing.closed_rows import CLOSED
from gridapp.importing.row_saves import RowSave
from gridapp.importing.rows import LedgerRow, RowProblem
from gridapp.importing.skipping import Skipped
from gridapp.importing.values import text_of
from gridapp.ports import Save

PREVIEWED = 200
"""So many rows of each verdict are shown beforehand."""

_UNTOLD = frozenset({"id", "version", "import_key", "first_receiver"})


class Verdict(StrEnum):
    """What becomes of a row; the value is the clerk's word."""

    NEW = "新增"
    CHANGED = "更新"
    SAME = "相同"
    REFUSED = "退回"


@dataclass(frozen=True, slots=True)
class RowPreview:
    """A row beforehand: its cells by place, and each field that would change with its plain value before and after."""

    row: int
    verdict: Verdict
    cells: tuple[str, ...]
    changes: Mapping[str, tuple[Any, Any]]
    problems: Sequence[RowProblem]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many rows there are of each verdict, what is wrong with the refused ones, and what else is to be said.

    `skipped` are rows that are no cases, `unused` headings that fill nothing.
    """

    read: int
    new: int
    changed: int
    same: int
    refused: int
    problems: Sequence[RowProblem]
    remarks: Sequence[RowProblem]
    skipped: Sequence[Skipped]
    unused: Sequence[str]

    @property
    def closed(self) -> bool:
        """Whether rows are refused that a leader could let in (更正)."""
        return any(problem.code == CLOSED for problem in self.problems)

    @property
    def undated(self) -> bool:
        """Whether days without a year were met, which can be read once the year is known."""
        return any(problem.code == "date-year" for problem in (*self.problems, *self.remarks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination(Outcome):
    """What an import would do, with the first rows of each verdict."""

    previews: Mapping[Verdict, Sequence[RowPreview]]


@dataclass(slots=True)
class Account:
    """The account of rows as they are judged."""

    counts: Counter[Verdict] = field(default_factory=Counter)
    problems: list[RowProblem] = field(default_factory=list)
    remarks: list[RowProblem] = field(default_factory=list)

    def refuse(self, row: LedgerRow) -> None:
        """A row that has problems."""
        self.counts[Verdict.REFUSED] += 1
        self.problems += row.problems
        self.remarks += row.remarks

    def take(self, told: RowSave) -> Verdict:
        """A row that had none until it met the cases on file."""
        verdict = verdict_of(told)
        if verdict is Verdict.REFUSED:
            self.refuse(told.row)
        else:
            self.counts[verdict] += 1
            self.remarks += (*told.row.remarks, *told.remarks)
        return verdict

    def told(self, skipped: Sequence[Skipped], unused: Sequence[str]) -> dict[str, Any]:
        """The fields of an outcome."""
        by_row = attrgetter("row")
        return {
            "read": self.counts.total(),
            "new": self.counts[Verdict.NEW],
            "changed": self.counts[Verdict.CHANGED],
            "same": self.counts[Verdict.SAME],
            "refused": self.counts[Verdict.REFUSED],
            "problems": sorted(self.problems, key=by_row),
            "remarks": sorted(self.remarks, key=by_row),
            "skipped": list(skipped),
            "unused": list(unused),
        }


def verdict_of(told: RowSave) -> Verdict:
    """What becomes of a row that met the cases on file."""
    if told.row.problems:
        return Verdict.REFUSED
    if told.save is None:
        return Verdict.SAME
    return Verdict.NEW if told.save.before is None else Verdict.CHANGED


def preview_of(row: LedgerRow, verdict: Verdict, save: Save | None) -> RowPreview:
    """A row as it is shown beforehand."""
    changes = {} if save is None or save.before is None else _changes(save)
    return RowPreview(row.number, verdict, tuple(text_of(cell) for cell in row.cells), changes, row.problems)


def _changes(save: Save) -> Mapping[str, tuple[Any, Any]]:
    old = {} if save.before is None else to_plain(save.before)
    new = to_plain(save.after)
    names = sorted((old.keys() | new.keys()) - _UNTOLD)
    return {name: (old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name)}

"""Reading a row of a grid (读取一行): the entry that its words mean, and everything that is wrong with it."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Problem
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import read_moment as read_written_moment
from gridapp.ports import Entered
from ui.batch.columns import Columns, Row
from ui.batch.offers import Offers
from ui.cases.moment_text import read_moment
from ui.desk import Desk

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Read(Generic[E]):
    """The entry that a row means, and the words in it that mean nothing."""

    entry: E
    unreadable: Sequence[Problem]


class RowReader(ABC, Generic[E]):
    """Reads rows by the lists of a town; equal rows are read once."""

    def __init__(self, desk: Desk, columns: Columns, offers: Offers) -> None:
        self.desk, self.columns, self.offers = desk, columns, offers
        self._known: dict[tuple[Row, bool], Sequence[Problem]] = {}

    @abstractmethod
    def read(self, row: Row, late_reason: str) -> Read[E]:
        """What a row means."""

    @abstractmethod
    def problems_of(self, entry: E) -> Sequence[Problem]:
        """Everything that the rules have against an entry."""

    @abstractmethod
    def entered(self, entry: E) -> Entered | None:
        """What an entry holds, as far as duplicates are recognised by it; nothing for a case that is on file."""

    def problems(self, row: Row, late_reason: str) -> Sequence[Problem]:
        """Everything that is wrong with a row, by the columns; one problem a field."""
        key = (row, bool(late_reason.strip()))
        if key not in self._known:
            found = self.read(row, late_reason)
            self._known[key] = self._in_order((*found.unreadable, *self.problems_of(found.entry)))
        return self._known[key]

    def forget(self) -> None:
        """Reads everything anew: another town, or another list."""
        self._known.clear()

    def _in_order(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        first: dict[str, Problem] = {}
        for problem in problems:
            first.setdefault(problem.field, problem)
        places = self.columns.places
        return sorted(first.values(), key=lambda problem: places.get(problem.field, len(places)))


def unreadable(said: Mapping[str, str], known: Mapping[str, object], sentences: Mapping[str, str]) -> Sequence[Problem]:
    """A problem for each field in which something is said that means nothing."""
    return [
        Problem(field, "unknown", sentence.format(said[field]))
        for field, sentence in sentences.items()
        if said[field] and known[field] is None
    ]


UNKNOWN_VILLAGE = "“{}”不是本乡镇的村社，请从清单中选。"
UNREADABLE_MOMENT = "看不懂“{}”，请写成 0611、6-11 9:30 或 2018-06-11。"


def written_moment(said: str, today: date, kind: Kind) -> datetime | None:
    """A moment as it is typed here, or as spreadsheets write it; nothing where it is neither."""
    try:
        return read_moment(said, today)
    except ValueError:
        pass
    column = ledger_of(kind).column("reported_at")
    try:
        return read_written_moment(said, column)
    except Unreadable:
        return None

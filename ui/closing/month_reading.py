"""What the page of the months reads (月报与关账): a year's months, and how one of them stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from gridapp.closing.authority import Authority, authority_of
from gridapp.closing.month_end import standing
from gridapp.domain.books import BookAction, BookState, BookStep
from gridapp.domain.period import Month
from gridapp.ports import Office

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month of a year: where it stands, its last step, and how often it was changed after it was closed."""

    month: Month
    state: BookState
    last: BookStep | None
    changes: int


@dataclass(frozen=True, slots=True)
class MonthStanding:
    """How a month stands: everything done with it, who may sign, and whether it is the one that was closed last."""

    month: Month
    state: BookState
    steps: Sequence[BookStep]
    authority: Authority
    is_last_closed: bool

    @property
    def closings(self) -> int:
        """How often it was closed."""
        return sum(step.action is BookAction.CLOSE for step in self.steps)


def read_year(office: Office, town: str, year: int) -> Sequence[MonthLine]:
    """The twelve months of a town's year; asks the database."""
    lines = []
    for number in range(1, _MONTHS + 1):
        month = Month(year, number)
        steps = office.books.steps(town, month)
        changes = len(office.books.late_changes(town, month))
        lines.append(MonthLine(month, standing(office.books, town, month), steps[-1] if steps else None, changes))
    return lines


def read_standing(office: Office, town: str, month: Month) -> MonthStanding:
    """How one month stands; asks the database."""
    return MonthStanding(
        month,
        standing(office.books, town, month),
        office.books.steps(town, month),
        authority_of(office.registers, town),
        office.books.open_from(town) == month.end,
    )

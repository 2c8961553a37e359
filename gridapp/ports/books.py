"""The books of the months (月报与关账): what was closed, by whom, and the tables as they were handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from gridapp.domain.books import BookStep, KeptTable
from gridapp.domain.period import Month


@dataclass(frozen=True, slots=True)
class CorrectedAmount:
    """What one measure of a closed month was corrected by, on its true day and the day on which it was booked."""

    measure: str
    day: date
    book_day: date
    quantity: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class LateChange:
    """One change of a case that a closed month would have counted otherwise (关账后变动), with its 更正."""

    case_id: UUID
    at: datetime
    person: str
    action: str
    reason: str | None
    amounts: tuple[CorrectedAmount, ...]


class Books(Protocol):
    """The months of each town: open or closed, and everything that was done to close them."""

    def open_from(self, town: str) -> date | None:
        """The first day on which a town's books are open; nothing where no month was closed."""

    def steps(self, town: str, month: Month | None = None) -> Sequence[BookStep]:
        """What was done with a month, or with every month, oldest first."""

    def tables(self, town: str, month: Month, closing: int | None = None) -> Sequence[KeptTable]:
        """The tables of a month as they were handed in, those of its `closing`-th closing (from 1) or the last one."""

    def lines_until(self, town: str, month: Month) -> int:
        """How many lines of the ledger are booked up to a month's end; lines are only added, so the same number means
        the same books.
        """

    def late_changes(self, town: str, month: Month) -> Sequence[LateChange]:
        """What was changed of a month after it was closed, alone or with a later one, oldest first.

        What a reopening took home is left out.
        """

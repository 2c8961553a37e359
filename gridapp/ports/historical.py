"""Historical totals (补录汇总数): copied from older reports, marked for what they are, never counted."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from gridapp.counting.historical import HistoricalTotal
from gridapp.domain.actor import Actor


class HistoricalBook(Protocol):
    """The historical totals of an office; none is ever changed or deleted, but one can be taken back."""

    def totals(self, town: str | None = None) -> Sequence[HistoricalTotal]:
        """Every total of a town (by its code) or of all, those taken back among them, in the order of their keeping."""

    def keep(self, totals: Sequence[HistoricalTotal], actor: Actor, at: datetime) -> Sequence[HistoricalTotal]:
        """Keeps some totals, all or none, and hands them back with their numbers.

        Raises `Refusal` where one of the same cell stands already.
        """

    def take_back(self, numbers: Collection[int], reason: str, actor: Actor, at: datetime) -> None:
        """Takes some totals back; raises `Refusal` where one is not on file or was taken back already."""

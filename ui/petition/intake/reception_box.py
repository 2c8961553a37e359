"""On which reception day of a leader a petition was received (领导接待日): picked from those of the time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.domain.moment import day_of
from gridapp.ports import CaseRow
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox


@dataclass(frozen=True, slots=True)
class ReceptionDay:
    """A reception day as it is offered."""

    id: UUID
    day: date
    words: str


def reception_day(row: CaseRow) -> ReceptionDay:
    """A line of the register of reception days as it is offered: day, leader, place."""
    day = day_of(row.reported_at)
    where = row.own.get("address") or row.address
    return ReceptionDay(row.id, day, " ".join(part for part in (f"{day:%m-%d}", row.handler, where) if part))


class ReceptionBox(PickBox):
    """Keeps the day that it was given until the days to choose from have come."""

    def __init__(self) -> None:
        super().__init__("领导接待日")
        self._given: UUID | None = None
        self._days: Sequence[ReceptionDay] = ()
        self.is_touched = False
        self.textEdited.connect(self._touched)
        self.chosen.connect(self._touched)

    @property
    def reception(self) -> UUID | None:
        """The day that is chosen."""
        return UUID(self.key) if self.key else self._given

    def show_reception(self, reception: UUID | None) -> None:
        """Shows a day, by its words as soon as they are known."""
        self._given, self.is_touched = reception, False
        self.choose(str(reception) if reception else None)

    def offer_days(self, days: Sequence[ReceptionDay]) -> None:
        """Offers some days."""
        self._days = days
        self.offer(Choice(str(one.id), one.words, f"{one.day:%m%d}") for one in days)
        if self._given is not None:
            self.choose(str(self._given))

    def day_on(self, day: date) -> ReceptionDay | None:
        """The only one that is offered for a day."""
        found = [one for one in self._days if one.day == day]
        return found[0] if len(found) == 1 else None

    def _touched(self) -> None:
        self._given, self.is_touched = None, True

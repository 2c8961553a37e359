"""What every page works with: the open office, who sits here, and which day it is."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from gridapp.closing.leave import under_leave
from gridapp.counting.words import Words
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from gridapp.domain.moment import SHANGHAI, day_of, end_of
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.registers.deadlines import deadlines
from gridapp.registers.reference_day import reference_day
from gridapp.registers.shown_to import shown_to
from ui.jobs import Jobs


@dataclass(slots=True)
class Desk:
    """An open office as whoever sits here may see it; `reference_day` stands for today where there is one.

    `deadlines` are replaced when the calendar changes.
    """

    office: Office
    actor: Actor
    jobs: Jobs
    areas: AreaTree
    deadlines: Deadlines
    reference_day: date | None
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.words = Words(self.areas, vocabulary())

    @property
    def today(self) -> date:
        """The office's day, on which periods and due lists are based."""
        return self.reference_day or day_of(datetime.now(UTC))

    @property
    def now(self) -> datetime:
        """The present moment; the last minute of the reference day where there is one."""
        if self.reference_day is None:
            return datetime.now(UTC)
        return end_of(self.reference_day) - timedelta(minutes=1)

    @property
    def clock(self) -> Clock:
        """The clock by which cases are handled: the database's, or the reference day's where there is one."""
        return self.office.cases.now if self.reference_day is None else lambda: self.now

    @property
    def writing_moment(self) -> datetime:
        """The moment that a new record starts from: this time of day, on the office's day."""
        local = datetime.now(SHANGHAI).replace(second=0, microsecond=0)
        return datetime.combine(self.today, local.time(), SHANGHAI).astimezone(UTC)


def sit_down(office: Office, actor: Actor, jobs: Jobs) -> Desk:
    """Reads what the window needs before it can show anything; asks the database."""
    registers = office.registers
    return Desk(
        under_leave(shown_to(office, actor.name)),
        actor,
        jobs,
        registers.areas(),
        deadlines(registers),
        reference_day(registers),
    )

"""Random histories in which months are closed, corrected and opened again, with what must then be so at any time."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Engine, func, select
from typing_extensions import override

from db.tables.ledger import POSTING, TERM
from gridapp.cases.order import Order
from gridapp.closing.balances import balances, broken
from gridapp.closing.correcting import corrected
from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut, Key
from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.counting.words import Words
from gridapp.domain.actor import Actor
from gridapp.domain.books import KeptTable, digest_of
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.period import Month, Period, period_named
from gridapp.domain.problem import ClosedMonth
from gridapp.ports import Correction, Office
from tests.gridapp.counting import event_history
from tests.gridapp.counting.dispute_history import DisputeHistory
from tests.gridapp.counting.hazard_history import HazardHistory
from tests.gridapp.counting.history import Fact, History, Step
from tests.gridapp.counting.petition_history import PetitionHistory
from tests.offices import ACTOR, at

LEAVE = Correction("演示领导", "演示：核对后更正")
YEARS = period_named("2016-01..2018-12")
F = TypeVar("F", bound=Fact)
Figures = Mapping[tuple[Key, ...], Mapping[str, Value]]


class Town(Protocol):
    """A town with a history, whose clerks have leave to correct closed months now and then."""

    kind: ClassVar[Kind]
    office: Office
    town: str
    now: datetime
    actor: Actor
    words: Words

    def clock(self) -> datetime:
        """A moment later than any before."""
        ...

    def live(self, doings: Sequence[Step], after_each: Callable[[], None]) -> object:
        """Lets things happen, one after the other."""
        ...


@contextmanager
def _by_leave(town: Town, step: int) -> Iterator[None]:
    """Every third step is made by a leader's leave."""
    plain = town.office
    if step % 3 == 0:
        town.office = corrected(plain, LEAVE)
    try:
        yield
    finally:
        town.office = plain


@contextmanager
def _going_on(town: Town, move: Move, day: date) -> Iterator[None]:
    """A move on an open day is never stopped by what is closed."""
    try:
        yield
    except ClosedMonth:
        open_from = town.office.books.open_from(town.town)
        assert open_from is not None
        assert day < open_from, f"{move} on {day} is work of an open month"
        raise


class Kept(History[F], Generic[F]):
    """A town whose cases are of any kind but events."""

    @override
    def take(self, step: Step) -> None:
        with _by_leave(self, step.a):
            super().take(step)

    @override
    def make(self, case: Case, fact: F, move: Move, step: Step) -> Case:
        with _going_on(self, move, day_of(self.now - timedelta(days=step.a % 4 * (step.which % 2)))):
            return super().make(case, fact, move, step)


class KeptEvents(event_history.History):
    """Events of such a town."""

    kind: ClassVar[Kind] = Kind.EVENT

    def __init__(self, office: Office) -> None:
        super().__init__(office, at(2017, 1, 10, 8))
        self.actor = ACTOR

    def live(self, doings: Sequence[Step], after_each: Callable[[], None]) -> None:
        """Lets things happen, one after the other, until the second year is nearly over."""
        for step in doings:
            if self.now < at(2018, 11, 20):
                with _by_leave(self, step.a), suppress(ClosedMonth):
                    self.take(event_history.Step(step.what, step.which, step.a % 60, step.b * 2))
                after_each()

    @override
    def _take(self, case_id: UUID, order: Order) -> None:
        with _going_on(self, order.move, day_of(order.at or self.now)):
            super()._take(case_id, order)


class KeptDisputes(Kept, DisputeHistory):  # type: ignore[type-arg]
    """Disputes of such a town."""


class KeptPetitions(Kept, PetitionHistory):  # type: ignore[type-arg]
    """Petitions of such a town."""


class KeptHazards(Kept, HazardHistory):  # type: ignore[type-arg]
    """Hazards of such a town."""


@dataclass
class Closings:
    """What is done to the months of a town at random, and what was so when each was signed."""

    history: Town
    engine: Engine
    random: Random
    closed: list[Month] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    figures: list[Figures] = field(default_factory=list)
    digests: dict[tuple[Month, int], str] = field(default_factory=dict)
    shown: list[tuple[datetime, Figures]] = field(default_factory=list)
    reopenings: int = 0

    def act(self) -> None:
        """Closes some month that is over, opens the last one again, or lets the day pass."""
        chance = self.random.random()
        if chance < 0.25:
            self.close()
        elif chance < 0.35 and self.closed:
            self.reopen()
        elif chance < 0.4:
            self.shown.append((self.history.now, self.by_month()))

    def close(self) -> None:
        """A month that is over; others before it may be closed along with it."""
        town, office, last = self.history.town, self.history.office, Month.of(day_of(self.history.now))
        first = self.closed[-1].later(1) if self.closed else last.later(-4)
        over = list(Period(first.start, last.start).months()) if first.start < last.start else []
        if not over:
            return
        month = self.random.choice(over[-3:])
        lines = office.books.lines_until(town, month)
        tables = (KeptTable(code="T", title="演示表", content=repr(self._figures_of(month))),)
        with office.cases.transaction() as writer:
            writer.close_month(town, month, self.history.actor, self.history.clock(), tables, lines)
        times = sum(key[0] == month for key in self.digests) + 1
        self.digests[month, times] = digest_of(tables)
        self.closed.append(month)
        self.lines.append(lines)
        self.figures.append(self._figures_of(month))

    def reopen(self) -> None:
        """The month that was closed last."""
        self.stand_still()
        with self.history.office.cases.transaction() as writer:
            writer.reopen_month(
                self.history.town, self.closed.pop(), "演示领导", "演示：重报", self.history.actor, self.history.clock()
            )
        self.lines.pop()
        self.figures.pop()
        self.reopenings += 1
        self.booked_right()

    def stand_still(self) -> None:
        """Nothing was booked into a closed month, and it counts as it did when it was signed."""
        books, town = self.history.office.books, self.history.town
        assert books.open_from(town) == (self.closed[-1].end if self.closed else None)
        assert [books.lines_until(town, month) for month in self.closed] == self.lines
        assert [self._figures_of(month) for month in self.closed] == self.figures

    def booked_right(self) -> None:
        """Each line stands on its own day, or as the 更正 of a closed month on the first day that is open."""
        first_open = self.closed[-1].end if self.closed else date.min
        for day, book_day, corrects, net in self._standing():
            if corrects is None:
                assert book_day == day
            else:
                assert net == 0 or corrects < first_open.year * 100 + first_open.month, "a 更正 of an open month"
                assert corrects == day.year * 100 + day.month
                assert (book_day.day, book_day > day) == (1, True)
                assert book_day <= first_open or net == 0

    def told_late(self) -> None:
        """关账后变动 tells of each closed month as much as stands booked as its 更正."""
        months = [month for month in YEARS.months() if self.closed and month <= self.closed[-1]]
        for month in months:
            told: defaultdict[str, Decimal] = defaultdict(Decimal)
            for change in self.history.office.books.late_changes(self.history.town, month):
                for amount in change.amounts:
                    told[amount.measure] += amount.quantity
            booked = self._corrections_of(month)
            assert {m: q for m, q in told.items() if q} == booked, month

    def everything_holds(self) -> None:
        """All that must be so, at the end or at any other time."""
        history = self.history
        self.stand_still()
        self.booked_right()
        self.told_late()
        for month in YEARS.months():
            lines = balances(history.office.ledger, history.words, history.town, month)
            assert broken(lines, history.words) == []
        for (month, closing), digest in self.digests.items():
            assert digest_of(history.office.books.tables(history.town, month, closing)) == digest
        for moment, figures in self.shown:
            assert self.by_month(moment) == figures
        checks = history.office.checks
        for result in (checks.postings(), checks.balances(), checks.books(), checks.history()):
            assert result.ok, result.detail

    def by_month(self, as_of: datetime | None = None) -> Figures:
        """Every figure of every village and month, as it stands or as it stood."""
        return self._figures(Cut(YEARS, self.history.town, as_of=as_of), Dimension.VILLAGE, Dimension.MONTH)

    def _figures_of(self, month: Month) -> Figures:
        return self._figures(Cut(month.period, self.history.town), Dimension.VILLAGE)

    def _figures(self, cut: Cut, *by: Dimension) -> Figures:
        chapter = catalogue()[self.history.kind]
        told = tally(self.history.office.ledger, self.history.words, chapter, cut, by)
        # A cohort follows its cases as long as they go on.
        codes = [i.code for i in told.columns if not i.reading.ended]
        return {row.keys: {code: row.values[code] for code in codes} for row in told.rows if any(row.values.values())}

    def _standing(self) -> Sequence[tuple[date, date, int | None, int]]:
        words = [c for c in POSTING.c if c.name not in ("n", "quantity", "reversal", "made_at")]
        query = select(*words, func.sum(POSTING.c.quantity).label("net")).where(self._of_town()).group_by(*words)
        with self.engine.connect() as connection:
            return [(row.day, row.book_day, row.corrects, int(row.net)) for row in connection.execute(query)]

    def _corrections_of(self, month: Month) -> Mapping[str, Decimal]:
        net = func.sum(POSTING.c.quantity)
        query = (
            select(TERM.c.key, net)
            .join(TERM, TERM.c.id == POSTING.c.measure)
            .where(self._of_town(), POSTING.c.corrects == month.year * 100 + month.number)
            .group_by(TERM.c.key)
            .having(net != 0)
        )
        with self.engine.connect() as connection:
            return {measure: Decimal(int(quantity)) / 1000 for measure, quantity in connection.execute(query)}

    def _of_town(self) -> ColumnElement[bool]:
        town = select(TERM.c.id).where(TERM.c.dimension == "town", TERM.c.key == self.history.town)
        return POSTING.c.town == town.scalar_subquery()

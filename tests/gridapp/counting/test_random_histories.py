"""The law of the whole program, on random histories: figures add up, and agree with an independent counter."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count as counter
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.cases import handle, merging
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import amend, draft_of, record
from gridapp.cases.order import Order
from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Row, Tally, figure, tally
from gridapp.counting.words import Words
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.deadline import Deadlines, Limits
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.move import Move
from gridapp.domain.office_hours import office_hours
from gridapp.domain.period import Period, period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.domain.workdays import WorkCalendar
from gridapp.ports import Office
from tests.gridapp.counting import brute_force
from tests.gridapp.counting.brute_force import Story
from tests.offices import ACTOR, DEADLINES, at
from tests.sizes import FULL

PERIOD = period_named("2017-01..2018-12")
CATEGORIES = ("ZF0301", "ZF0303", "ZZ0305", "BM0401")
COUNTED = [i for i in catalogue()[Kind.EVENT].indicators if i.denominator is None]
_TOWNS = counter(1)
WITHOUT_LIMITS = Deadlines(WorkCalendar([]), Limits({}, {}, [], {}, {}), office_hours())


@dataclass(frozen=True)
class Step:
    """One thing that happens: what, to which case, with two numbers that say how."""

    what: str
    which: int
    a: int
    b: int


DOINGS = (
    "record",
    "record",
    "accept",
    "close",
    "close",
    "reopen",
    "move",
    "recategorise",
    "void",
    "restore",
    "merge",
    "reject",
    "reconsider",
)
STEPS = st.lists(
    st.builds(Step, st.sampled_from(DOINGS), st.integers(0, 30), st.integers(0, 60), st.integers(0, 25)),
    min_size=5,
    max_size=60 if FULL else 30,
)


class History:
    """A town of its own in which steps happen, in the program and in the model at once."""

    def __init__(self, office: Office, start: datetime) -> None:
        self.office, self.now = office, start
        self.town = f"99{next(_TOWNS):07}"
        self.villages = [f"{self.town}-{n:02}" for n in range(1, 4)]
        town = Area(code=self.town, kind=AreaKind.TOWN, parent=None, name=self.town)
        below = [Area(code=v, kind=AreaKind.VILLAGE, parent=self.town, name=v) for v in self.villages]
        office.registers.add_areas([town, *below])
        self.words = Words(office.registers.areas(), vocabulary())
        self.stories: dict[UUID, Story] = {}

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def take(self, step: Step) -> None:
        self.now += timedelta(days=step.b)
        if step.what == "record":
            self._record(step)
        elif self.stories:
            case_id = sorted(self.stories)[step.which % len(self.stories)]
            doing: Callable[[UUID, Step], None] = getattr(self, f"_{step.what}")
            with suppress(Refusal):
                doing(case_id, step)

    def _version(self, case_id: UUID) -> int:
        return self.office.cases.load(case_id).version

    def _record(self, step: Step) -> None:
        reported = self.now - timedelta(days=step.a, hours=step.which % 7)
        due = at(reported.year, reported.month, reported.day) + timedelta(days=step.which % 20)
        draft = EventDraft(
            town=self.town,
            title="演示：随机经历",
            category=CATEGORIES[step.a % len(CATEGORIES)],
            village=self.villages[step.which % len(self.villages)],
            reported_at=reported,
            late_reason="演示：补录",
            due_at=due if step.which % 3 and due >= reported else None,
        )
        event = record(self.office.cases, self.office.registers.areas(), WITHOUT_LIMITS, draft, ACTOR, self.clock)
        self.stories[event.id] = Story(event.village, event.category or "", reported, draft.due_at)

    def _take(self, case_id: UUID, order: Order) -> None:
        handle.take(self.office.cases, case_id, self._version(case_id), order, WITHOUT_LIMITS, ACTOR, self.clock)

    def _accept(self, case_id: UUID, step: Step) -> None:
        self._take(case_id, Order(move=Move.ACCEPT))

    def _close(self, case_id: UUID, step: Step) -> None:
        closed = self.now - timedelta(days=step.a % 30)
        if step.b % 2:
            # A ledger knows the day alone; closing on the day after the limit is then late by no time at all.
            closed = at(*closed.astimezone(SHANGHAI).timetuple()[:3])
        with suppress(Refusal):
            self._take(case_id, Order(move=Move.ACCEPT, at=self.stories[case_id].reported))
        self._take(case_id, Order(move=Move.CLOSE, at=closed, result="已处理", evidence="现场查看"))
        self.stories[case_id].ends.append((closed, None))

    def _reopen(self, case_id: UUID, step: Step) -> None:
        again = self.now - timedelta(days=step.a % 10)
        self._take(case_id, Order(move=Move.REOPEN, at=again, reason="回访不满意", approver="演示领导"))
        story = self.stories[case_id]
        story.ends[-1] = (story.ends[-1][0], again)

    def _reject(self, case_id: UUID, step: Step) -> None:
        self._take(case_id, Order(move=Move.REJECT, reason="非职责"))
        self.stories[case_id].rejected = self.now

    def _reconsider(self, case_id: UUID, step: Step) -> None:
        self._take(case_id, Order(move=Move.RECONSIDER, reason="复核后受理"))
        self.stories[case_id].rejected = None

    def _move(self, case_id: UUID, step: Step) -> None:
        village = self.villages[step.a % len(self.villages)]
        self._amend(case_id, lambda draft: replace(draft, village=village))
        self.stories[case_id].village = village

    def _recategorise(self, case_id: UUID, step: Step) -> None:
        category = CATEGORIES[step.a % len(CATEGORIES)]
        self._amend(case_id, lambda draft: replace(draft, category=category))
        self.stories[case_id].category = category

    def _amend(self, case_id: UUID, change: Callable[[EventDraft], EventDraft]) -> None:
        event = self.office.cases.load(case_id)
        assert isinstance(event, Event)
        areas = self.office.registers.areas()
        draft = replace(draft_of(event), reason="演示：更正")
        amend(self.office.cases, areas, WITHOUT_LIMITS, case_id, event.version, change(draft), ACTOR, self.clock)

    def _void(self, case_id: UUID, step: Step) -> None:
        handle.void(self.office.cases, case_id, self._version(case_id), "录错", DEADLINES, ACTOR, self.clock)
        self.stories[case_id].gone = (self.now, "void")

    def _restore(self, case_id: UUID, step: Step) -> None:
        handle.restore(self.office.cases, case_id, self._version(case_id), "恢复", DEADLINES, ACTOR, self.clock)
        self.stories[case_id].gone = None

    def _merge(self, case_id: UUID, step: Step) -> None:
        into = sorted(self.stories)[step.a % len(self.stories)]
        merging.merge(self.office.cases, case_id, self._version(case_id), into, "重复", DEADLINES, ACTOR, self.clock)
        self.stories[case_id].gone = (self.now, "merge")

    def table(self, *by: Dimension, as_of: datetime | None = None) -> Tally:
        cut = Cut(PERIOD, self.town, as_of=as_of)
        return tally(self.office.ledger, self.words, catalogue()[Kind.EVENT], cut, by)


def lived(office: Office, steps: Sequence[Step]) -> History:
    history = History(office, at(2017, 1, 10, 8))
    for step in steps:
        if history.now < at(2018, 11, 20):
            history.take(step)
    return history


random_histories = settings(
    max_examples=60 if FULL else 12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def plain(row: Row) -> dict[str, int]:
    return {
        i.code: int(value) for i in COUNTED if not isinstance(value := row.values[i.code], Rate) and value is not None
    }


def nonzero(rows: Iterator[tuple[str | None, dict[str, int]]]) -> dict[str | None, dict[str, int]]:
    return {key: values for key, values in rows if any(values.values())}


GROUPS: Sequence[tuple[Dimension, Callable[[Story], str | None]]] = (
    (Dimension.VILLAGE, lambda story: story.village),
    (Dimension.CATEGORY, lambda story: story.category),
    (Dimension.PLATFORM, lambda story: story.category[:2]),
)


@random_histories
@given(steps=STEPS)
def test_every_table_agrees_with_an_independent_count(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    stories = list(history.stories.values())
    months = history.table(Dimension.MONTH)
    assert {row.keys[0]: plain(row) for row in months.rows} == brute_force.by_month(stories, PERIOD.months())
    for dimension, group in GROUPS:
        rows = history.table(dimension).rows
        expected = brute_force.by_group(stories, PERIOD, group)
        assert nonzero((row.keys[0], plain(row)) for row in rows) == nonzero(iter(expected.items()))


@random_histories
@given(steps=STEPS)
def test_the_identity_holds_in_every_cell_and_rows_add_up(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    tables = [
        history.table(Dimension.MONTH),
        history.table(Dimension.VILLAGE),
        history.table(Dimension.MONTH, Dimension.CATEGORY),
    ]
    for table in tables:
        for row in table.rows:
            cell = plain(row)
            assert cell["event.opening"] + cell["event.reported"] - cell["event.closed"] == cell["event.closing"]
            assert cell["event.closed_on_time"] + cell["event.closed_late"] == cell["event.closed"]
        flows = ("event.reported", "event.closed", "event.closed_on_time", "event.reopened", "event.voided")
        for code in flows:
            assert sum(plain(row)[code] for row in table.rows) == table.total[code]
    monthly = [plain(row) for row in tables[0].rows]
    for earlier, later in pairwise(monthly):
        assert later["event.opening"] == earlier["event.closing"]
    for code in ("event.opening", "event.closing", "event.overdue"):
        assert sum(plain(row)[code] for row in tables[1].rows) == tables[1].total[code]


@random_histories
@given(steps=STEPS)
def test_every_cell_is_its_list(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    for by in ((Dimension.MONTH,), (Dimension.VILLAGE,), (Dimension.VILLAGE, Dimension.PLATFORM)):
        table = history.table(*by)
        for row in table.rows:
            for indicator in table.columns:
                value = row.values[indicator.code]
                amount = value.numerator if isinstance(value, Rate) else value
                if not amount and row.keys != table.rows[0].keys:
                    continue
                cut = table.cut.narrowed(table.by, row.keys)
                counted = cases_behind(office.ledger, indicator, cut)
                assert sum(case.quantity for case in counted) == amount
                assert len({case.case_id for case in counted}) == len(counted)
                assert figure(office.ledger, indicator, cut) == value


@random_histories
@given(steps=STEPS)
def test_the_close_rate_follows_the_cases_reported_in_the_period(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    stories = list(history.stories.values())
    for row in history.table(Dimension.MONTH).rows:
        year, month = (row.keys[0] or "").split("-")
        period = period_named(f"{year}-{month}")
        rate = row.values["event.close_rate"]
        assert isinstance(rate, Rate)
        assert rate.numerator == brute_force.closed_of_reported(stories, period, PERIOD.end)


@random_histories
@given(steps=STEPS, cut_at=st.integers(1, 59))
def test_a_table_can_be_shown_as_it_stood_at_any_moment(office: Office, steps: list[Step], cut_at: int) -> None:
    history = lived(office, steps[:cut_at])
    moment, then = history.now, history.table(Dimension.MONTH)
    for step in steps[cut_at:]:
        history.take(step)
    again = history.table(Dimension.MONTH, as_of=moment)
    assert [(row.keys, row.values) for row in again.rows] == [(row.keys, row.values) for row in then.rows]


@random_histories
@given(steps=STEPS)
def test_whatever_happened_everything_checks(office: Office, steps: list[Step]) -> None:
    lived(office, steps)
    for result in (office.checks.postings(), office.checks.balances(), office.checks.history()):
        assert result.ok, result.detail


@pytest.mark.parametrize("days", [(1, 1), (3, 17), (2, 28)])
@random_histories
@given(steps=STEPS)
def test_periods_that_cut_months_agree_too(office: Office, steps: list[Step], days: tuple[int, int]) -> None:
    history = lived(office, steps)
    period = Period(at(2017, 3, days[0], 12).date(), at(2018, 5, days[1], 12).date())
    expected = brute_force.count(list(history.stories.values()), period)
    for code, number in expected.items():
        assert figure(office.ledger, indicator_named(code), Cut(period, history.town)) == number

"""Random histories of events: a town of its own in which cases take their courses, in the program and in the model."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count as counter
from uuid import UUID

from hypothesis import strategies as st

from gridapp.cases import handle, merging
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import amend, draft_of, record
from gridapp.cases.order import Order
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Tally, tally
from gridapp.counting.words import Words
from gridapp.domain.area import Area, AreaKind
from gridapp.domain.deadline import Deadlines, Limits
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.domain.move import Move
from gridapp.domain.office_hours import office_hours
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.domain.workdays import WorkCalendar
from gridapp.ports import Office
from tests.gridapp.counting.brute_force import Story
from tests.offices import ACTOR, DEADLINES, at
from tests.sizes import FULL

PERIOD = period_named("2017-01..2018-12")
CATEGORIES = ("ZF0301", "ZF0303", "ZZ0305", "BM0401")
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
        story = self.stories[case_id]
        assert story.rejected is not None
        story.stood_still.append((story.rejected, self.now))
        story.rejected = None

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

"""Random moves with an event and the disputes opened from it: the event waits exactly while one of them does."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.cases.dispute.referral import draft_from, open_from
from gridapp.cases.handle import restore, take, void
from gridapp.cases.order import Order
from gridapp.cases.undo import redo, undo, undoable
from gridapp.domain.case import Case
from gridapp.domain.course import lawful
from gridapp.domain.dispute import Dispute
from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.event_course import EVENT_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.ports import Office
from gridapp.safekeeping.check import check
from tests.gridapp.cases import courses
from tests.gridapp.cases.dispute import courses as dispute_courses
from tests.offices import ACTOR, DEADLINES, TWO_PARTIES, at, recorded
from tests.sizes import FULL

OF_EVENTS = [move for move in EVENT_COURSE if move not in (Move.ON_SITE, Move.ARCHIVE)]
OF_DISPUTES: list[Move] = [move for move in DISPUTE_COURSE if move is not Move.ARCHIVE]
WHAT = ("open", "event", "event", "dispute", "dispute", "dispute", "end", "reopen", "void", "restore", "undo", "redo")
Doing = tuple[str, int, int]
DOINGS = st.lists(
    st.tuples(st.sampled_from(WHAT), st.integers(0, 10_000), st.integers(0, 48)),
    min_size=5,
    max_size=60 if FULL else 25,
)


class Pair:
    """An event and its disputes, with whoever moves them."""

    def __init__(self, office: Office) -> None:
        self.office, self.now = office, at(2018, 3, 5, 9)
        event = recorded(office, self.now, category="ZZ0102")
        self.event = self._take(event, courses.order(Move.ACCEPT, self.now))

    def stands(self) -> tuple[Case, Sequence[Dispute]]:
        """The event and its disputes as they are on file."""
        opened = self.office.cases.opened_from(self.event.id)
        return self.office.cases.load(self.event.id), [case for case in opened if isinstance(case, Dispute)]

    def do(self, doing: Doing) -> None:
        """Makes the first change of its kind that is allowed now, if any is."""
        what, n, hours = doing
        self.now += timedelta(hours=hours)
        event, disputes = self.stands()
        if what == "open" or not disputes:
            self._open(event)
        elif what in ("undo", "redo"):
            self._back_or_forth(what, n)
        elif what == "event":
            self._first(event, [courses.order(OF_EVENTS[(n + k) % len(OF_EVENTS)]) for k in range(len(OF_EVENTS))])
        elif what in ("void", "restore"):
            self._exclude(what, [event, *disputes][n % (len(disputes) + 1)])
        else:
            self._first(dispute := disputes[n % len(disputes)], self._orders(dispute, what, n))

    def _back_or_forth(self, what: str, n: int) -> None:
        with suppress(Refusal):
            if what == "redo":
                redo(self.office.cases, ACTOR, lambda: self.now)
                return
            steps = undoable(self.office.cases, ACTOR.name, 4)
            undo(self.office.cases, ACTOR, lambda: self.now, steps[n % len(steps)] if steps else None)

    def _orders(self, dispute: Dispute, what: str, n: int) -> Sequence[Order]:
        first = {"end": Move.FAIL, "reopen": Move.REOPEN}.get(what)
        place = OF_DISPUTES.index(first) if first else n
        moves = [OF_DISPUTES[(place + k) % len(OF_DISPUTES)] for k in range(len(OF_DISPUTES))]
        return [dispute_courses.order_for(dispute, move, self.now) for move in moves]

    def _open(self, event: Case) -> None:
        draft = replace(draft_from(event, self.now), parties=TWO_PARTIES)
        areas = self.office.registers.areas()
        with suppress(Refusal):
            open_from(self.office.cases, areas, DEADLINES, event.id, event.version, draft, ACTOR, lambda: self.now)

    def _first(self, case: Case, orders: Sequence[Order]) -> None:
        for order in orders:
            with suppress(Refusal):
                self._take(case, replace(order, at=None))
                return

    def _take(self, case: Case, order: Order) -> Case:
        return take(self.office.cases, case.id, case.version, order, DEADLINES, ACTOR, lambda: self.now)

    def _exclude(self, what: str, case: Case) -> None:
        change = void if what == "void" else restore
        with suppress(Refusal):
            change(self.office.cases, case.id, case.version, "演示", DEADLINES, ACTOR, lambda: self.now)


def waits(dispute: Dispute) -> bool:
    """Whether a dispute counts and has not come to an end, and was not refused."""
    return dispute.excluded is None and dispute.closed is None and dispute.status is not Status.INVALID


def _live(office: Office, doings: Sequence[Doing]) -> set[tuple[bool, Status]]:
    """Lives through some changes and holds them against what must be; where the event stood while disputes waited."""
    pair, seen = Pair(office), set[tuple[bool, Status]]()
    before, waited = pair.stands()[0], False
    for doing in doings:
        pair.do(doing)
        event, disputes = pair.stands()
        waiting = any(map(waits, disputes))
        if not waiting:
            assert event.status is not Status.REFERRED
        elif waited:
            assert (event.status is Status.REFERRED) or (before.status is not Status.REFERRED)
        else:
            may_wait = Move.REFER in lawful(Kind.EVENT, before.status)
            assert (event.status is Status.REFERRED) == may_wait
        before, waited = event, waiting
        seen.add((waiting, event.status))
    return seen


@settings(
    max_examples=40 if FULL else 6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(doings=DOINGS)
def test_an_event_waits_exactly_while_one_of_its_disputes_does(sqlite_office: Office, doings: list[Doing]) -> None:
    _live(sqlite_office, doings)


def test_a_long_life_of_an_event_and_its_disputes_leaves_everything_in_order(office: Office) -> None:
    doings = [(WHAT[(n * n * 3 + n) % len(WHAT)], n * 37, n % 30) for n in range(60 if FULL else 40)]
    seen = _live(office, doings)
    assert {(True, Status.REFERRED), (False, Status.PROCESSING)} <= seen
    assert [result for result in check(office) if not result.ok] == []

"""Random courses: after every move the overdue list is the overdue figure, and the ledger holds what it should."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.cases.handle import take, void
from gridapp.cases.taken import taken
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.tally import figure
from gridapp.domain.clock import stretches
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.period import Period
from gridapp.domain.problem import Refusal
from gridapp.domain.status import RUNNING
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import bare
from tests.gridapp.cases.courses import order
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at, recorded
from tests.sizes import FULL

MOVES = [move for move in Move if move not in (Move.ASSIST, Move.COPY, Move.ON_SITE, Move.ARCHIVE)]
DOINGS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 10_000), st.integers(0, 8), st.integers(0, 23)),
    min_size=5,
    max_size=60 if FULL else 25,
)
_INSTANT = timedelta(microseconds=1)


def _evening(day: date) -> datetime:
    """The last instant of a day: a limit at its midnight is over only after it."""
    return end_of(day) - _INSTANT


def _overdue(office: Office, now: datetime) -> tuple[object, int]:
    """The overdue events by the ledger and by the list, when a day is over."""
    day = day_of(now)
    until = Period(date(2017, 1, 1), day + timedelta(days=1))
    query = CaseQuery(kind=Kind.EVENT, town=TOWN, statuses=RUNNING, due_before=_evening(day))
    return figure(office.ledger, indicator_named("event.overdue"), Cut(until, TOWN)), office.lists.count(query)


def _live(office: Office, ids: Sequence[UUID], doings: Sequence[tuple[int, int, int, int]]) -> None:
    now = at(2018, 3, 5, 9)
    for which, what, days, hours in doings:
        now += timedelta(days=days, hours=hours)
        _make_the_first_lawful_move(office, ids[which], what, now)
        ledger, listed = _overdue(office, now)
        assert ledger == listed


def _make_the_first_lawful_move(office: Office, case_id: UUID, first: int, now: datetime) -> None:
    """Starting from any place in the list of moves, so that every course comes about."""
    version = office.cases.load(case_id).version
    for place in range(len(MOVES)):
        chosen = order(MOVES[(first + place) % len(MOVES)])
        if chosen.until is not None:
            chosen = replace(chosen, until=end_of(day_of(now) + timedelta(days=first % 20 + 1)))
        with suppress(Refusal):
            take(office.cases, case_id, version, chosen, DEADLINES, ACTOR, lambda: now)
            return


@settings(
    max_examples=60 if FULL else 8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(doings=DOINGS)
def test_after_every_move_the_overdue_list_is_the_overdue_figure(
    sqlite_office: Office, doings: list[tuple[int, int, int, int]]
) -> None:
    office = sqlite_office
    ids = [recorded(office, date(2018, 3, 5), category=leaf).id for leaf in ("ZF0304", "ZZ0401", "BM0101")]
    _live(office, ids, doings)
    # The next example has the office to itself.
    for case_id in ids:
        void(office.cases, case_id, office.cases.load(case_id).version, "演示：下一例", DEADLINES, ACTOR, NOW)


def test_all_checks_hold_after_a_long_course(office: Office) -> None:
    ids = [recorded(office, date(2018, 3, 5), category=leaf).id for leaf in ("ZF0304", "ZZ0401", "BM0101")]
    _live(office, ids, [(n % 3, n * 7, n % 5, n % 24) for n in range(60)])
    assert [result for result in check(office) if not result.ok] == []


@given(doings=st.lists(st.sampled_from(MOVES), max_size=30))
def test_the_clock_runs_in_stretches_that_follow_one_another(doings: list[Move]) -> None:
    case, now = bare(Kind.EVENT, at(2018, 3, 5, 9)), at(2018, 3, 5, 9)
    for move in doings:
        now += timedelta(hours=5)
        with suppress(Refusal):
            case = taken(case, order(move, now), DEADLINES, "演示员", now)
    run = list(stretches(case))
    assert all(one.until is not None and one.until <= other.start for one, other in pairwise(run))
    assert (run[-1].until is None) == (case.status in RUNNING)

"""Random courses of disputes: what must hold in every state that lawful moves can reach."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.cases.dispute.record import draft_of, filled, registered
from gridapp.cases.taken import taken
from gridapp.counting.posting import Posting
from gridapp.counting.rules import postings_of
from gridapp.domain.clock import stretches
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome, Risk
from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import CourtReception, CourtRuling, SessionResult, Term
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side
from gridapp.domain.plain import from_plain, to_plain
from gridapp.domain.problem import Refusal
from gridapp.domain.status import AGREED, DONE, MEDIATED, RUNNING, Status
from gridapp.ports import Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.cases.dispute.courses import order_for
from tests.offices import ACTOR, DEADLINES, NOW, at, dispute_draft
from tests.sizes import FULL

REPORTED = at(2018, 3, 5, 9)
MOVES = list(DISPUTE_COURSE)
Doing = tuple[int, int, int]
"""From which place in the list of moves the first lawful one is sought, hours since the last, and a choice of words."""

DOINGS = st.lists(
    st.tuples(st.integers(0, len(MOVES) - 1), st.integers(0, 200), st.integers(0, 1000)),
    min_size=5,
    max_size=60 if FULL else 30,
)
_SETTINGS = settings(max_examples=400 if FULL else 60, deadline=None)


def new() -> Dispute:
    """A dispute just registered."""
    draft = dispute_draft(REPORTED, people=2, amount=Decimal(500))
    return registered(draft, REPORTED, "演示", DEADLINES, "演示员", REPORTED)


def particulars(move: Move, choice: int, when: datetime) -> dict[str, Any]:
    """Words that lead a move this way or that."""
    terms = tuple(
        Term(agreement=0, what=f"演示{n}", amount=Decimal(n + 1), due_at=end_of((when + timedelta(days=9 * n)).date()))
        for n in range(choice % 3)
    )
    ways: dict[Move, dict[str, Any]] = {
        Move.AGREE: {"form": list(AgreementForm)[choice // 3 % 2], "terms": terms, "at_once": choice % 5 == 0},
        Move.PERFORM: {"term": choice % 4 or None},
        Move.COURT_RECEIVES: {"reception": list(CourtReception)[choice % 2]},
        Move.COURT_RULES: {"ruling": list(CourtRuling)[choice % 3]},
        Move.ASSESS_RISK: {"risk": list(Risk)[choice % 4]},
        Move.MEDIATE: {"session_result": list(SessionResult)[choice % 4], "session": choice % 5 or None},
        Move.CANCEL_SESSION: {"session": choice % 3 or None},
        Move.HAND_OVER: {"unit": f"演示调委会{choice % 3}"},
        Move.SCHEDULE: {"meet_at": when + timedelta(hours=1 + choice % 100)},
    }
    return ways.get(move, {})


def course(doings: Sequence[Doing], *, filing: bool = False) -> Iterator[Dispute]:
    """A dispute after each of some moves; it is filed only where that is allowed, since nothing follows then."""
    case, now = new(), REPORTED
    yield case
    moves = [move for move in MOVES if filing or move is not Move.ARCHIVE]
    for first, hours, choice in doings:
        now += timedelta(hours=hours)
        for place in range(len(moves)):
            move = moves[(first + place) % len(moves)]
            order = order_for(case, move, now, **particulars(move, choice, now))
            with suppress(Refusal):
                after = taken(case, order, DEADLINES, "演示员", now)
                assert isinstance(after, Dispute)
                case = after
                yield case
                break


@_SETTINGS
@given(doings=DOINGS)
def test_the_clock_runs_in_stretches_that_follow_one_another(doings: list[Doing]) -> None:
    for case in course(doings):
        run = list(stretches(case))
        assert run[0].start == case.reported_at
        assert all(one.until is not None and one.until <= other.start for one, other in pairwise(run))
        assert (run[-1].until is None) == (case.status in RUNNING)
        assert (case.accepted_at is None) or (case.due_at is not None)


@_SETTINGS
@given(doings=DOINGS)
def test_what_is_next_is_there_exactly_while_it_is_waited_for(doings: list[Doing]) -> None:
    for case in course(doings, filing=True):
        assert case.next_session_at is None or case.status is Status.MEDIATING
        assert case.confirm_due_at is None or case.status in AGREED
        assert case.revisit_due_at is None or (case.status in AGREED and case.revisited_at is None)
        to_file = case.status in MEDIATED - {Status.PERFORMING}
        assert (case.step_due_at is not None) == (case.status is Status.REPORTED or to_file)


@_SETTINGS
@given(doings=DOINGS)
def test_what_is_owed_is_of_the_agreement_in_force(doings: list[Doing]) -> None:
    for case in course(doings):
        owed = case.open_terms
        assert all(term.agreement == len(case.closings) and term.performed_at is None for term in owed)
        assert case.next_term_due_at == min((t.due_at for t in owed if t.due_at is not None), default=None)
        assert not owed or case.status in (Status.PERFORMING, Status.UNPERFORMED)
        assert owed or case.status is not Status.PERFORMING


@_SETTINGS
@given(doings=DOINGS)
def test_a_dispute_has_one_charge_and_one_awaited_confirmation_at_most(doings: list[Doing]) -> None:
    for case in course(doings):
        assert sum(charge.ended_at is None for charge in case.charges) <= 1
        awaited = [confirmation for confirmation in case.confirmations if confirmation.pending]
        assert len(awaited) <= 1
        assert awaited == ([case.confirmation] if case.confirmation is not None and case.confirmation.pending else [])


@_SETTINGS
@given(doings=DOINGS)
def test_an_end_is_in_force_exactly_where_the_dispute_has_ended(doings: list[Doing]) -> None:
    for case in course(doings, filing=True):
        closed = case.closed
        assert (closed is not None) == (case.status in DONE)
        assert all(closing.reopened_at is not None for closing in case.closings[:-1])
        assert [closing.closed_at for closing in case.closings] == sorted(
            closing.closed_at for closing in case.closings
        )
        if closed is not None and case.status is not Status.ARCHIVED:
            expected = Status.AGREED if case.status in AGREED else case.status
            assert Outcome(str(closed.outcome)).status is expected


@_SETTINGS
@given(doings=DOINGS)
def test_no_dispute_ends_while_the_police_are_still_to_be_told(doings: list[Doing]) -> None:
    for case in course(doings, filing=True):
        assert not (case.to_report and (case.status in DONE or case.status is Status.INVALID))


@_SETTINGS
@given(doings=DOINGS)
def test_a_dispute_comes_back_from_its_plain_words_and_from_its_form_as_it_was(doings: list[Doing]) -> None:
    for case in course(doings, filing=True):
        assert from_plain(Kind.DISPUTE, json.loads(json.dumps(to_plain(case)))) == case
        assert filled(case, draft_of(case)) == case


@_SETTINGS
@given(doings=DOINGS)
def test_every_move_is_one_step_after_the_last_and_changes_none_before(doings: list[Doing]) -> None:
    for one, other in pairwise(course(doings, filing=True)):
        assert other.steps[:-1] == one.steps
        assert other.steps[-1].at >= one.last_moment
        assert other.steps[-1].status is other.status


@_SETTINGS
@given(doings=DOINGS)
def test_who_the_parties_are_touches_no_count_but_that_of_the_parties(doings: list[Doing]) -> None:
    def counted(dispute: Dispute) -> set[Posting]:
        return {posting for posting in postings_of(dispute) if posting.measure != "dispute.handled_parties"}

    for case in course(doings, filing=True):
        nobody = replace(case, parties=(), party_a=None, party_b=None)
        others = replace(case, parties=(*case.parties, Party(side=Side.THIRD, name="演示丙", sex="女")))
        assert counted(nobody) == counted(case) == counted(others)


def test_the_random_courses_reach_every_state() -> None:
    reached = set[Status]()
    for n in range(60):
        doings = [((n * 7 + k * k * 5) % len(MOVES), 10 + (n * k) % 90, n * 31 + k * 17) for k in range(40)]
        reached |= {case.status for case in course(doings, filing=n % 2 == 0)}
    assert reached == {Status.REPORTED, Status.PERFORMING} | {
        passage.target for passage in DISPUTE_COURSE.values() if passage.target is not None
    }


def _saved(office: Office, doings: Sequence[Doing]) -> None:
    before: Dispute | None = None
    for version, case in enumerate(course(doings, filing=True)):
        with office.cases.transaction() as writer:
            writer.save([Save(before, case, "演示")], ACTOR, NOW())
        before = replace(case, version=version + 1)
        assert office.cases.load(case.id) == before


def test_every_state_of_a_long_course_is_kept_and_its_history_replays(office: Office) -> None:
    _saved(office, [((k * k * 5) % len(MOVES), 10 + (k * 13) % 90, k * 17) for k in range(40)])
    assert [result for result in check(office) if not result.ok] == []


@settings(
    max_examples=25 if FULL else 4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(doings=DOINGS)
def test_whatever_a_dispute_has_become_is_read_from_the_database_as_it_was(
    sqlite_office: Office, doings: list[Doing]
) -> None:
    with suppress(_Done):
        _once(sqlite_office, doings)


class _Done(Exception):
    """What was saved is taken back, so that the next example has the office to itself."""


def _once(office: Office, doings: Sequence[Doing]) -> None:
    states = list(course(doings, filing=True))
    with office.cases.transaction() as writer:
        before: Dispute | None = None
        for version, case in enumerate(states):
            writer.save([Save(before, case, "演示")], ACTOR, NOW())
            before = replace(case, version=version + 1)
            assert writer.load(case.id) == before
        raise _Done

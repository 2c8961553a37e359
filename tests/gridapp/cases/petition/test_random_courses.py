"""Random courses of petitions: what must hold in every state that lawful moves can reach."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from gridapp.cases.petition.record import draft_of, filled
from gridapp.domain.clock import stretches
from gridapp.domain.kind import Kind
from gridapp.domain.petition import GROUP_THRESHOLD, Petition
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.plain import from_plain, to_plain
from gridapp.domain.reply import ReplyStage
from gridapp.domain.status import DONE, RUNNING, Status
from gridapp.domain.step import Step
from gridapp.ports import CaseQuery, Office, Save
from gridapp.safekeeping.check import check
from tests.gridapp.cases.petition.random_courses import DOINGS, Doing, course, new, planned
from tests.gridapp.small_office import save
from tests.offices import ACTOR, NOW
from tests.sizes import FULL

_SETTINGS = settings(max_examples=400 if FULL else 60, deadline=None)
_CHOICES = st.integers(0, 30)

_LEADS: Mapping[str, str] = {
    "受理": "已受理",
    "当场答复": "已办结",
    "交办": "处置中",
    "转送": "已转送",
    "引导至政法机关": "已转送",
    "不予受理": "已办结",
    "不再受理": "已办结",
    "单位异议退回": "待受理",
    "反馈": "待核查",
    "返工": "处置中",
    "出具处理意见": "待送达",
    "送达": "已办结",
    "办结": "已办结",
    "申请复查": "复查中",
    "作出复查意见": "已复查",
    "申请复核": "复核中",
    "作出复核意见": "已复核",
    "化解": "已化解",
    "终结": "已终结",
    "归档": "已归档",
    "重开": "重新办理",
}
"""Where a step leads by the words of the office (domain.md §4.2), whatever the program's own table says."""


def replayed(steps: Sequence[Step]) -> str:
    """The state after some steps, counted by hand."""
    state = "待受理"
    for step in steps:
        state = _LEADS.get(step.move.value, state)
    return state


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_the_state_is_where_the_steps_have_led(choice: int, doings: list[Doing]) -> None:
    for case in course(new(choice), doings, filing=True):
        assert case.status.label == replayed(case.steps)


def test_every_step_that_leads_on_has_been_thought_of() -> None:
    leading = {move.value for move, passage in PETITION_COURSE.items() if passage.target is not None}
    assert leading == set(_LEADS)


def test_lists_count_as_many_petitions_in_each_state_as_their_steps_tell(office: Office) -> None:
    made = [list(course(new(n), planned(n, 5 + n % 30), filing=n % 2 == 0))[-1] for n in range(60)]
    save(office, made)
    by_hand = Counter(replayed(case.steps) for case in made)
    counted = {
        status.label: office.lists.count(CaseQuery(kind=Kind.PETITION, statuses=frozenset({status})))
        for status in Status
    }
    assert {label: count for label, count in counted.items() if count} == by_hand


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_the_clock_runs_in_stretches_that_follow_one_another(choice: int, doings: list[Doing]) -> None:
    for case in course(new(choice), doings):
        run = list(stretches(case))
        assert run[0].start == case.reported_at
        assert all(one.until is not None and one.until <= other.start for one, other in pairwise(run))
        assert (run[-1].until is None) == (case.status in RUNNING)


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_an_end_is_in_force_exactly_where_the_petition_was_answered(choice: int, doings: list[Doing]) -> None:
    for case in course(new(choice), doings, filing=True):
        closed = case.closed
        assert (closed is not None) == (case.status in DONE)
        assert all(closing.reopened_at is not None for closing in case.closings[:-1])
        days = [closing.closed_at for closing in case.closings]
        assert days == sorted(days)
        for end in (case.settled_at, case.concluded_at):
            assert end is None or (closed is not None and end >= closed.closed_at)
        assert case.settled_at is not None or case.status is not Status.SETTLED
        assert case.concluded_at is not None or case.status is not Status.CONCLUDED


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_each_round_has_one_reply_a_stage_and_waits_for_one_review_at_most(choice: int, doings: list[Doing]) -> None:
    for case in course(new(choice), doings, filing=True):
        stages = Counter((reply.round, reply.stage) for reply in case.replies)
        assert all(count == 1 for count in stages.values())
        awaited = [reply.stage for reply in case.replies if reply.awaited and reply.round == case.round]
        waits = {Status.REVIEWING: [ReplyStage.REVIEW], Status.FINALLY_REVIEWING: [ReplyStage.FINAL_REVIEW]}
        assert awaited == waits.get(case.status, [])
        assert (case.review_due_at is not None) == bool(awaited)
        for reply in case.replies:
            assert reply.served_at is None or (reply.issued_at is not None and reply.issued_at <= reply.served_at)


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_a_limit_holds_as_long_as_something_is_decided_and_the_inner_one_is_never_laxer(
    choice: int, doings: list[Doing]
) -> None:
    for case in course(new(choice), doings):
        in_hand = case.status in (Status.ACCEPTED, Status.PROCESSING, Status.FEEDBACK, Status.REPLIED)
        assert not in_hand or (case.due_at is not None and case.legal_due_at is not None)
        to_decide = case.status in (Status.REPORTED, Status.REOPENED)
        assert not to_decide or (case.disposition is None and case.step_due_at is not None)
        if case.status is Status.ACCEPTED and case.due_at and case.legal_due_at:
            assert case.due_at <= case.legal_due_at


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_a_petition_has_one_charge_at_most_and_one_stay_on_the_backlog(choice: int, doings: list[Doing]) -> None:
    for case in course(new(choice), doings):
        assert sum(charge.ended_at is None for charge in case.charges) <= 1
        entered, resolved = case.backlog_entered_at, case.backlog_resolved_at
        assert resolved is None or (entered is not None and entered <= resolved)
        assert case.in_backlog == (entered is not None and resolved is None)


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_what_is_filed_waits_for_nothing(choice: int, doings: list[Doing]) -> None:
    for case in course(new(choice), doings, filing=True):
        if case.status is Status.ARCHIVED:
            assert (case.charge, case.in_backlog, case.step_due_at) == (None, False, None)


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_a_petition_comes_back_from_its_plain_words_and_from_its_form_as_it_was(
    choice: int, doings: list[Doing]
) -> None:
    for case in course(new(choice), doings, filing=True):
        assert from_plain(Kind.PETITION, json.loads(json.dumps(to_plain(case)))) == case
        assert filled(case, draft_of(case), GROUP_THRESHOLD) == case


@_SETTINGS
@given(choice=_CHOICES, doings=DOINGS)
def test_every_move_is_one_step_after_the_last_and_changes_none_before(choice: int, doings: list[Doing]) -> None:
    for one, other in pairwise(course(new(choice), doings, filing=True)):
        assert other.steps[:-1] == one.steps
        assert other.last_moment >= one.last_moment


def test_the_random_courses_reach_every_state() -> None:
    reached = {case.status for n in range(120) for case in course(new(n), planned(n), filing=n % 2 == 0)}
    assert reached == {Status.REPORTED} | {p.target for p in PETITION_COURSE.values() if p.target is not None}


def test_every_state_of_a_long_course_is_kept_and_its_history_replays(office: Office) -> None:
    for n in (1, 4, 9):
        before: Petition | None = None
        for version, case in enumerate(course(new(n), planned(n), filing=True)):
            with office.cases.transaction() as writer:
                writer.save([Save(before, case, "演示")], ACTOR, NOW())
            loaded = office.cases.load(case.id)
            assert isinstance(loaded, Petition)
            assert loaded.version == version + 1
            assert replace(loaded, version=0) == case
            before = loaded
    assert [result for result in check(office) if not result.ok] == []

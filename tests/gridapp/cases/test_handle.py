"""Handling a case: lawful moves only, merging that never counts twice, everything that can be taken back."""

from collections.abc import Callable
from datetime import datetime

import pytest

from gridapp.cases.event.record import amend
from gridapp.cases.handle import restore, void
from gridapp.cases.merging import merge
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import catalogue
from gridapp.counting.rules import postings_of
from gridapp.counting.tally import figure
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import period_named
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from gridapp.safekeeping.check import check
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at, draft, recorded, taken

LIMIT = at(2018, 12, 1)


def closed(office: Office, case: Case, moment: datetime = at(2018, 1, 20)) -> Case:  # noqa: B008
    if case.status is Status.REPORTED:
        case = taken(office, case, Move.ACCEPT, case.reported_at)
    return taken(office, case, Move.CLOSE, moment, result="演示：已处理", evidence="演示：现场查看")


def accepted(office: Office, case: Case, moment: datetime = at(2018, 1, 4)) -> Case:  # noqa: B008
    return taken(office, case, Move.ACCEPT, moment)


def reopened(office: Office, case: Case, moment: datetime = at(2018, 2, 5)) -> Case:  # noqa: B008
    return taken(office, case, Move.REOPEN, moment, reason="回访不满意", approver="演示领导")


def figures(office: Office) -> dict[str, str]:
    """The figures of events of the year that are not nought."""
    cut = Cut(period_named("2018"), TOWN)
    told = {i.code: str(figure(office.ledger, i, cut)) for i in catalogue()[Kind.EVENT].indicators if not i.denominator}
    return {code.removeprefix("event."): value for code, value in told.items() if value != "0"}


def test_a_case_goes_through_its_life(office: Office) -> None:
    event = accepted(office, recorded(office, due_at=LIMIT))
    assert (event.status, event.accepted_at) == (Status.ACCEPTED, at(2018, 1, 4))
    event = reopened(office, closed(office, event))
    assert event.status is Status.REOPENED
    event = closed(office, event, at(2018, 2, 10))
    assert event.status is Status.CLOSED
    assert office.cases.load(event.id) == event
    assert figures(office) == {"reported": "1", "closed": "1", "closed_on_time": "1", "reopened": "1"}
    assert [entry.action for entry in office.cases.history(event.id)] == ["登记", "受理", "办结", "重开", "办结"]


def test_a_closing_keeps_the_limit_that_held(office: Office) -> None:
    event = closed(office, recorded(office, due_at=at(2018, 1, 11)))
    assert event.closed is not None
    assert (event.closed.due_at, event.closed.in_time) == (at(2018, 1, 11), False)


@pytest.mark.parametrize(
    ("prepare", "attempt", "sentence"),
    [
        (lambda o, e: e, reopened, "现在是“待受理”，不能重开；现在可以受理、不予受理、退回补正、自办办结"),
        (closed, closed, "现在是“已办结”，不能办结；现在可以评价、归档、重开"),
        (closed, accepted, "现在是“已办结”，不能受理"),
        (
            lambda o, e: reopened(o, closed(o, e)),
            accepted,
            "现在是“重新办理”，不能受理；现在可以交办、办结、继续办理",
        ),
    ],
)
def test_an_unlawful_move_is_refused_saying_what_is_lawful(
    office: Office,
    prepare: Callable[[Office, Case], Case],
    attempt: Callable[[Office, Case], Case],
    sentence: str,
) -> None:
    event = prepare(office, recorded(office))
    with pytest.raises(Refusal, match=sentence):
        attempt(office, event)
    assert office.cases.load(event.id) == event


def test_a_closing_without_a_result_and_evidence_is_refused(sqlite_office: Office) -> None:
    event = accepted(sqlite_office, recorded(sqlite_office))
    with pytest.raises(Unacceptable) as refused:
        taken(sqlite_office, event, Move.CLOSE, result=" ")
    assert [problem.field for problem in refused.value.problems] == ["result", "evidence"]


def test_nothing_ends_before_it_began(sqlite_office: Office) -> None:
    event = recorded(sqlite_office)
    with pytest.raises(Unacceptable, match="办结时间不能早于上一步的时间"):
        closed(sqlite_office, event, at(2018, 1, 3, 8))


def test_nothing_ends_before_it_was_accepted(sqlite_office: Office) -> None:
    event = accepted(sqlite_office, recorded(sqlite_office), at(2018, 1, 10))
    with pytest.raises(Unacceptable, match="办结时间不能早于上一步的时间"):
        closed(sqlite_office, event, at(2018, 1, 9))


def test_nothing_happens_in_the_future(sqlite_office: Office) -> None:
    event = recorded(sqlite_office)
    with pytest.raises(Unacceptable, match="办结时间不能晚于现在"):
        closed(sqlite_office, event, at(2081, 1, 1))


def test_a_reopened_case_is_not_closed_before_it_was_reopened(sqlite_office: Office) -> None:
    event = reopened(sqlite_office, closed(sqlite_office, recorded(sqlite_office)))
    with pytest.raises(Unacceptable, match="办结时间不能早于上一步的时间"):
        closed(sqlite_office, event, at(2018, 2, 4))


def test_a_voided_case_counts_nothing_and_comes_back_as_it_was(office: Office) -> None:
    event = closed(office, recorded(office))
    before = figures(office)
    gone = void(office.cases, event.id, event.version, "误登", DEADLINES, ACTOR, NOW)
    assert figures(office) == {"voided": "1"}
    back = restore(office.cases, gone.id, gone.version, "查明无误", DEADLINES, ACTOR, NOW)
    assert figures(office) == before
    assert postings_of(back) == postings_of(event)
    assert back.number == event.number


def test_a_merged_case_keeps_its_number_and_only_one_counts(office: Office) -> None:
    kept, double = recorded(office), recorded(office)
    gone = merge(office.cases, double.id, 1, kept.id, "同一件事", DEADLINES, ACTOR, NOW)
    assert figures(office) == {"reported": "1", "closing": "1", "merged": "1"}
    on_file = office.cases.load(double.id)
    assert on_file.number == double.number != kept.number
    assert on_file.excluded is not None
    assert on_file.excluded.merged_into == kept.id
    restore(office.cases, gone.id, gone.version, "不是同一件", DEADLINES, ACTOR, NOW)
    assert figures(office) == {"reported": "2", "closing": "2"}


def test_a_case_out_of_counting_is_left_alone_until_it_is_restored(office: Office) -> None:
    event = recorded(office)
    gone = void(office.cases, event.id, 1, "误登", DEADLINES, ACTOR, NOW)
    attempts: list[Callable[[], object]] = [
        lambda: void(office.cases, gone.id, gone.version, "再次", DEADLINES, ACTOR, NOW),
        lambda: merge(office.cases, gone.id, gone.version, recorded(office).id, "重复", DEADLINES, ACTOR, NOW),
        lambda: closed(office, gone),
    ]
    for attempt in attempts:
        with pytest.raises(Refusal, match="已经作废"):
            attempt()
    with pytest.raises(Refusal, match="没有作废或并案"):
        restore(office.cases, recorded(office).id, 1, "误", DEADLINES, ACTOR, NOW)


def test_a_case_is_merged_only_into_one_of_its_kind_that_counts(office: Office) -> None:
    event, other = recorded(office), recorded(office)
    void(office.cases, other.id, 1, "误登", DEADLINES, ACTOR, NOW)
    worklog = bare(Kind.WORKLOG, counting_unit="吨")
    save(office, [worklog])
    for target, sentence in [
        (event.id, "不能把一件并入它自己"),
        (other.id, "已经作废或并案，不能并入它"),
        (worklog.id, "只能并入同一乡镇的同类案件"),
    ]:
        with pytest.raises(Refusal, match=sentence):
            merge(office.cases, event.id, 1, target, "重复", DEADLINES, ACTOR, NOW)
    assert figures(office)["reported"] == "1"


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_case_is_taken_out_or_reopened_without_a_reason(sqlite_office: Office, reason: str) -> None:
    cases, event = sqlite_office.cases, closed(sqlite_office, recorded(sqlite_office))
    attempts: list[Callable[[], object]] = [
        lambda: void(cases, event.id, event.version, reason, DEADLINES, ACTOR, NOW),
        lambda: restore(cases, event.id, event.version, reason, DEADLINES, ACTOR, NOW),
        lambda: merge(cases, event.id, event.version, event.id, reason, DEADLINES, ACTOR, NOW),
        lambda: taken(sqlite_office, event, Move.REOPEN, reason=reason, approver="演示领导"),
    ]
    for attempt in attempts:
        with pytest.raises(Unacceptable, match="请填写原因"):
            attempt()


def test_of_two_who_handle_one_case_the_second_is_told(office: Office) -> None:
    event = recorded(office)
    amend(office.cases, office.registers.areas(), DEADLINES, event.id, 1, draft(title="演示：已改"), ACTOR, NOW)
    with pytest.raises(Overtaken, match="刚被他人修改过"):
        closed(office, event)
    assert office.cases.load(event.id).status is Status.REPORTED


def test_a_case_that_is_gone_is_refused_in_words(office: Office) -> None:
    with pytest.raises(Refusal, match="这条记录已不存在"):
        accepted(office, bare(Kind.EVENT))


def test_after_everything_that_was_done_all_checks_hold(office: Office) -> None:
    first, second, third = (
        recorded(office),
        recorded(office, reporter="演示甲"),
        recorded(office, due_at=at(2018, 1, 9)),
    )
    reopened(office, closed(office, first))
    merge(office.cases, second.id, 1, first.id, "重复", DEADLINES, ACTOR, NOW)
    closed(office, third)
    assert [result for result in check(office) if not result.ok] == []
    assert office.lists.count(CaseQuery(kind=Kind.EVENT)) == 3
    assert isinstance(office.cases.load(third.id), Event)

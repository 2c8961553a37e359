"""A month goes from the draft over 提交 and 审核 to 关账, each step signed, and nothing else closes it."""

from datetime import date

import pytest

from gridapp.closing.authority import authority_of
from gridapp.closing.correcting import corrected, correction_of
from gridapp.closing.month_end import approve, close, reopen, send_back, standing, submit
from gridapp.domain.books import BookAction, BookState
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.ports import Office
from tests.gridapp.closing.closings import CHIEF, CLERK, FEBRUARY, JANUARY, LEAVE, closed_by_all, with_leader
from tests.offices import ACTOR, NOW, TOWN, at, recorded


def _with_an_event(office: Office) -> Office:
    with_leader(office)
    recorded(office, date(2018, 1, 3))
    return office


@pytest.fixture
def at_work(office: Office) -> Office:
    """An office with a leader and an event of January, on each of the two databases."""
    return _with_an_event(office)


@pytest.fixture
def in_file(sqlite_office: Office) -> Office:
    """The same in a file, for rules that do not depend on the database."""
    return _with_an_event(sqlite_office)


def test_each_step_keeps_who_signed_it_and_the_digest_of_the_tables(at_work: Office) -> None:
    closed_by_all(at_work, JANUARY)
    steps = at_work.books.steps(TOWN, JANUARY)
    signed = [(step.action, step.person) for step in steps]
    assert signed == [
        (BookAction.SUBMIT, "演示填报人"),
        (BookAction.APPROVE, CHIEF),
        (BookAction.CLOSE, CHIEF),
    ]
    assert len({step.digest for step in steps}) == 1
    assert standing(at_work.books, TOWN, JANUARY) is BookState.CLOSED


def test_a_month_closes_those_before_it_too(in_file: Office) -> None:
    closed_by_all(in_file, FEBRUARY)
    assert standing(in_file.books, TOWN, JANUARY) is BookState.CLOSED


def test_figures_that_changed_after_handing_in_are_neither_approved_nor_signed(at_work: Office) -> None:
    submit(at_work, TOWN, JANUARY, "演示填报人", CLERK, NOW)
    recorded(at_work, date(2018, 1, 4))
    with pytest.raises(Refusal, match="提交后数字有变动，请重新提交"):
        approve(at_work, TOWN, JANUARY, CHIEF, CLERK, NOW)
    submit(at_work, TOWN, JANUARY, "演示填报人", CLERK, NOW)
    approve(at_work, TOWN, JANUARY, CHIEF, CLERK, NOW)
    recorded(at_work, date(2018, 1, 5))
    with pytest.raises(Refusal, match="提交后数字有变动，请重新提交"):
        close(at_work, TOWN, JANUARY, CHIEF, CLERK, NOW)
    assert standing(at_work.books, TOWN, JANUARY) is BookState.APPROVED


def test_what_was_not_approved_is_not_closed(in_file: Office) -> None:
    submit(in_file, TOWN, JANUARY, "演示填报人", CLERK, NOW)
    with pytest.raises(Refusal, match="还没有审核通过"):
        close(in_file, TOWN, JANUARY, CHIEF, CLERK, NOW)


def test_a_report_that_is_sent_back_begins_anew(in_file: Office) -> None:
    submit(in_file, TOWN, JANUARY, "演示填报人", CLERK, NOW)
    send_back(in_file, TOWN, JANUARY, CHIEF, "演示：内冯村漏报", CLERK, NOW)
    assert standing(in_file.books, TOWN, JANUARY) is BookState.DRAFT
    assert in_file.books.steps(TOWN, JANUARY)[-1].reason == "演示：内冯村漏报"
    with pytest.raises(Refusal, match="请先提交"):
        approve(in_file, TOWN, JANUARY, CHIEF, CLERK, NOW)


def test_a_report_is_sent_back_with_a_reason_only(in_file: Office) -> None:
    submit(in_file, TOWN, JANUARY, "演示填报人", CLERK, NOW)
    with pytest.raises(Unacceptable, match="退回原因"):
        send_back(in_file, TOWN, JANUARY, CHIEF, " ", CLERK, NOW)


def test_a_month_that_is_not_over_is_not_handed_in(in_file: Office) -> None:
    with pytest.raises(Refusal, match="还没有结束"):
        submit(in_file, TOWN, JANUARY, "演示填报人", CLERK, lambda: at(2018, 1, 31, 23, 59))
    submit(in_file, TOWN, JANUARY, "演示填报人", CLERK, lambda: at(2018, 2, 1))


def test_only_a_leader_approves_and_signs(in_file: Office) -> None:
    submit(in_file, TOWN, JANUARY, "演示填报人", CLERK, NOW)
    with pytest.raises(Unacceptable, match=f"审核人须是{CHIEF}"):
        approve(in_file, TOWN, JANUARY, "演示文员", CLERK, NOW)
    approve(in_file, TOWN, JANUARY, CHIEF, CLERK, NOW)
    with pytest.raises(Unacceptable, match=f"签发人须是{CHIEF}"):
        close(in_file, TOWN, JANUARY, "演示文员", CLERK, NOW)


def test_a_closed_month_is_not_handed_in_again(in_file: Office) -> None:
    closed_by_all(in_file, JANUARY)
    with pytest.raises(Refusal, match="2018年1月已经关账"):
        submit(in_file, TOWN, JANUARY, "演示填报人", CLERK, NOW)


def test_reopening_asks_for_a_leader_and_a_reason_at_once(in_file: Office) -> None:
    closed_by_all(in_file, JANUARY)
    with pytest.raises(Unacceptable) as refused:
        reopen(in_file, TOWN, JANUARY, "演示文员", "", CLERK, NOW)
    assert [problem.field for problem in refused.value.problems] == ["person", "reason"]
    assert standing(in_file.books, TOWN, JANUARY) is BookState.CLOSED


def test_only_the_month_that_was_closed_last_is_reopened(at_work: Office) -> None:
    closed_by_all(at_work, JANUARY)
    closed_by_all(at_work, FEBRUARY)
    with pytest.raises(Refusal, match="从最后关账的月份开始重开"):
        reopen(at_work, TOWN, JANUARY, CHIEF, "演示：重报", CLERK, NOW)
    reopen(at_work, TOWN, FEBRUARY, CHIEF, "演示：重报", CLERK, NOW)
    assert standing(at_work.books, TOWN, FEBRUARY) is BookState.DRAFT
    assert standing(at_work.books, TOWN, JANUARY) is BookState.CLOSED


def test_reopening_keeps_what_was_signed_and_brings_corrections_home(at_work: Office) -> None:
    closed_by_all(at_work, JANUARY)
    signed = at_work.books.tables(TOWN, JANUARY)
    recorded(corrected(at_work, LEAVE), date(2018, 1, 8))
    assert len(at_work.books.late_changes(TOWN, JANUARY)) == 1
    reopen(at_work, TOWN, JANUARY, CHIEF, "演示：漏报一件", CLERK, NOW)
    closed_by_all(at_work, JANUARY)
    assert at_work.books.tables(TOWN, JANUARY, 1) == signed
    assert at_work.books.tables(TOWN, JANUARY, 2) != signed
    assert at_work.books.late_changes(TOWN, JANUARY) == []
    assert at_work.books.steps(TOWN, JANUARY)[3].authority == CHIEF


def test_leave_to_correct_asks_for_a_leader_and_a_reason_at_once(in_file: Office) -> None:
    authority = authority_of(in_file.registers, TOWN)
    with pytest.raises(Unacceptable) as refused:
        correction_of(authority, ACTOR.name, " ")
    assert [problem.field for problem in refused.value.problems] == ["authority", "reason"]
    assert correction_of(authority, f" {CHIEF} ", "演示：核对后更正") == LEAVE


def test_a_month_far_ahead_of_the_last_closed_one_may_be_closed(in_file: Office) -> None:
    closed_by_all(in_file, JANUARY)
    closed_by_all(in_file, Month(2018, 4))
    assert standing(in_file.books, TOWN, Month(2018, 3)) is BookState.CLOSED

"""Matching rows with cases on file, so that no file counts twice."""

from dataclasses import replace

from gridapp.domain.case import Closing
from gridapp.domain.columns import ledger_of
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.importing.matching import ContentKeys, ended_otherwise, merged, same
from tests.gridapp.bare_cases import dispute, event
from tests.gridapp.cases.dispute.courses import after, dispute_in
from tests.offices import TOWN, at

CLOSING = Closing(closed_at=at(2018, 1, 20), result="演示：已处理")


def test_equal_rows_of_one_file_are_told_apart_and_found_again_in_the_next() -> None:
    first, second = (ContentKeys(ledger_of(Kind.WORKLOG), TOWN) for _ in range(2))
    rows = [{"quantity": "1"}, {"quantity": "1"}, {"quantity": "2"}]
    keys = [first.key(row) for row in rows]
    assert len(set(keys)) == 3
    assert [second.key(row) for row in rows] == keys


def test_the_same_words_are_another_row_in_another_town_or_ledger() -> None:
    row = {"quantity": "1"}
    keys = {
        ContentKeys(ledger_of(kind), town).key(row) for kind in (Kind.WORKLOG, Kind.PERSON) for town in (TOWN, "别镇")
    }
    assert len(keys) == 4


def test_a_column_that_is_read_only_lately_makes_no_other_row() -> None:
    before, since = (ContentKeys(ledger_of(Kind.DISPUTE), TOWN) for _ in range(2))
    row = {"title": "演示"}
    assert before.key(row) == since.key(row | {"scale": "个体性事件", "remainder": "原填满意度：尚可"})


def test_what_a_row_leaves_empty_stays_as_it_is() -> None:
    existing = event(address="演示路8号", note="演示备注")
    fresh = replace(existing, title="演示：新标题", address=None, note=None)
    after = merged(existing, fresh, {"number", "title"})
    assert isinstance(after, Event)
    assert (after.title, after.address, after.note) == ("演示：新标题", "演示路8号", "演示备注")


def test_a_row_closes_an_open_case() -> None:
    existing = event(status=Status.ACCEPTED)
    after = merged(existing, replace(existing, closings=(CLOSING,)), {"number", "closed_at", "result"})
    assert (after.status, after.closings) == (Status.CLOSED, (CLOSING,))


def test_a_row_without_a_closing_does_not_open_a_closed_case() -> None:
    existing = event(status=Status.CLOSED, closings=(CLOSING,))
    assert same(merged(existing, replace(existing, closings=()), {"number", "title"}), existing)


def test_a_row_corrects_the_closing_on_file() -> None:
    existing = event(status=Status.CLOSED, closings=(CLOSING,))
    later = replace(existing, closings=(Closing(closed_at=at(2018, 1, 22)),))
    assert merged(existing, later, {"number", "closed_at"}).closings == (replace(CLOSING, closed_at=at(2018, 1, 22)),)


def test_an_old_row_says_nothing_about_a_case_that_was_reopened_since() -> None:
    reopened = replace(CLOSING, reopened_at=at(2018, 2, 5), reopen_reason="回访不满意")
    existing = event(status=Status.REOPENED, closings=(reopened,))
    row = replace(existing, closings=(CLOSING,))
    assert same(merged(existing, row, {"number", "closed_at", "result"}), existing)


def test_a_row_closes_a_reopened_case_anew() -> None:
    reopened = replace(CLOSING, reopened_at=at(2018, 2, 5), reopen_reason="回访不满意")
    existing = event(status=Status.REOPENED, closings=(reopened,))
    again = Closing(closed_at=at(2018, 2, 10), result="演示：再次处理")
    after = merged(existing, replace(existing, closings=(again,)), {"number", "closed_at", "result"})
    assert (after.status, after.closings) == (Status.CLOSED, (reopened, again))


ENDED = Closing(closed_at=at(2018, 1, 20), outcome=Outcome.SUCCEEDED, form=AgreementForm.WRITTEN)
TOLD = {"closed_at", "outcome"}


def test_the_end_to_which_a_dispute_came_step_by_step_stays_whatever_a_row_says() -> None:
    step = Step(move=Move.AGREE, at=ENDED.closed_at, person="演示员", status=Status.PERFORMING)
    existing = dispute(closings=(ENDED,), steps=(step,), status=Status.PERFORMING)
    lost = replace(existing, closings=(replace(ENDED, outcome=Outcome.FAILED),), title="演示：新标题")
    after = merged(existing, lost, TOLD | {"title"})
    assert ended_otherwise(existing, lost)
    assert after == replace(existing, title="演示：新标题")
    won = replace(existing, closings=(replace(ENDED, number="（2018）人调字第1号"),))
    assert not ended_otherwise(existing, won)
    assert merged(existing, won, TOLD).closings[-1].number == "（2018）人调字第1号"


def test_the_end_that_a_ledger_told_may_be_told_otherwise_by_the_next() -> None:
    existing = dispute(closings=(ENDED,), status=Status.AGREED)
    lost = replace(existing, closings=(replace(ENDED, outcome=Outcome.FAILED),))
    assert merged(existing, lost, TOLD).status is Status.TERMINATED


def test_an_end_that_is_told_otherwise_leaves_nothing_of_the_agreement() -> None:
    agreed = replace(ENDED, number="（2018）人调字第1号")
    existing = dispute(closings=(agreed,), status=Status.AGREED)
    lost = replace(existing, closings=(Closing(closed_at=ENDED.closed_at, outcome=Outcome.FAILED),))
    (closing,) = merged(existing, lost, TOLD).closings
    assert closing == Closing(closed_at=ENDED.closed_at, outcome=Outcome.FAILED)


def test_what_follows_from_a_row_fills_in_and_overwrites_nothing() -> None:
    fresh = dispute(committee="村", entrusted_by="法院")
    assert merged(replace(fresh, committee=None, entrusted_by=None), fresh, {"unit", "source"}) == fresh
    known = replace(fresh, committee="乡镇", entrusted_by="检察院")
    assert merged(known, fresh, {"unit", "source"}) == known


def test_a_row_that_closes_a_dispute_on_its_course_ends_all_waiting_and_leaves_the_limit_that_held() -> None:
    existing = after(dispute_in(Status.ACCEPTED), Move.SCHEDULE)
    assert existing.next_session_at is not None
    told = replace(existing, closings=(replace(ENDED, closed_at=at(2018, 5, 20)),), steps=())
    merged_case = merged(existing, told, TOLD)
    assert isinstance(merged_case, Dispute)
    assert (merged_case.next_session_at, merged_case.status) == (None, Status.AGREED)
    assert merged_case.closed is not None
    assert (merged_case.closed.due_at, merged_case.closed.in_time) == (existing.due_at, False)
    assert merged(merged_case, told, TOLD) == merged_case


def test_a_row_that_closes_a_dispute_not_yet_received_ends_the_wait_for_that() -> None:
    existing = dispute(step_due_at=at(2018, 1, 8))
    assert merged(existing, replace(existing, closings=(ENDED,)), TOLD).step_due_at is None

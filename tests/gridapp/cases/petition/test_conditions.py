"""What stands in the way of a move although its table allows it, and what is wrong with its particulars."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from gridapp.cases.petition.draft import check
from gridapp.cases.petition.problems import may_ask_until
from gridapp.cases.taken import taken
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Closing
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side
from gridapp.domain.petition import Channel, Disposition, Petition, PetitionPurpose, is_group, standing_by
from gridapp.domain.petition_words import FINALLY_ANSWERED, OVERRULED, PERFORMED, UNASKED
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import petition
from tests.gridapp.cases.petition.courses import HOUR, after, days_on, new, order_for, petition_in
from tests.offices import DEADLINES, TOWN_AREAS, at, petition_draft

AREAS = AreaTree(TOWN_AREAS)


def done(case: Petition, move: Move, when: datetime, **particulars: Any) -> Petition:
    """A petition after a move at a moment."""
    changed = taken(case, order_for(case, move, when, **particulars), DEADLINES, "演示员", when)
    assert isinstance(changed, Petition)
    return changed


@pytest.mark.parametrize("move", [Move.ACCEPT, Move.ASSIGN, Move.ANSWER])
def test_an_accusation_is_sent_on_and_never_handled_here(move: Move) -> None:
    accused = new(purpose=PetitionPurpose.ACCUSATION)
    with pytest.raises(Refusal, match="检举控告应转送纪检监察"):
        after(accused, move)
    assert after(accused, Move.TRANSFER).status is Status.TRANSFERRED


@pytest.mark.parametrize("move", [Move.TRANSFER, Move.GUIDE])
def test_an_accusation_is_not_sent_to_the_accused(move: Move) -> None:
    case = new(purpose=PetitionPurpose.ACCUSATION, accused="演示水利站、演示某甲")
    with pytest.raises(Unacceptable, match="不得转给被反映的人或单位"):
        after(case, move, unit="演示水利站")
    assert after(case, move, unit="县纪委监委").status is Status.TRANSFERRED


@pytest.mark.parametrize("move", [Move.ISSUE_REPLY, Move.CLOSE])
def test_what_turns_out_to_be_an_accusation_is_not_answered_here(move: Move) -> None:
    case = replace(petition_in(Status.ACCEPTED), purpose=PetitionPurpose.ACCUSATION, accused="演示某甲")
    with pytest.raises(Refusal, match="检举控告应转送纪检监察"):
        after(case, move)
    assert after(case, Move.TRANSFER).status is Status.TRANSFERRED


def test_an_assignment_puts_no_limit_off() -> None:
    accepted = petition_in(Status.ACCEPTED)
    assert accepted.due_at is not None
    later = accepted.due_at + timedelta(days=1)
    for case in (new(), accepted):
        with pytest.raises(Unacceptable, match="不得晚于办理期限"):
            after(case, Move.ASSIGN, until=later)
    assert after(accepted, Move.ASSIGN, until=accepted.due_at).due_at == accepted.due_at
    overdue = done(accepted, Move.ASSIGN, later, until=later + HOUR)
    assert overdue.due_at == accepted.due_at


def test_what_a_unit_hands_back_gains_no_time() -> None:
    assigned = petition_in(Status.PROCESSING)
    back = after(assigned, Move.OBJECT)
    again = done(back, Move.ACCEPT, back.last_moment + timedelta(days=3))
    assert (again.accepted_at, again.legal_due_at) == (assigned.accepted_at, assigned.legal_due_at)


def test_a_reopened_petition_is_extended_from_its_new_beginning() -> None:
    reopened = done(petition_in(Status.CLOSED), Move.REOPEN, at(2018, 9, 3, 9))
    assert (reopened.accepted_at, reopened.informed_at) == (None, None)
    assigned = after(reopened, Move.ASSIGN)
    assert assigned.accepted_at == assigned.last_moment
    assert after(assigned, Move.EXTEND_HANDLING).status is Status.PROCESSING


def test_what_a_ledger_took_up_is_not_put_off_without_end() -> None:
    case = petition(status=Status.ACCEPTED, reported=at(2018, 3, 5, 9), due_at=at(2018, 4, 5))
    with pytest.raises(Unacceptable, match="最多只能延长到"):
        done(case, Move.EXTEND_HANDLING, at(2018, 3, 20), until=at(2018, 9, 1))


def test_a_claim_is_closed_by_a_served_reply_alone() -> None:
    for purpose, words in ((PetitionPurpose.CLAIM, "出具处理意见书"), (None, "还没有填写信访目的")):
        with pytest.raises(Refusal, match=words):
            after(petition_in(Status.ACCEPTED, purpose=purpose), Move.CLOSE)
    closed = after(petition_in(Status.ACCEPTED, purpose=PetitionPurpose.SUGGESTION), Move.CLOSE)
    assert closed.status is Status.CLOSED


def test_a_review_is_asked_for_only_where_a_reply_was_served() -> None:
    with pytest.raises(Refusal, match="没有送达的处理意见书"):
        after(after(new(), Move.ANSWER), Move.ASK_REVIEW)


def test_a_reply_of_a_former_round_opens_no_review() -> None:
    answered = after(petition_in(Status.CLOSED), Move.REOPEN, Move.ANSWER)
    assert may_ask_until(answered, DEADLINES) is None
    with pytest.raises(Refusal, match="没有送达的处理意见书"):
        after(answered, Move.ASK_REVIEW)


def test_what_is_on_the_backlog_or_a_leaders_own_is_not_filed() -> None:
    closed = petition_in(Status.CLOSED)
    with pytest.raises(Refusal, match="还列在积案清单上"):
        after(closed, Move.ENTER_BACKLOG, Move.ARCHIVE)
    with pytest.raises(Refusal, match="演示镇长的包案还没有销案"):
        after(closed, Move.TAKE_CHARGE, Move.ARCHIVE)
    ended = after(closed, Move.ENTER_BACKLOG, Move.TAKE_CHARGE, Move.END_CHARGE, Move.RESOLVE_BACKLOG, Move.ARCHIVE)
    assert ended.status is Status.ARCHIVED


def test_what_was_concluded_or_finally_upheld_is_not_opened_again() -> None:
    with pytest.raises(Refusal, match="终结，不能重开"):
        after(petition_in(Status.CONCLUDED), Move.REOPEN)
    with pytest.raises(Refusal, match="复核意见已经作出"):
        after(petition_in(Status.FINALLY_REVIEWED), Move.REOPEN)
    settled = after(petition_in(Status.CONCLUDED), Move.SETTLE)
    with pytest.raises(Refusal, match="终结，不能重开"):
        after(settled, Move.REOPEN)
    overruled = after(petition_in(Status.FINALLY_REVIEWING), Move.DECIDE_FINAL_REVIEW, verdict=OVERRULED)
    assert after(overruled, Move.REOPEN).status is Status.REOPENED


def test_a_petition_enters_the_backlog_once_and_leaves_it_once() -> None:
    case = petition_in(Status.ACCEPTED)
    with pytest.raises(Refusal, match="没有列在积案清单上"):
        after(case, Move.RESOLVE_BACKLOG)
    listed = after(case, Move.ENTER_BACKLOG)
    assert listed.in_backlog
    with pytest.raises(Refusal, match="已经列在积案清单上"):
        after(listed, Move.ENTER_BACKLOG)
    resolved = after(listed, Move.RESOLVE_BACKLOG)
    assert not resolved.in_backlog
    with pytest.raises(Refusal, match="没有列在积案清单上"):
        after(resolved, Move.RESOLVE_BACKLOG)
    with pytest.raises(Refusal, match="又来信访的，请另行登记后列入"):
        after(resolved, Move.ENTER_BACKLOG)


def test_a_leader_takes_charge_alone_and_ends_it() -> None:
    case = petition_in(Status.ACCEPTED)
    for move in (Move.TALK, Move.EXTEND_CHARGE, Move.END_CHARGE):
        with pytest.raises(Refusal, match="没有领导包案"):
            after(case, move)
    charged = after(case, Move.TAKE_CHARGE)
    assert charged.charge is not None
    with pytest.raises(Refusal, match="已由演示镇长包案"):
        after(charged, Move.TAKE_CHARGE)
    assert after(charged, Move.TALK).sessions[-1].record == "演示：谈了一次"
    put_off = after(charged, Move.EXTEND_CHARGE)
    assert put_off.charge_due_at is not None
    assert put_off.charge_due_at > charged.charge.due_at
    assert after(charged, Move.END_CHARGE).charge is None


@pytest.mark.parametrize(
    ("registered", "last", "told"),
    [
        (at(2018, 3, 5, 9), date(2018, 6, 4), "2018-06-04"),
        (at(2022, 4, 30, 9), date(2022, 7, 29), "2022-07-29"),
        (at(2022, 5, 1, 9), date(2022, 8, 1), "2022-08-01"),
    ],
)
def test_handling_is_put_off_no_further_than_every_rule_allows(registered: datetime, last: date, told: str) -> None:
    case = done(new(registered), Move.ACCEPT, registered)
    when = registered + HOUR
    assert done(case, Move.EXTEND_HANDLING, when, until=end_of(last)).due_at == end_of(last)
    with pytest.raises(Unacceptable, match=f"最多只能延长到 {told}"):
        done(case, Move.EXTEND_HANDLING, when, until=end_of(last + timedelta(days=1)))
    with pytest.raises(Unacceptable, match="新的期限应晚于现在的期限"):
        done(case, Move.EXTEND_HANDLING, when, until=case.due_at)


def test_an_extension_beyond_the_law_moves_the_legal_limit_too() -> None:
    case = petition_in(Status.ACCEPTED)
    assert case.due_at is not None
    assert case.legal_due_at is not None
    inner = done(case, Move.EXTEND_HANDLING, case.last_moment + HOUR, until=case.due_at + timedelta(days=7))
    assert inner.legal_due_at == case.legal_due_at
    beyond = case.legal_due_at + timedelta(days=7)
    assert done(case, Move.EXTEND_HANDLING, case.last_moment + HOUR, until=beyond).legal_due_at == beyond


@pytest.mark.parametrize(
    ("registered", "last"),
    [(at(2018, 3, 5, 9), date(2018, 3, 12)), (at(2022, 5, 1, 9), date(2022, 5, 10))],
)
def test_a_unit_objects_within_its_working_days(registered: datetime, last: date) -> None:
    case = done(new(registered), Move.ASSIGN, registered)
    in_time = end_of(last) - timedelta(minutes=1)
    assert done(case, Move.OBJECT, in_time).status is Status.REPORTED
    with pytest.raises(Unacceptable, match="现在不能退回"):
        done(case, Move.OBJECT, end_of(last) + timedelta(minutes=1))


def test_what_a_unit_was_not_the_right_one_for_is_decided_anew() -> None:
    case = after(petition_in(Status.PROCESSING), Move.OBJECT)
    assert (case.unit, case.handler, case.disposition, case.due_at) == (None, None, None, None)
    assert case.step_due_at is not None


@pytest.mark.parametrize(
    ("status", "move"), [(Status.CLOSED, Move.ASK_REVIEW), (Status.REVIEWED, Move.ASK_FINAL_REVIEW)]
)
def test_a_review_is_asked_for_within_thirty_days_of_the_service(status: Status, move: Move) -> None:
    case = petition_in(status)
    until = may_ask_until(case, DEADLINES)
    assert until is not None
    assert days_on(case.last_moment, 30) == until
    assert done(case, move, until - timedelta(minutes=1)).review_due_at is not None
    with pytest.raises(Unacceptable, match="已经超过"):
        done(case, move, until + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("status", "ground", "why"),
    [
        (Status.CLOSED, PERFORMED, "请先记录化解"),
        (Status.CLOSED, FINALLY_ANSWERED, "还没有送达的复核意见"),
        (Status.CLOSED, UNASKED, "信访人在 .* 前仍可申请"),
        (Status.REVIEWED, UNASKED, "信访人在 .* 前仍可申请"),
        (Status.FINALLY_REVIEWED, UNASKED, "没有可以申请复查、复核的意见书"),
        (Status.SETTLED, FINALLY_ANSWERED, "还没有送达的复核意见"),
    ],
)
def test_a_conclusion_must_be_true_by_the_course(status: Status, ground: str, why: str) -> None:
    with pytest.raises(Unacceptable, match=why):
        after(petition_in(status), Move.CONCLUDE, ground=ground)


def test_each_end_is_told_once() -> None:
    concluded = after(petition_in(Status.SETTLED), Move.CONCLUDE)
    with pytest.raises(Refusal, match="化解，不需要再次记录"):
        after(concluded, Move.SETTLE)
    settled = after(petition_in(Status.CONCLUDED), Move.SETTLE)
    with pytest.raises(Refusal, match="终结，不需要再次记录"):
        after(settled, Move.CONCLUDE)


def test_the_three_ends_keep_their_own_days_through_a_reopening() -> None:
    settled = petition_in(Status.SETTLED)
    assert settled.closed is not None
    assert settled.settled_at is not None
    assert settled.settled_at > settled.closed.closed_at
    again = after(settled, Move.REOPEN)
    assert (again.settled_at, again.closed) == (None, None)
    assert again.closings[0].settled_at == settled.settled_at
    assert (again.disposition, again.due_at, again.legal_due_at, again.round) == (None, None, None, 2)


def test_whether_a_reply_was_in_time_is_judged_by_its_own_day() -> None:
    case = petition_in(Status.ACCEPTED)
    assert case.due_at is not None
    replied = done(case, Move.ISSUE_REPLY, case.due_at - HOUR)
    served = done(replied, Move.SERVE_REPLY, case.due_at + timedelta(days=3))
    assert served.closed is not None
    assert served.closed.in_time
    late = done(done(case, Move.ISSUE_REPLY, case.due_at + HOUR), Move.SERVE_REPLY, case.due_at + 2 * HOUR)
    assert late.closed is not None
    assert not late.closed.in_time


@pytest.mark.parametrize(
    ("move", "disposition", "status"),
    [
        (Move.ACCEPT, Disposition.ACCEPTED, Status.ACCEPTED),
        (Move.ASSIGN, Disposition.ASSIGNED, Status.PROCESSING),
        (Move.TRANSFER, Disposition.FORWARDED, Status.TRANSFERRED),
        (Move.GUIDE, Disposition.GUIDED, Status.TRANSFERRED),
        (Move.REJECT, Disposition.NOT_ACCEPTED, Status.CLOSED),
        (Move.NO_LONGER_ACCEPT, Disposition.NO_LONGER_ACCEPTED, Status.CLOSED),
        (Move.ANSWER, Disposition.ANSWERED, Status.CLOSED),
    ],
)
def test_each_disposition_is_told_and_stands_as_a_ledger_would_tell_it(
    move: Move, disposition: Disposition, status: Status
) -> None:
    case = after(new(), move)
    assert (case.disposition, case.status) == (disposition, status)
    assert case.informed_at == case.steps[-1].at
    assert standing_by(disposition, closed=case.closed is not None) is status
    assert case.closed is None or case.closed.outcome == disposition


@pytest.mark.parametrize(
    ("channel", "heads", "group"),
    [
        (Channel.VISIT, 4, False),
        (Channel.VISIT, 5, True),
        (Channel.LETTER, 5, True),
        (Channel.WEB, 50, False),
        (Channel.CALL, 5, False),
        (None, 5, False),
    ],
)
def test_a_group_visits_or_signs_together(channel: Channel | None, heads: int, group: bool) -> None:
    assert is_group(channel, heads, 5) is group


@pytest.mark.parametrize(
    ("day", "heads", "representatives", "most"),
    [
        (date(2016, 7, 31), 10, 5, 5),
        (date(2016, 8, 1), 10, 4, 3),
        (date(2018, 3, 5), 10, 4, 3),
        (date(2018, 3, 5), 12, 6, 5),
        (date(2022, 5, 1), 10, 4, 3),
    ],
)
def test_a_crowd_names_no_more_representatives_than_the_rule_of_its_day(
    day: date, heads: int, representatives: int, most: int
) -> None:
    def problems(count: int) -> list[str]:
        parties = tuple(Party(side=Side.A, name=f"演示{n}", representative=True) for n in range(count))
        draft = petition_draft(day, heads=heads, parties=parties, late_reason="")
        return [p.message for p in check(draft, AREAS, at(2022, 12, 1)) if p.code == "representatives"]

    assert problems(most) == []
    told = [f"{heads} 人的集体访，代表不得超过 {most} 人。"]
    assert problems(representatives) == (told if representatives > most else [])


def test_who_is_under_review_is_not_settled_filed_or_reopened() -> None:
    for status in (Status.REVIEWING, Status.FINALLY_REVIEWING):
        for move in (Move.SETTLE, Move.ARCHIVE, Move.REOPEN, Move.CONCLUDE):
            with pytest.raises(Refusal, match=f"不能{move.value}"):
                after(petition_in(status), move)


def test_a_row_of_a_ledger_without_a_reply_cannot_be_reviewed() -> None:
    told = petition(status=Status.CLOSED, closings=(Closing(closed_at=at(2018, 3, 8)),))
    assert may_ask_until(told, DEADLINES) is None
    with pytest.raises(Refusal, match="没有送达的处理意见书"):
        after(told, Move.ASK_REVIEW)

"""Which moves a dispute allows: every pair of state and move, every particular asked for, every condition."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gridapp.cases.order import Order
from gridapp.cases.permission import needs_of, why_not
from gridapp.cases.taken import taken
from gridapp.domain.case import Exclusion
from gridapp.domain.charge import Charge
from gridapp.domain.dispute import AgreementForm, Dispute, Outcome, Risk
from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.mediation import CourtReception, CourtRuling
from gridapp.domain.move import ENDING, Move, Need
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.status import AGREED, MEDIATED, Status
from tests.gridapp.bare_cases import dispute
from tests.gridapp.cases.dispute.courses import HOUR, REPORTED, WAYS, after, dispute_in, order, order_for
from tests.offices import DEADLINES, at

CHARGE = Charge(
    leader="演示领导",
    unit="演示办",
    person="演示员",
    taken_at=REPORTED,
    plan="演示：方案",
    due_at=at(2018, 6, 1),
)
BEFORE = {
    Move.CANCEL_SESSION: (Move.SCHEDULE,),
    Move.LIFT_SUPERVISION: (Move.SUPERVISE,),
    Move.COURT_RECEIVES: (Move.APPLY_CONFIRMATION,),
    Move.COURT_EXTENDS: (Move.APPLY_CONFIRMATION, Move.COURT_RECEIVES),
    Move.COURT_RULES: (Move.APPLY_CONFIRMATION, Move.COURT_RECEIVES),
}
OF_A_CHARGE = (Move.TALK, Move.EXTEND_CHARGE, Move.END_CHARGE)
IN_NEED = [(move, need) for move, passage in DISPUTE_COURSE.items() for need in passage.needs]
"""Every move with each of the particulars that its table asks for."""


def ready(status: Status, move: Move) -> Dispute:
    """A dispute in which nothing but the state can forbid a move: what it answers was asked, what it ends is there."""
    case = dispute_in(status)
    if status in DISPUTE_COURSE[move].sources:
        case = after(case, *BEFORE.get(move, ()))
        case = replace(case, charges=(CHARGE,)) if move in OF_A_CHARGE else case
    return case


def first_state_of(move: Move) -> Status:
    return next(status for status in WAYS if status in DISPUTE_COURSE[move].sources)


@pytest.mark.parametrize("move", DISPUTE_COURSE)
@pytest.mark.parametrize("status", WAYS)
def test_a_move_is_made_in_its_states_and_refused_in_every_other(status: Status, move: Move) -> None:
    case = ready(status, move)
    when = case.last_moment + HOUR
    passage = DISPUTE_COURSE[move]
    if status in passage.sources:
        changed = taken(case, order_for(case, move, when), DEADLINES, "演示员", when)
        assert changed.status is (passage.target or case.status)
        assert changed.steps[:-1] == case.steps
        assert (changed.steps[-1].move, changed.steps[-1].at) == (move, when)
    else:
        with pytest.raises(Refusal, match=f"“{status.label}”，不能{move.value}"):
            taken(case, order_for(case, move, when), DEADLINES, "演示员", when)


@pytest.mark.parametrize("move", [move for move in Move if move not in DISPUTE_COURSE])
def test_what_is_done_with_events_alone_is_not_done_with_a_dispute(move: Move) -> None:
    case = dispute_in(Status.MEDIATING)
    with pytest.raises(Refusal, match=f"不能{move.value}"):
        after(case, move)


@pytest.mark.parametrize("status", WAYS)
def test_what_the_buttons_say_is_what_the_use_case_does(status: Status) -> None:
    case = dispute_in(status)
    now = case.last_moment + HOUR
    for move in DISPUTE_COURSE:
        refusal = why_not(case, move, now, DEADLINES)
        if refusal is not None:
            with pytest.raises(Refusal) as refused:
                taken(case, order_for(case, move, now), DEADLINES, "演示员", now)
            assert str(refused.value) == refusal
            assert refusal.endswith("。")


@pytest.mark.parametrize("move", [move for move, passage in DISPUTE_COURSE.items() if passage.needs])
def test_an_order_without_its_particulars_is_told_all_that_is_missing_at_once(move: Move) -> None:
    case = ready(first_state_of(move), move)
    now = case.last_moment + HOUR
    with pytest.raises(Unacceptable) as refused:
        taken(case, Order(move=move, at=now), DEADLINES, "演示员", now)
    told = [problem.field for problem in refused.value.problems]
    assert told == [need.value for need in needs_of(case, move)]


@pytest.mark.parametrize(("move", "need"), IN_NEED)
def test_each_particular_that_is_lacking_is_told_under_its_own_field(move: Move, need: Need) -> None:
    case = ready(first_state_of(move), move)
    now = case.last_moment + HOUR
    whole = order_for(case, move, now)
    lacking = replace(whole, **{need.value: getattr(Order(move=move), need.value)})
    with pytest.raises(Unacceptable) as refused:
        taken(case, lacking, DEADLINES, "演示员", now)
    assert [problem.field for problem in refused.value.problems] == [need.value]


@pytest.mark.parametrize(
    ("move", "field"),
    [
        (Move.ACCEPT, "informed"),
        (Move.MEDIATE, "session_result"),
        (Move.HAND_OVER, "mode"),
        (Move.AGREE, "form"),
        (Move.FAIL, "ground"),
        (Move.COURT_RECEIVES, "reception"),
        (Move.COURT_RULES, "ruling"),
        (Move.ASSESS_RISK, "risk"),
        (Move.RECORD_PREVENTION, "harm"),
        (Move.REVISIT, "satisfaction"),
    ],
)
def test_a_word_that_no_list_knows_is_not_taken(move: Move, field: str) -> None:
    case = ready(first_state_of(move), move)
    with pytest.raises(Unacceptable) as refused:
        after(case, move, **{field: "演示：乱写"})
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [(field, "unknown")]


@pytest.mark.parametrize("move", [*sorted(ENDING), Move.REJECT])
def test_nothing_ends_before_a_high_risk_was_reported_to_the_police(move: Move) -> None:
    status = Status.REPORTED if move is Move.REJECT else Status.MEDIATING
    case = after(dispute_in(Status.REPORTED), Move.ASSESS_RISK, risk=Risk.HIGH)
    case = case if status is Status.REPORTED else after(case, *WAYS[status])
    with pytest.raises(Refusal, match="应先报告公安机关"):
        after(case, move)
    assert after(case, Move.REPORT_POLICE, move).status is DISPUTE_COURSE[move].target


def test_a_risk_that_rises_again_is_reported_again() -> None:
    case = after(dispute_in(Status.ACCEPTED), Move.ASSESS_RISK, risk=Risk.HIGH)
    reported = after(case, Move.REPORT_POLICE)
    assert (case.to_report, reported.to_report) == (True, False)
    still = after(reported, Move.ASSESS_RISK, risk=Risk.HIGH)
    assert not still.to_report
    calmed = after(still, Move.ASSESS_RISK, risk=Risk.LOW, opinion="")
    assert not calmed.to_report
    assert after(calmed, Move.ASSESS_RISK, risk=Risk.HIGH).to_report


def test_a_major_dispute_is_accepted_with_a_leader_who_answers() -> None:
    major = dispute(reported=REPORTED, level="重大")
    with pytest.raises(Unacceptable) as refused:
        after(major, Move.ACCEPT)
    assert [problem.field for problem in refused.value.problems] == ["chief"]
    assert after(major, Move.ACCEPT, chief="演示首席").chief == "演示首席"


def test_a_planned_session_is_called_off_only_while_one_is_awaited() -> None:
    case = dispute_in(Status.MEDIATING)
    with pytest.raises(Refusal, match="没有待进行的约定调解"):
        after(case, Move.CANCEL_SESSION)
    with pytest.raises(Refusal, match="没有待进行的约定调解"):
        after(case, Move.SCHEDULE, Move.CANCEL_SESSION, Move.CANCEL_SESSION)


def test_a_dispute_without_a_limit_is_not_put_off() -> None:
    case = replace(dispute_in(Status.MEDIATING), due_at=None)
    with pytest.raises(Refusal, match="没有调解期限"):
        after(case, Move.EXTEND)


@pytest.mark.parametrize("status", sorted(AGREED))
def test_a_matter_of_personal_status_is_not_confirmed_by_a_court(status: Status) -> None:
    case = dispute_in(status, mediation_type="婚姻家庭纠纷")
    with pytest.raises(Refusal, match="身份关系"):
        after(case, Move.APPLY_CONFIRMATION)
    assert case.confirm_due_at is None


def test_an_oral_agreement_is_not_confirmed_by_a_court() -> None:
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, form=AgreementForm.ORAL, at_once=True)
    with pytest.raises(Refusal, match="只有书面调解协议"):
        after(case, Move.APPLY_CONFIRMATION)
    assert case.confirm_due_at is None


def test_a_court_is_asked_once_until_it_has_spoken() -> None:
    asked = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION)
    for moves in ((), (Move.COURT_RECEIVES,), (Move.COURT_RECEIVES, Move.COURT_EXTENDS)):
        with pytest.raises(Refusal, match="正等待法院答复"):
            after(after(asked, *moves), Move.APPLY_CONFIRMATION)
    confirmed = after(asked, Move.COURT_RECEIVES, Move.COURT_RULES)
    with pytest.raises(Refusal, match="已经司法确认有效"):
        after(confirmed, Move.APPLY_CONFIRMATION)


def test_an_application_that_the_court_refused_may_be_made_again_in_time() -> None:
    asked = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION)
    refused = after(asked, Move.COURT_RECEIVES, reception=CourtReception.REFUSED)
    dismissed = after(after(asked, Move.COURT_RECEIVES), Move.COURT_RULES, ruling=CourtRuling.DISMISSED)
    for case in (refused, dismissed):
        assert len(after(case, Move.APPLY_CONFIRMATION).confirmations) == 2
        late = at(2018, 4, 30)
        with pytest.raises(Unacceptable, match="已超过 30 日"):
            taken(case, order(Move.APPLY_CONFIRMATION, late), DEADLINES, "演示员", late)


def test_the_court_speaks_in_its_order() -> None:
    case = dispute_in(Status.PERFORMING)
    for move in (Move.COURT_RECEIVES, Move.COURT_EXTENDS, Move.COURT_RULES):
        with pytest.raises(Refusal):
            after(case, move)
    asked = after(case, Move.APPLY_CONFIRMATION)
    for move in (Move.COURT_EXTENDS, Move.COURT_RULES):
        with pytest.raises(Refusal, match="还没有受理"):
            after(asked, move)
    received = after(asked, Move.COURT_RECEIVES)
    with pytest.raises(Refusal, match="没有等待法院决定受理"):
        after(received, Move.COURT_RECEIVES)
    ruled = after(received, Move.COURT_RULES)
    with pytest.raises(Refusal, match="或者已经裁定"):
        after(ruled, Move.COURT_RULES)


def test_a_court_that_does_not_receive_an_application_does_not_rule_on_it() -> None:
    asked = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION)
    refused = after(asked, Move.COURT_RECEIVES, reception=CourtReception.REFUSED)
    with pytest.raises(Refusal, match="还没有受理"):
        after(refused, Move.COURT_RULES)


def test_the_court_extends_its_time_once_for_each_application() -> None:
    first = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION, Move.COURT_RECEIVES, Move.COURT_EXTENDS)
    with pytest.raises(Refusal, match="已经延长过一次"):
        after(first, Move.COURT_EXTENDS)
    withdrawn = after(first, Move.COURT_RULES, ruling=CourtRuling.WITHDRAWN)
    again = after(withdrawn, Move.APPLY_CONFIRMATION, Move.COURT_RECEIVES, Move.COURT_EXTENDS)
    assert again.confirm_due_at is not None


def test_a_confirmed_agreement_is_not_reopened() -> None:
    asked = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION)
    with pytest.raises(Refusal, match="司法确认还没有结果，不能重开"):
        after(asked, Move.REOPEN)
    received = after(asked, Move.COURT_RECEIVES)
    with pytest.raises(Refusal, match="已经司法确认有效，不能重开"):
        after(received, Move.COURT_RULES, Move.REOPEN)
    withdrawn = after(received, Move.COURT_RULES, ruling=CourtRuling.WITHDRAWN)
    assert after(withdrawn, Move.REOPEN).status is Status.REOPENED


def test_a_file_is_not_closed_while_a_leader_has_it_or_a_court_considers_it() -> None:
    performed = dispute_in(Status.PERFORMED)
    with pytest.raises(Refusal, match="演示领导的包案还没有销案"):
        after(replace(performed, charges=(CHARGE,)), Move.ARCHIVE)
    with pytest.raises(Refusal, match="司法确认还没有结果，不能归档"):
        after(performed, Move.APPLY_CONFIRMATION, Move.ARCHIVE)
    struck_off = after(replace(performed, charges=(CHARGE,)), Move.END_CHARGE, Move.ARCHIVE)
    assert struck_off.status is Status.ARCHIVED


def test_a_dispute_that_is_still_performed_is_not_archived() -> None:
    with pytest.raises(Refusal, match="“履行中”，不能归档"):
        after(dispute_in(Status.PERFORMING), Move.ARCHIVE)


def test_a_dispute_has_one_leader_in_charge_at_a_time() -> None:
    taken_on = after(dispute_in(Status.MEDIATING), Move.TAKE_CHARGE)
    with pytest.raises(Refusal, match="已由演示首席包案"):
        after(taken_on, Move.TAKE_CHARGE)
    again = after(taken_on, Move.END_CHARGE, Move.TAKE_CHARGE)
    assert [charge.ended_at is None for charge in again.charges] == [False, True]


@pytest.mark.parametrize("move", OF_A_CHARGE)
def test_what_belongs_to_a_charge_needs_one(move: Move) -> None:
    with pytest.raises(Refusal, match="没有领导包案"):
        after(dispute_in(Status.MEDIATING), move)


def test_supervision_is_only_raised_and_lifted() -> None:
    case = after(dispute_in(Status.MEDIATING), Move.SUPERVISE, grade="黄牌督办")
    with pytest.raises(Unacceptable, match="不能改为“普通督办”"):
        after(case, Move.SUPERVISE)
    assert after(case, Move.LIFT_SUPERVISION).supervision is None


@pytest.mark.parametrize("move", [Move.ACCEPT, Move.WITHDRAW, Move.TAKE_CHARGE])
def test_a_voided_dispute_is_not_handled(move: Move) -> None:
    case = replace(dispute_in(Status.REPORTED), excluded=Exclusion(at=REPORTED, reason="演示：误登"))
    with pytest.raises(Refusal, match=f"已经作废，请先恢复再{move.value}"):
        after(case, move)


@pytest.mark.parametrize("status", sorted(MEDIATED))
def test_what_has_ended_has_its_outcome(status: Status) -> None:
    closed = dispute_in(status).closed
    assert closed is not None
    assert closed.outcome is not None
    expected = Status.AGREED if status in AGREED else status
    assert Outcome(closed.outcome).status is expected


@pytest.mark.parametrize("hours", [-1, 2])
def test_a_move_is_made_after_the_last_one_and_not_in_the_future(hours: int) -> None:
    case = dispute_in(Status.MEDIATING)
    now = case.last_moment + HOUR
    when = case.last_moment + timedelta(hours=hours)
    with pytest.raises(Unacceptable) as refused:
        taken(case, order(Move.FAIL, when), DEADLINES, "演示员", now)
    assert [problem.field for problem in refused.value.problems] == ["at"]

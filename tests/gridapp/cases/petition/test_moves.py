"""Which moves a petition allows: every pair of state and move, every particular asked for, every condition."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from gridapp.cases.order import Order
from gridapp.cases.permission import needs_of, why_not
from gridapp.cases.petition.problems import may_ask_until
from gridapp.cases.taken import taken
from gridapp.domain.case import Exclusion
from gridapp.domain.charge import Charge
from gridapp.domain.move import Move, Need
from gridapp.domain.petition import Petition, PetitionPurpose
from gridapp.domain.petition_course import PETITION_COURSE
from gridapp.domain.petition_words import OVERRULED
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.domain.status import Status
from tests.gridapp.cases.petition.courses import HOUR, REPORTED, WAYS, after, new, order_for, petition_in
from tests.offices import DEADLINES, at

CHARGE = Charge(
    leader="演示领导",
    unit="演示办",
    person="演示员",
    taken_at=REPORTED,
    plan="演示：方案",
    due_at=at(2018, 8, 1),
)
BEFORE = {Move.LIFT_SUPERVISION: (Move.SUPERVISE,), Move.RESOLVE_BACKLOG: (Move.ENTER_BACKLOG,)}
OF_A_CHARGE = (Move.TALK, Move.EXTEND_CHARGE, Move.END_CHARGE)
NEVER = {(Status.CONCLUDED, Move.REOPEN)}
"""What the table allows and a condition always forbids: a concluded matter is not opened again."""
IN_NEED = [(move, need) for move, passage in PETITION_COURSE.items() for need in passage.needs]
"""Every move with each of the particulars that its table asks for."""


def ready(status: Status, move: Move) -> Petition:
    """A petition in which nothing but the state can forbid a move: what it answers was asked, what it ends is there."""
    purpose = PetitionPurpose.SUGGESTION if move is Move.CLOSE else PetitionPurpose.CLAIM
    case = petition_in(status, purpose=purpose)
    if status not in PETITION_COURSE[move].sources:
        return case
    if move is Move.REOPEN and status is Status.FINALLY_REVIEWED:
        case = after(petition_in(Status.FINALLY_REVIEWING), Move.DECIDE_FINAL_REVIEW, verdict=OVERRULED)
    case = after(case, *BEFORE.get(move, ()))
    return replace(case, charges=(CHARGE,)) if move in OF_A_CHARGE else case


def moment_for(case: Petition, move: Move) -> datetime:
    """When a move can be made: an hour after the last, or once nobody may ask for a review any more."""
    until = may_ask_until(case, DEADLINES) if move is Move.CONCLUDE else None
    return until + HOUR if until else case.last_moment + HOUR


def first_state_of(move: Move) -> Status:
    return next(status for status in WAYS if status in PETITION_COURSE[move].sources and (status, move) not in NEVER)


@pytest.mark.parametrize("move", PETITION_COURSE)
@pytest.mark.parametrize("status", WAYS)
def test_a_move_is_made_in_its_states_and_refused_in_every_other(status: Status, move: Move) -> None:
    case = ready(status, move)
    when = moment_for(case, move)
    passage = PETITION_COURSE[move]
    if (status, move) in NEVER:
        with pytest.raises(Refusal, match="终结，不能重开"):
            taken(case, order_for(case, move, when), DEADLINES, "演示员", when)
    elif status in passage.sources:
        changed = taken(case, order_for(case, move, when), DEADLINES, "演示员", when)
        assert changed.status is (passage.target or case.status)
        assert changed.steps[:-1] == case.steps
        assert (changed.steps[-1].move, changed.steps[-1].at) == (move, when)
    else:
        with pytest.raises(Refusal, match=f"“{status.label}”，不能{move.value}"):
            taken(case, order_for(case, move, when), DEADLINES, "演示员", when)


_TO_DECIDE = "待受理 重新办理"
_TO_SPEAK_UPON = "已办结 已转送 已复查 已复核 已化解 已终结"
_ANSWERED = f"{_TO_SPEAK_UPON} 复查中 复核中"
_UNANSWERED = f"{_TO_DECIDE} 已受理 处置中 待核查 待送达"
_BY_THE_RULES: Mapping[str, str] = {
    "受理": _TO_DECIDE,
    "当场答复": _TO_DECIDE,
    "交办": f"{_TO_DECIDE} 已受理",
    "转送": f"{_TO_DECIDE} 已受理",
    "引导至政法机关": _TO_DECIDE,
    "不予受理": _TO_DECIDE,
    "不再受理": _TO_DECIDE,
    "单位异议退回": "处置中",
    "反馈": "处置中",
    "返工": "待核查",
    "出具处理意见": "已受理 待核查",
    "送达": "待送达",
    "办结": "已受理 待核查",
    "申请复查": "已办结",
    "作出复查意见": "复查中",
    "申请复核": "已复查",
    "作出复核意见": "复核中",
    "评价": _ANSWERED,
    "化解": "已办结 已转送 已复查 已复核 已终结",
    "终结": "已办结 已复查 已复核 已化解",
    "归档": _TO_SPEAK_UPON,
    "重开": _TO_SPEAK_UPON,
    "延长办理期限": "已受理 处置中",
    "催办": "已受理 处置中",
    **dict.fromkeys(("督办", "取消督办", "指定首席负责人"), _UNANSWERED),
}
"""In which states the rules allow what is done with a petition (domain.md §4.2), by the words of the office."""


def test_the_table_is_that_of_the_rules() -> None:
    table = {move.value: {state.label for state in line.sources} for move, line in PETITION_COURSE.items()}
    told = {move: set(states.split()) for move, states in _BY_THE_RULES.items()}
    at_any_time = {move: table[move] for move in table.keys() - told.keys()}
    assert {move: table[move] for move in told} == told
    until_filed = set(f"{_UNANSWERED} {_ANSWERED}".split())
    others = ("领导批示", "列入积案", "积案化解", "领导包案", "约谈走访", "包案延期", "包案销案")
    assert at_any_time == dict.fromkeys(others, until_filed)


def test_there_is_a_way_to_every_state_of_the_course() -> None:
    reached = {passage.target for passage in PETITION_COURSE.values() if passage.target}
    assert set(WAYS) == reached | {Status.REPORTED}
    assert all(petition_in(status).status is status for status in WAYS)


@pytest.mark.parametrize("move", [move for move in Move if move not in PETITION_COURSE])
def test_what_is_done_with_other_kinds_alone_is_not_done_with_a_petition(move: Move) -> None:
    with pytest.raises(Refusal, match=f"不能{move.value}"):
        after(petition_in(Status.ACCEPTED), move)


@pytest.mark.parametrize("status", WAYS)
def test_what_the_buttons_say_is_what_the_use_case_does(status: Status) -> None:
    case = petition_in(status)
    now = case.last_moment + HOUR
    for move in PETITION_COURSE:
        refusal = why_not(case, move, now, DEADLINES)
        if refusal is not None:
            with pytest.raises(Refusal) as refused:
                taken(case, order_for(case, move, now), DEADLINES, "演示员", now)
            assert str(refused.value) == refusal
            assert refusal.endswith("。")


@pytest.mark.parametrize("move", PETITION_COURSE)
def test_nothing_is_done_with_a_petition_that_was_voided(move: Move) -> None:
    case = replace(ready(first_state_of(move), move), excluded=Exclusion(at=REPORTED, reason="演示：误登"))
    with pytest.raises(Refusal, match="已经作废"):
        after(case, move)


@pytest.mark.parametrize("move", [move for move, passage in PETITION_COURSE.items() if passage.needs])
def test_an_order_without_its_particulars_is_told_all_that_is_missing_at_once(move: Move) -> None:
    case = ready(first_state_of(move), move)
    now = moment_for(case, move)
    with pytest.raises(Unacceptable) as refused:
        taken(case, Order(move=move, at=now), DEADLINES, "演示员", now)
    assert [problem.field for problem in refused.value.problems] == [need.value for need in needs_of(case, move)]


@pytest.mark.parametrize(("move", "need"), IN_NEED)
def test_each_particular_that_is_lacking_is_told_under_its_own_field(move: Move, need: Need) -> None:
    case = ready(first_state_of(move), move)
    now = moment_for(case, move)
    lacking = replace(order_for(case, move, now), **{need.value: getattr(Order(move=move), need.value)})
    with pytest.raises(Unacceptable) as refused:
        taken(case, lacking, DEADLINES, "演示员", now)
    assert [problem.field for problem in refused.value.problems] == [need.value]


@pytest.mark.parametrize(
    ("move", "field"),
    [
        (Move.ACCEPT, "informed"),
        (Move.ISSUE_REPLY, "verdict"),
        (Move.SERVE_REPLY, "service"),
        (Move.DECIDE_REVIEW, "verdict"),
        (Move.DECIDE_FINAL_REVIEW, "verdict"),
        (Move.NO_LONGER_ACCEPT, "ground"),
        (Move.CONCLUDE, "ground"),
        (Move.EVALUATE, "satisfaction"),
        (Move.EVALUATE, "office_satisfaction"),
    ],
)
def test_a_word_that_no_list_knows_is_not_taken(move: Move, field: str) -> None:
    case = ready(first_state_of(move), move)
    now = moment_for(case, move)
    with pytest.raises(Unacceptable) as refused:
        taken(case, order_for(case, move, now, **{field: "演示：乱写"}), DEADLINES, "演示员", now)
    assert [(problem.field, problem.code) for problem in refused.value.problems] == [(field, "unknown")]


@pytest.mark.parametrize("verdict", ["支持诉求", "解释说明"])
def test_a_review_does_not_speak_as_a_first_reply_does(verdict: str) -> None:
    with pytest.raises(Unacceptable, match="意见只能是"):
        after(petition_in(Status.REVIEWING), Move.DECIDE_REVIEW, verdict=verdict)


def test_nothing_happens_before_what_happened_last() -> None:
    case = petition_in(Status.ACCEPTED)
    earlier = case.last_moment - HOUR
    with pytest.raises(Unacceptable, match="不能早于上一步的时间"):
        taken(case, order_for(case, Move.ISSUE_REPLY, earlier), DEADLINES, "演示员", case.last_moment + HOUR)
    assert new().status is Status.REPORTED

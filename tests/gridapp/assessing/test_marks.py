"""Points by hand: entered, taken back, appealed against, decided; after closing they count in the first open month."""

from decimal import Decimal
from uuid import UUID

import pytest

from gridapp.assessing.appeals import appeal, appeal_against_record, decide
from gridapp.assessing.marks import enter, withdraw
from gridapp.assessing.rules import default_text, keep_rules
from gridapp.domain.actor import Actor
from gridapp.domain.assessment_mark import Mark, MarkAct, Verdict
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.period import Month
from gridapp.domain.problem import ClosedMonth, Overtaken, Refusal, Unacceptable
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import Office
from tests.gridapp.assessing.township import JUNE, OTHER, WORKER, line, saved, with_workers
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, NOW, TOWN, at

JULY = JUNE.later(1)
WORKERS_SIDE = Actor(WORKER, "三号机")
CHIEF = Actor("演示领导", "二号机")
LATER = JUNE.later(12)


@pytest.fixture
def manned(office: Office) -> Office:
    """An office with two workers, on each of the two databases."""
    with_workers(office, WORKER, OTHER)
    return office


def entered(office: Office, item: str = "missed_major", month: Month = JUNE, **more: UUID | None) -> Mark:
    return enter(office, TOWN, month, WORKER, item, "演示：漏报塌方", ACTOR, NOW, **more)


def points(office: Office, item: str = "missed_major", month: Month = JUNE) -> Decimal:
    return line(office, item, month=month).points


def close(office: Office, month: Month) -> None:
    with office.cases.transaction() as writer:
        writer.close_month(TOWN, month, ACTOR, NOW())


def carded(office: Office) -> UUID:
    """An event for which the worker got a yellow card in June."""
    step = Step(move=Move.SUPERVISE, at=at(2018, 6, 6), person="演示领导", status=Status.REPORTED, grade="黄牌督办")
    case = bare(Kind.EVENT, at(2018, 6, 4), first_receiver=WORKER, reporter=OTHER, steps=(step,))
    saved(office, case)
    return case.id


def against_card(office: Office, case_id: UUID, month: Month = JUNE) -> Mark:
    return appeal_against_record(office, TOWN, month, WORKER, "yellow", case_id, "演示：挂错人", WORKERS_SIDE, NOW)


def test_an_entry_counts_with_the_points_of_the_rules(manned: Office) -> None:
    entered(manned)
    assert points(manned) == -10
    assert line(manned, "missed_major", OTHER).points == 0


@pytest.mark.parametrize(("item", "worth"), [("false_report", -5), ("commended", 3)])
def test_deductions_take_and_bonuses_give(sqlite_office: Office, item: str, worth: int) -> None:
    with_workers(sqlite_office, WORKER)
    entered(sqlite_office, item)
    assert points(sqlite_office, item) == worth


def test_bonuses_stop_at_ten(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    for _ in range(4):
        entered(sqlite_office, "commended")
    assert points(sqlite_office, "commended") == 10


@pytest.mark.parametrize(
    ("worker", "item", "reason", "month", "fields"),
    [
        (WORKER, "missed_major", " ", JUNE, ["reason"]),
        (WORKER, "missed_major", "长" * 501, JUNE, ["reason"]),
        (WORKER, "reports", "演示", JUNE, ["item"]),
        (WORKER, "nothing", "演示", JUNE, ["item"]),
        ("演示外人", "missed_major", "", JUNE, ["reason", "worker"]),
        (WORKER, "missed_major", "演示", LATER, ["month"]),
    ],
)
def test_an_entry_with_mistakes_is_refused_with_all_of_them(
    sqlite_office: Office, worker: str, item: str, reason: str, month: Month, fields: list[str]
) -> None:
    with_workers(sqlite_office, WORKER)
    with pytest.raises(Unacceptable) as refused:
        enter(sqlite_office, TOWN, month, worker, item, reason, ACTOR, lambda: at(2018, 7, 2))
    assert [problem.field for problem in refused.value.problems] == fields
    assert sqlite_office.assessment.marks(TOWN) == []


def test_an_entry_may_name_the_record_it_refers_to(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    case_id = carded(sqlite_office)
    assert entered(sqlite_office, case_id=case_id).case_id == case_id


def test_a_record_that_counts_already_is_not_entered_again(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    with pytest.raises(Unacceptable, match="已按记录计入“黄牌”"):
        entered(sqlite_office, "yellow", case_id=carded(sqlite_office))


def test_a_record_that_does_not_exist_is_refused(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    with pytest.raises(Refusal):
        entered(sqlite_office, case_id=case_id_at(at(2018, 1, 1)))
    assert sqlite_office.assessment.marks(TOWN) == []


def test_what_is_taken_back_for_a_reason_no_longer_counts(manned: Office) -> None:
    mark = entered(manned)
    withdraw(manned, mark.entry, "演示：登记错人", ACTOR, NOW)
    assert points(manned) == 0
    assert [kept.act for kept in manned.assessment.entry(mark.entry)] == [MarkAct.ENTERED, MarkAct.WITHDRAWN]


def test_taking_back_needs_a_reason_and_happens_once(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    mark = entered(sqlite_office)
    with pytest.raises(Unacceptable, match="请填写撤回原因"):
        withdraw(sqlite_office, mark.entry, "", ACTOR, NOW)
    withdraw(sqlite_office, mark.entry, "演示", ACTOR, NOW)
    with pytest.raises(Refusal, match="已经没有分数"):
        withdraw(sqlite_office, mark.entry, "演示", ACTOR, NOW)


def test_an_appeal_alone_changes_nothing(manned: Office) -> None:
    mark = entered(manned)
    appeal(manned, mark.entry, "演示：已电话报告", WORKERS_SIDE, NOW)
    assert points(manned) == -10


@pytest.mark.parametrize(
    ("verdict", "given_back", "left"),
    [(Verdict.UPHELD, None, "-10"), (Verdict.LIFTED, None, "0"), (Verdict.REDUCED, Decimal("6.5"), "-3.5")],
)
def test_a_decision_leaves_lifts_or_reduces(
    manned: Office, verdict: Verdict, given_back: Decimal | None, left: str
) -> None:
    mark = entered(manned)
    appeal(manned, mark.entry, "演示：已电话报告", WORKERS_SIDE, NOW)
    decided = decide(manned, mark.entry, verdict, "演示：经核", CHIEF, NOW, given_back)
    assert points(manned) == Decimal(left)
    assert (decided.person, decided.verdict, decided.reason) == ("演示领导", verdict, "演示：经核")


@pytest.mark.parametrize("given_back", [None, Decimal(0), Decimal(10), Decimal(-1)])
def test_a_reduction_lies_between_nothing_and_all(sqlite_office: Office, given_back: Decimal | None) -> None:
    with_workers(sqlite_office, WORKER)
    mark = entered(sqlite_office)
    appeal(sqlite_office, mark.entry, "演示", WORKERS_SIDE, NOW)
    with pytest.raises(Unacceptable, match="减轻的分数应大于 0、小于 10"):
        decide(sqlite_office, mark.entry, Verdict.REDUCED, "演示", CHIEF, NOW, given_back)


def test_nobody_decides_his_own_appeal(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    mark = entered(sqlite_office)
    appeal(sqlite_office, mark.entry, "演示", WORKERS_SIDE, NOW)
    with pytest.raises(Refusal, match="本人不能裁定自己的申诉"):
        decide(sqlite_office, mark.entry, Verdict.LIFTED, "演示", WORKERS_SIDE, NOW)


def test_there_is_one_appeal_and_one_decision(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    mark = entered(sqlite_office)
    with pytest.raises(Refusal, match="没有待裁定的申诉"):
        decide(sqlite_office, mark.entry, Verdict.UPHELD, "演示", CHIEF, NOW)
    appeal(sqlite_office, mark.entry, "演示", WORKERS_SIDE, NOW)
    decide(sqlite_office, mark.entry, Verdict.UPHELD, "演示", CHIEF, NOW)
    with pytest.raises(Refusal, match="已经申诉过"):
        appeal(sqlite_office, mark.entry, "演示", WORKERS_SIDE, NOW)


def test_a_bonus_cannot_be_appealed_against(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    with pytest.raises(Refusal, match="没有扣分"):
        appeal(sqlite_office, entered(sqlite_office, "commended").entry, "演示", WORKERS_SIDE, NOW)


def test_a_card_that_is_lifted_costs_nothing_and_stays_in_its_list(manned: Office) -> None:
    mark = against_card(manned, carded(manned))
    assert points(manned, "yellow") == -1
    decide(manned, mark.entry, Verdict.LIFTED, "演示：属实", CHIEF, NOW)
    assert points(manned, "yellow") == 0
    assert line(manned, "yellow").figures[0].value == 1


def test_only_what_was_deducted_can_be_appealed_against_and_once(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    with pytest.raises(Refusal, match="没有计入演示甲的“黄牌”"):
        against_card(sqlite_office, case_id_at(at(2018, 1, 1)))
    case_id = carded(sqlite_office)
    against_card(sqlite_office, case_id)
    with pytest.raises(Refusal, match="已经申诉过"):
        against_card(sqlite_office, case_id)


def test_nothing_goes_into_a_closed_month(manned: Office) -> None:
    close(manned, JUNE)
    with pytest.raises(ClosedMonth, match="2018年6月已经关账，考核成绩不再变动；请记入2018年7月"):
        entered(manned)
    entered(manned, month=JULY)
    assert [points(manned), points(manned, month=JULY)] == [0, -10]


def test_what_is_decided_after_the_closing_counts_in_the_first_open_month(manned: Office) -> None:
    mark, case_id = entered(manned), carded(manned)
    appeal(manned, mark.entry, "演示", WORKERS_SIDE, NOW)
    close(manned, JUNE)
    decided = decide(manned, mark.entry, Verdict.REDUCED, "演示", CHIEF, NOW, Decimal(4))
    assert (decided.about, decided.month) == (JUNE, JULY)
    card = against_card(manned, case_id)
    decide(manned, card.entry, Verdict.LIFTED, "演示", CHIEF, NOW)
    assert [points(manned), points(manned, month=JULY)] == [-10, 4]
    assert [points(manned, "yellow"), points(manned, "yellow", JULY)] == [-1, 1]


def test_what_a_card_gives_back_is_what_it_cost_by_the_rules_of_its_own_month(sqlite_office: Office) -> None:
    with_workers(sqlite_office, WORKER)
    case_id = carded(sqlite_office)
    close(sqlite_office, JUNE)
    harsher = default_text().replace("each = 1\n", "each = 2\n")
    keep_rules(sqlite_office, TOWN, JULY, harsher, ACTOR, NOW)
    mark = against_card(sqlite_office, case_id)
    assert decide(sqlite_office, mark.entry, Verdict.LIFTED, "演示", CHIEF, NOW).amount == 1


def test_the_second_of_two_who_act_on_the_same_is_told(manned: Office) -> None:
    mark = entered(manned)
    appeal(manned, mark.entry, "演示", WORKERS_SIDE, NOW)
    with pytest.raises(Overtaken):
        manned.assessment.add(manned.assessment.entry(mark.entry)[-1])


def test_an_unknown_entry_is_refused(sqlite_office: Office) -> None:
    with pytest.raises(Refusal, match="没有这条考核登记"):
        withdraw(sqlite_office, case_id_at(at(2018, 1, 1)), "演示", ACTOR, NOW)

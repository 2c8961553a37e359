"""A hazard on its course: ordered, mended, re-checked, struck off, or taken further."""

from datetime import timedelta

import pytest

from gridapp.cases.permission import why_not
from gridapp.domain.clock import handled_at, stretches
from gridapp.domain.course import lawful
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Unacceptable
from gridapp.domain.recheck import RecheckResult
from gridapp.domain.security import Security
from gridapp.domain.status import Status
from gridapp.domain.striking_off import unlawful
from tests.gridapp.cases.hazard.courses import ALL_SECURITIES, FOUND, LIMIT, TWO, WAYS, found, made, standing
from tests.offices import DEADLINES, at


def fields_of(refusal: Unacceptable) -> set[str]:
    return {problem.field for problem in refusal.problems}


def test_a_mended_and_rechecked_hazard_is_struck_off() -> None:
    case = standing(Status.STRUCK_OFF)
    assert case.closed is not None
    assert case.closed.result == "演示：已整改"
    assert [recheck.result for recheck in case.rechecks] == [RecheckResult.PASSED]
    assert (case.rechecked_at, case.recheck_result) == (case.rechecks[0].at, RecheckResult.PASSED)
    assert unlawful(case) is None


@pytest.mark.parametrize("status", [status for status in WAYS if status is not Status.TO_STRIKE_OFF])
def test_only_what_passed_its_recheck_can_be_struck_off(status: Status) -> None:
    assert why_not(standing(status), Move.STRIKE_OFF, at(2018, 5, 1), DEADLINES) is not None


def test_a_passed_recheck_can_strike_off_at_once() -> None:
    case = made(standing(Status.TO_RECHECK), Move.RECHECK, strike_off=True)
    assert case.status is Status.STRUCK_OFF
    assert unlawful(case) is None


@pytest.mark.parametrize("result", ["不合格", "部分合格"])
def test_a_recheck_that_is_not_passed_cannot_strike_off(result: str) -> None:
    with pytest.raises(Unacceptable) as caught:
        made(standing(Status.TO_RECHECK), Move.RECHECK, recheck_result=result, strike_off=True)
    assert fields_of(caught.value) == {"strike_off"}


def test_a_failed_recheck_leaves_it_unrectified_unless_a_new_limit_is_set() -> None:
    case = standing(Status.TO_RECHECK)
    assert made(case, Move.RECHECK, recheck_result="不合格").status is Status.UNRECTIFIED
    again = made(case, Move.RECHECK, recheck_result="不合格", until=at(2018, 6, 1))
    assert (again.status, again.due_at) == (Status.RECTIFYING, at(2018, 6, 1))


def test_the_clock_stands_still_from_the_mending_until_a_recheck_fails() -> None:
    mended = standing(Status.TO_RECHECK)
    assert handled_at(mended) == mended.steps[-1].at
    failed = made(mended, Move.RECHECK, mended.last_moment + timedelta(days=2), recheck_result="不合格")
    runs = [(stretch.start, stretch.until) for stretch in stretches(failed)]
    assert (mended.steps[-1].at, failed.steps[-1].at) not in runs
    assert runs[-1] == (failed.steps[-1].at, None)


def test_striking_off_is_judged_by_the_mending() -> None:
    mended = made(standing(Status.RECTIFYING), Move.MEND, at(2018, 4, 10))
    late = made(made(mended, Move.RECHECK, at(2018, 4, 20)), Move.STRIKE_OFF, at(2018, 4, 20, 1))
    assert late.closed is not None
    assert late.closed.in_time


def test_a_recheck_without_feedback_asks_for_proof() -> None:
    with pytest.raises(Unacceptable) as caught:
        made(standing(Status.RECTIFYING), Move.RECHECK)
    assert fields_of(caught.value) == {"evidence"}


def test_mending_on_the_spot_is_its_own_recheck() -> None:
    case = made(found(), Move.MEND_ON_THE_SPOT, FOUND)
    assert (case.status, case.on_the_spot) == (Status.STRUCK_OFF, True)
    assert case.rechecks[0].inspectors == TWO
    assert unlawful(case) is None


def test_the_next_day_is_not_on_the_spot() -> None:
    with pytest.raises(Unacceptable) as caught:
        made(found(), Move.MEND_ON_THE_SPOT, FOUND + timedelta(days=1))
    assert fields_of(caught.value) == {"at"}


def test_a_major_hazard_is_not_mended_on_the_spot() -> None:
    assert "重大" in (why_not(found("重大"), Move.MEND_ON_THE_SPOT, FOUND, DEADLINES) or "")


def test_hazardous_chemicals_are_rechecked_by_two() -> None:
    case = made(made(found(place_type="危化品企业"), Move.ORDER_MENDING), Move.MEND)
    with pytest.raises(Unacceptable) as caught:
        made(case, Move.RECHECK, inspectors=("演示甲",))
    assert fields_of(caught.value) == {"inspectors"}
    assert made(case, Move.RECHECK, inspectors=TWO).status is Status.TO_STRIKE_OFF


def test_what_was_stopped_is_rechecked_by_two() -> None:
    stopped = made(standing(Status.RECTIFYING), Move.ENFORCE, measure="停产停业", unit="演示县安监局")
    mended = made(stopped, Move.MEND)
    with pytest.raises(Unacceptable) as caught:
        made(mended, Move.RECHECK, inspectors=("演示甲",))
    assert fields_of(caught.value) == {"inspectors"}


@pytest.mark.parametrize("unit", ["水头镇人民政府", "高湖镇"])
def test_the_town_does_not_seal(unit: str) -> None:
    with pytest.raises(Unacceptable) as caught:
        made(standing(Status.RECTIFYING), Move.ENFORCE, unit=unit)
    assert fields_of(caught.value) == {"unit"}


def test_a_detention_names_the_person() -> None:
    with pytest.raises(Unacceptable) as caught:
        made(standing(Status.RECTIFYING), Move.ENFORCE, measure="行政拘留", unit="演示县公安局")
    assert fields_of(caught.value) == {"party"}


def test_it_is_reported_to_a_department_not_to_the_town() -> None:
    with pytest.raises(Unacceptable) as caught:
        made(standing(Status.RECTIFYING), Move.SUBMIT, unit="演示镇人民政府")
    assert fields_of(caught.value) == {"unit"}


def test_only_a_major_hazard_is_put_in_a_plan_with_all_securities() -> None:
    assert why_not(standing(Status.RECTIFYING), Move.PUT_IN_PLAN, at(2018, 5, 1), DEADLINES) is not None
    major = standing(Status.RECTIFYING, "重大")
    with pytest.raises(Unacceptable) as caught:
        made(major, Move.PUT_IN_PLAN, securities=ALL_SECURITIES[:2])
    assert fields_of(caught.value) == {"securities"}
    planned = made(major, Move.PUT_IN_PLAN, securities=ALL_SECURITIES)
    assert (planned.status, planned.missing_securities) == (Status.PLANNED, ())


def test_a_security_that_is_revised_keeps_its_earlier_words() -> None:
    first = made(standing(Status.RECTIFYING, "重大"), Move.SECURE, securities=ALL_SECURITIES)
    money = Security(word="资金", text="演示：再拨五万元", at=FOUND)
    second = made(first, Move.SECURE, securities=(money,))
    known = second.secured("资金")
    assert known is not None
    assert known.text == "演示：再拨五万元"
    assert [line.text for line in second.securities if line.word == "资金"] == ["演示资金", "演示：再拨五万元"]


def test_a_major_hazard_is_struck_off_only_when_ordered_reported_and_secured() -> None:
    assert why_not(found("重大", chief="演示首席"), Move.MEND, at(2018, 5, 1), DEADLINES) is not None
    case = standing(Status.TO_STRIKE_OFF, "重大")
    refused = [why_not(case, Move.STRIKE_OFF, at(2018, 5, 1), DEADLINES)]
    case = made(case, Move.SECURE, securities=ALL_SECURITIES)
    refused.append(why_not(case, Move.STRIKE_OFF, at(2018, 5, 1), DEADLINES))
    assert ["落实" in (refused[0] or ""), "上报" in (refused[1] or "")] == [True, True]
    case = made(case, Move.SUBMIT)
    assert case.status is Status.TO_STRIKE_OFF
    assert made(case, Move.STRIKE_OFF).status is Status.STRUCK_OFF


def test_public_supervision_is_of_the_county() -> None:
    case = standing(Status.RECTIFYING, "重大")
    with pytest.raises(Unacceptable):
        made(case, Move.LIST_PUBLICLY, unit="高湖镇人民政府")
    listed = made(case, Move.LIST_PUBLICLY, unit="演示县人民政府")
    assert listed.listed
    assert not made(listed, Move.DELIST).listed


def test_an_extension_lies_behind_the_limit_and_takes_up_what_was_overdue() -> None:
    overdue = made(standing(Status.TO_RECHECK), Move.RECHECK, recheck_result="不合格")
    with pytest.raises(Unacceptable) as caught:
        made(overdue, Move.EXTEND, until=LIMIT)
    assert fields_of(caught.value) == {"until"}
    assert made(overdue, Move.EXTEND, until=at(2018, 6, 1)).status is Status.RECTIFYING


def test_a_reopened_hazard_must_be_rechecked_again() -> None:
    again = made(standing(Status.STRUCK_OFF), Move.REOPEN)
    assert again.status is Status.RECTIFYING
    mended = made(again, Move.MEND)
    assert why_not(mended, Move.STRIKE_OFF, at(2018, 5, 1), DEADLINES) is not None
    twice = made(made(mended, Move.RECHECK), Move.STRIKE_OFF)
    assert unlawful(twice) is None


@pytest.mark.parametrize("status", WAYS)
def test_every_move_that_nothing_hinders_is_taken_and_stays_lawful(status: Status) -> None:
    case = standing(status)
    for move in lawful(Kind.HAZARD, status):
        if move in _CASE_BY_CASE or why_not(case, move, case.last_moment, DEADLINES) is not None:
            continue
        after = made(case, move)
        assert len(after.steps) == len(case.steps) + 1
        assert unlawful(after) is None


_CASE_BY_CASE = frozenset({Move.RECHECK, Move.MEND_ON_THE_SPOT})
"""What these ask for follows from the hazard, not from the table alone."""

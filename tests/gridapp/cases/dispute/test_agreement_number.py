"""Numbers of agreements: one row for each form, town and year, without gaps, never given twice by any two clerks."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import count

import pytest

from db.office import open_office
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.ports import Office
from tests.offices import at, dispute_recorded, taken

CLERKS, AGREEMENTS = 3, 6
REPORTED, AGREED = at(2018, 3, 5, 9), at(2018, 3, 6, 9)


def received(office: Office, when: datetime = REPORTED) -> Case:
    case = dispute_recorded(office, when)
    return taken(office, case, Move.ACCEPT, when, unit="桐川村调委会", handler="演示调解员", informed="口头")


def number_of(case: Case) -> str | None:
    return case.closings[-1].number


def agreed(office: Office, case: Case, when: datetime = AGREED, **particulars: object) -> Case:
    """A dispute whose parties agreed in writing unless told otherwise."""
    values = {"form": AgreementForm.WRITTEN, "result": "演示：和好", "at_once": True} | particulars
    return taken(office, case, Move.AGREE, when, **values)


def test_written_and_oral_agreements_have_rows_of_their_own(office: Office) -> None:
    forms = (AgreementForm.WRITTEN, AgreementForm.ORAL, AgreementForm.WRITTEN, AgreementForm.ORAL)
    assert [number_of(agreed(office, received(office), form=form)) for form in forms] == [
        "（2018）人调字第1号",
        "（2018）人调口字第1号",
        "（2018）人调字第2号",
        "（2018）人调口字第2号",
    ]


def test_each_year_begins_anew_by_the_day_of_the_agreement(office: Office) -> None:
    early = agreed(office, received(office, at(2017, 12, 30, 9)), at(2017, 12, 31, 23, 59))
    late = agreed(office, received(office, at(2017, 12, 30, 9)), at(2018, 1, 1, 0))
    assert [number_of(case) for case in (early, late)] == ["（2017）人调字第1号", "（2018）人调字第1号"]


def test_a_number_that_was_given_stays_and_uses_none(office: Office) -> None:
    own = agreed(office, received(office), number="演示镇调字第8号")
    following = agreed(office, received(office))
    assert [number_of(case) for case in (own, following)] == ["演示镇调字第8号", "（2018）人调字第1号"]


def test_a_number_of_another_dispute_is_refused_by_its_name(office: Office) -> None:
    own = agreed(office, received(office), number="演示镇调字第8号")
    with pytest.raises(Unacceptable) as refused:
        agreed(office, received(office), number="演示镇调字第8号")
    (problem,) = refused.value.problems
    assert problem.field == "number"
    assert problem.message.startswith(f"协议编号“演示镇调字第8号”已用于纠纷 {own.number}")
    again = taken(office, own, Move.REOPEN, at(2018, 3, 7), reason="演示：反悔")
    assert number_of(agreed(office, again, at(2018, 3, 8), number="演示镇调字第8号")) == "演示镇调字第8号"


def test_the_row_of_numbers_passes_over_one_that_was_used_by_hand(office: Office) -> None:
    agreed(office, received(office), number="（2018）人调字第1号")
    assert number_of(agreed(office, received(office))) == "（2018）人调字第2号"


def test_an_end_without_an_agreement_has_no_number(office: Office) -> None:
    case = taken(office, received(office), Move.WITHDRAW, AGREED, reason="演示：不调了")
    assert number_of(case) is None


def test_an_agreement_that_is_refused_uses_no_number(office: Office) -> None:
    case = received(office)
    with pytest.raises(Refusal):
        agreed(office, case, result="")
    with pytest.raises(Refusal):
        agreed(office, dispute_recorded(office, REPORTED))
    assert number_of(agreed(office, case)) == "（2018）人调字第1号"


def test_a_second_agreement_after_a_reopening_has_a_number_of_its_own(office: Office) -> None:
    case = taken(office, agreed(office, received(office)), Move.REOPEN, at(2018, 3, 7), reason="演示：反悔")
    again = agreed(office, case, at(2018, 3, 8))
    assert [closing.number for closing in again.closings] == ["（2018）人调字第1号", "（2018）人调字第2号"]


@pytest.mark.timeout(300)
def test_clerks_who_agree_at_the_same_time_never_share_a_number_and_leave_no_gap(office: Office, location: str) -> None:
    def work(clerk: int) -> list[str | None]:
        with open_office(location) as own:
            given = []
            for n in range(AGREEMENTS):
                case = received(own)
                if n % 3 == clerk % 3:
                    with pytest.raises(Refusal):
                        agreed(own, case, result=" ")
                given.append(number_of(agreed(own, case)))
            return given

    with ThreadPoolExecutor(CLERKS) as clerks:
        numbers = [number for given in clerks.map(work, range(CLERKS)) for number in given]
    running = count(1)
    wanted = [f"（2018）人调字第{next(running)}号" for _ in range(CLERKS * AGREEMENTS)]
    assert sorted(map(str, numbers)) == sorted(wanted)

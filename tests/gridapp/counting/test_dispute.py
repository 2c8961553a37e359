"""What a dispute counts for: 排查 with people and money, 调处 net under its outcome."""

from datetime import date
from decimal import Decimal

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing, Exclusion
from gridapp.domain.charge import Charge
from gridapp.domain.dispute import AgreementForm, Mode, Outcome
from gridapp.domain.mediation import Term
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import dispute
from tests.offices import at

CLOSED = at(2018, 1, 20)
REOPENED = at(2018, 2, 5)
FOUND, ENDED, AGAIN = date(2018, 1, 3), date(2018, 1, 20), date(2018, 2, 5)

Line = tuple[str, date, Decimal, str | None]


def lines(case: Case, *measures: str) -> set[Line]:
    return {(p.measure, p.day, p.quantity, p.dimensions.outcome) for p in postings_of(case) if p.measure in measures}


def plain(case: Case, *measures: str) -> set[tuple[str, date, int]]:
    return {(p.measure, p.day, int(p.quantity)) for p in postings_of(case) if p.measure in measures}


def test_people_and_amount_count_on_the_day_of_acceptance() -> None:
    case = dispute(people=4, amount=Decimal("1200.5"), mode=Mode.PEOPLE)
    found = {p.measure: (p.day, p.quantity, p.dimensions.mode) for p in postings_of(case)}
    assert found == {
        "dispute.found": (FOUND, Decimal(1), "人民调解"),
        "dispute.people": (FOUND, Decimal(4), "人民调解"),
        "dispute.amount": (FOUND, Decimal("1200.5"), "人民调解"),
    }


@pytest.mark.parametrize(
    ("outcome", "measure"),
    [
        (Outcome.SUCCEEDED, "dispute.succeeded"),
        (Outcome.FAILED, "dispute.failed"),
        (Outcome.WITHDRAWN, "dispute.withdrawn"),
        (Outcome.TRANSFERRED, "dispute.transferred"),
    ],
)
def test_every_outcome_is_handled_and_counts_under_its_own_name(outcome: Outcome, measure: str) -> None:
    case = dispute(closings=(Closing(closed_at=CLOSED, outcome=outcome),))
    told = {(p.measure, p.dimensions.outcome) for p in postings_of(case)}
    assert told == {
        ("dispute.found", None),
        ("dispute.handled", outcome),
        ("dispute.handled_on_time", outcome),
        (measure, outcome),
    }


def test_a_reopening_takes_back_the_outcome_that_it_undoes() -> None:
    case = dispute(
        closings=(
            Closing(closed_at=CLOSED, outcome=Outcome.FAILED, reopened_at=REOPENED),
            Closing(closed_at=at(2018, 2, 10), outcome=Outcome.SUCCEEDED),
        )
    )
    assert lines(case, "dispute.handled", "dispute.failed", "dispute.succeeded") == {
        ("dispute.handled", ENDED, Decimal(1), "调解不成"),
        ("dispute.handled", AGAIN, Decimal(-1), "调解不成"),
        ("dispute.handled", date(2018, 2, 10), Decimal(1), "调解成功"),
        ("dispute.failed", ENDED, Decimal(1), "调解不成"),
        ("dispute.failed", AGAIN, Decimal(-1), "调解不成"),
        ("dispute.succeeded", date(2018, 2, 10), Decimal(1), "调解成功"),
    }


@pytest.mark.parametrize(
    ("form", "measures"),
    [
        (AgreementForm.WRITTEN, {"dispute.agreed_in_writing"}),
        (AgreementForm.ORAL, {"dispute.agreed_orally"}),
        (AgreementForm.NONE, set()),
        (None, set()),
    ],
)
def test_agreements_count_by_their_form(form: AgreementForm | None, measures: set[str]) -> None:
    case = dispute(closings=(Closing(closed_at=CLOSED, outcome=Outcome.SUCCEEDED, form=form),))
    agreed = {
        p.measure for p in postings_of(case) if p.measure in ("dispute.agreed_in_writing", "dispute.agreed_orally")
    }
    assert agreed == measures


def test_a_reopening_takes_back_the_form_with_the_outcome() -> None:
    gone = Closing(closed_at=CLOSED, outcome=Outcome.SUCCEEDED, form=AgreementForm.ORAL, reopened_at=REOPENED)
    handled = {
        (p.day, p.quantity, p.dimensions.outcome, p.dimensions.form)
        for p in postings_of(dispute(closings=(gone,)))
        if p.measure == "dispute.handled"
    }
    assert handled == {(ENDED, Decimal(1), "调解成功", "口头"), (AGAIN, Decimal(-1), "调解成功", "口头")}


def test_a_dispute_that_was_just_found_has_neither_outcome_nor_form() -> None:
    case = dispute(closings=(Closing(closed_at=CLOSED, outcome=Outcome.SUCCEEDED, form=AgreementForm.ORAL),))
    found = [p.dimensions for p in postings_of(case) if p.measure == "dispute.found"]
    assert [(d.outcome, d.form) for d in found] == [(None, None)]


def test_every_posting_is_told_apart_by_the_lists_of_the_authorities() -> None:
    case = dispute(
        mediation_type="邻里纠纷",
        monthly_type="其他",
        campaign_column="劳资经济活动纠纷",
        committee="村",
        people=50,
        closings=(Closing(closed_at=CLOSED, outcome=Outcome.SUCCEEDED),),
    )
    told = {
        (d.mediation_type, d.monthly_type, d.campaign_column, d.committee, d.band)
        for d in (posting.dimensions for posting in postings_of(case))
    }
    assert told == {("邻里纠纷", "其他", "劳资经济活动纠纷", "村", "50至100")}


def test_a_limit_that_held_when_it_ended_decides_whether_that_was_in_time() -> None:
    in_time = Closing(closed_at=CLOSED, due_at=at(2018, 1, 21), outcome=Outcome.FAILED, reopened_at=REOPENED)
    late = Closing(closed_at=at(2018, 2, 20), due_at=at(2018, 2, 19), outcome=Outcome.SUCCEEDED)
    case = dispute(closings=(in_time, late))
    assert plain(case, "dispute.handled_on_time", "dispute.handled_late") == {
        ("dispute.handled_on_time", ENDED, 1),
        ("dispute.handled_on_time", AGAIN, -1),
        ("dispute.handled_late", date(2018, 2, 20), 1),
    }


MAJOR = ("dispute.major_found", "dispute.major_handled", "dispute.major_succeeded", "dispute.major_failed")


@pytest.mark.parametrize(
    ("outcome", "measures"),
    [
        (Outcome.SUCCEEDED, {"major_found", "major_handled", "major_succeeded"}),
        (Outcome.FAILED, {"major_found", "major_handled", "major_failed"}),
        (Outcome.WITHDRAWN, {"major_found", "major_handled"}),
        (Outcome.TRANSFERRED, {"major_found", "major_handled"}),
    ],
)
@pytest.mark.parametrize("level", ["重大", "特别重大"])
def test_a_major_dispute_counts_in_a_block_of_its_own(outcome: Outcome, measures: set[str], level: str) -> None:
    case = dispute(level=level, closings=(Closing(closed_at=CLOSED, outcome=outcome),))
    assert {f"dispute.{name}" for name in measures} == {measure for measure, _, _ in plain(case, *MAJOR)}


@pytest.mark.parametrize("level", ["一般", "较大", None])
def test_others_do_not_count_as_major(level: str | None) -> None:
    case = dispute(level=level, closings=(Closing(closed_at=CLOSED, outcome=Outcome.SUCCEEDED),))
    assert plain(case, *MAJOR) == set()


def test_a_difficult_dispute_counts_when_it_has_ended() -> None:
    ended = Closing(closed_at=CLOSED, outcome=Outcome.WITHDRAWN, reopened_at=REOPENED)
    assert plain(dispute(difficult=True), "dispute.difficult") == set()
    assert plain(dispute(difficult=True, closings=(ended,)), "dispute.difficult") == {
        ("dispute.difficult", ENDED, 1),
        ("dispute.difficult", AGAIN, -1),
    }


def test_what_an_agreement_obliges_to_pay_counts_with_that_agreement() -> None:
    terms = (
        Term(agreement=1, what="演示：赔偿", amount=Decimal(500)),
        Term(agreement=1, what="演示：道歉"),
        Term(agreement=2, what="演示：赔偿", amount=Decimal(300)),
        Term(agreement=2, what="演示：补偿", amount=Decimal(20)),
    )
    case = dispute(
        terms=terms,
        closings=(
            Closing(closed_at=CLOSED, outcome=Outcome.SUCCEEDED, reopened_at=REOPENED),
            Closing(closed_at=at(2018, 2, 10), outcome=Outcome.SUCCEEDED),
        ),
    )
    assert plain(case, "dispute.agreed_amount") == {
        ("dispute.agreed_amount", ENDED, 500),
        ("dispute.agreed_amount", AGAIN, -500),
        ("dispute.agreed_amount", date(2018, 2, 10), 320),
    }


def test_one_that_was_not_accepted_leaves_only_a_memo() -> None:
    rejected = Step(move=Move.REJECT, at=at(2018, 1, 5), person="演示员", status=Status.INVALID)
    case = dispute(status=Status.INVALID, people=4, level="重大", steps=(rejected,))
    assert {(p.measure, p.day, p.quantity) for p in postings_of(case)} == {
        ("dispute.rejected", date(2018, 1, 5), Decimal(1))
    }


def test_one_that_was_not_accepted_and_is_voided_leaves_the_memo_of_that_alone() -> None:
    rejected = Step(move=Move.REJECT, at=at(2018, 1, 5), person="演示员", status=Status.INVALID)
    gone = Exclusion(at=at(2018, 1, 9), reason="误")
    case = dispute(status=Status.INVALID, steps=(rejected,), excluded=gone)
    assert {p.measure for p in postings_of(case)} == {"dispute.voided"}


def test_one_that_was_sent_counts_under_who_sent_it() -> None:
    sent = dispute(source="委托移送", entrusted_by="法院")
    assert {posting.dimensions.origin for posting in postings_of(sent)} == {"法院"}


def test_a_charge_counts_for_its_leader_from_the_day_it_is_taken_until_it_is_ended() -> None:
    charge = Charge(
        leader="演示领导",
        unit="演示单位",
        person="演示员",
        taken_at=at(2018, 1, 5),
        plan="演示",
        due_at=at(2018, 4, 5),
        ended_at=at(2018, 2, 3),
    )
    counted = postings_of(dispute(charges=(charge,)))
    assert {(p.measure, p.day, p.dimensions.staff) for p in counted if "charges" in p.measure} == {
        ("dispute.charges_taken", date(2018, 1, 5), "演示领导"),
        ("dispute.charges_ended", date(2018, 2, 3), "演示领导"),
    }

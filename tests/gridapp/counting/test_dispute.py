"""What a dispute counts for: 排查 with people and money, 调处 net under its outcome."""

from datetime import date
from decimal import Decimal

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import AgreementForm, Mode, Outcome
from tests.gridapp.bare_cases import dispute
from tests.offices import at

CLOSED = at(2018, 1, 20)


def lines(case: Case, *measures: str) -> set[tuple[str, date, Decimal, str | None]]:
    return {(p.measure, p.day, p.quantity, p.dimensions.outcome) for p in postings_of(case) if p.measure in measures}


def test_people_and_amount_count_on_the_day_of_acceptance() -> None:
    case = dispute(people=4, amount=Decimal("1200.5"), mode=Mode.PEOPLE)
    found = {p.measure: (p.day, p.quantity, p.dimensions.mode) for p in postings_of(case)}
    day = date(2018, 1, 3)
    assert found == {
        "dispute.found": (day, Decimal(1), "人民调解"),
        "dispute.people": (day, Decimal(4), "人民调解"),
        "dispute.amount": (day, Decimal("1200.5"), "人民调解"),
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
    assert told == {("dispute.found", None), ("dispute.handled", outcome), (measure, outcome)}


def test_a_reopening_takes_back_the_outcome_that_it_undoes() -> None:
    case = dispute(
        closings=(
            Closing(closed_at=CLOSED, outcome=Outcome.FAILED, reopened_at=at(2018, 2, 5)),
            Closing(closed_at=at(2018, 2, 10), outcome=Outcome.SUCCEEDED),
        )
    )
    assert lines(case, "dispute.handled", "dispute.failed", "dispute.succeeded") == {
        ("dispute.handled", date(2018, 1, 20), Decimal(1), "调解不成"),
        ("dispute.handled", date(2018, 2, 5), Decimal(-1), "调解不成"),
        ("dispute.handled", date(2018, 2, 10), Decimal(1), "调解成功"),
        ("dispute.failed", date(2018, 1, 20), Decimal(1), "调解不成"),
        ("dispute.failed", date(2018, 2, 5), Decimal(-1), "调解不成"),
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
    agreed = {p.measure for p in postings_of(case) if p.measure.startswith("dispute.agreed")}
    assert agreed == measures


def test_a_dispute_that_was_just_found_has_no_outcome() -> None:
    case = dispute(closings=(Closing(closed_at=CLOSED, outcome=Outcome.SUCCEEDED),))
    assert lines(case, "dispute.found") == {("dispute.found", date(2018, 1, 3), Decimal(1), None)}

"""What a dispute says of itself: what is next, what is owed, who has it, how it is found."""

from dataclasses import replace
from datetime import datetime

import pytest

from gridapp.domain.case import Closing
from gridapp.domain.charge import Charge
from gridapp.domain.dispute import Outcome, Risk
from gridapp.domain.ended import ended
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Confirmation, CourtReception, CourtRuling, Purpose, Session, Term
from gridapp.domain.party import Party, Side, names_of
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import dispute
from tests.offices import at

MARCH, APRIL, MAY = at(2018, 3, 5, 9), at(2018, 4, 5, 9), at(2018, 5, 5, 9)
SUCCEEDED = Closing(closed_at=MARCH, outcome=Outcome.SUCCEEDED)


def meeting(
    planned: datetime | None,
    held: datetime | None = None,
    cancelled: datetime | None = None,
    purpose: Purpose = Purpose.MEDIATION,
) -> Session:
    """A session that was planned, held or called off."""
    return Session(purpose=purpose, planned_at=planned, held_at=held, cancelled_at=cancelled)


@pytest.mark.parametrize(
    ("sessions", "following"),
    [
        ((), None),
        ((meeting(APRIL), meeting(MARCH), meeting(MAY)), MARCH),
        ((meeting(MARCH, held=MARCH), meeting(MAY)), MAY),
        ((meeting(MARCH, cancelled=MARCH), meeting(MAY)), MAY),
        ((meeting(None, held=MARCH),), None),
    ],
)
def test_the_next_session_is_the_nearest_that_is_still_awaited(
    sessions: tuple[Session, ...], following: datetime | None
) -> None:
    assert dispute(sessions=sessions).next_session_at == following


def test_a_session_ends_after_its_minutes() -> None:
    assert replace(meeting(MARCH), minutes=45).ends_at == at(2018, 3, 5, 9, 45)
    assert meeting(MARCH).ends_at == at(2018, 3, 5, 10, 30)
    assert meeting(None, held=MARCH).ends_at is None


def test_sessions_are_found_by_what_people_met_for() -> None:
    asked = meeting(None, held=MARCH, purpose=Purpose.INQUIRY)
    case = dispute(sessions=(asked, meeting(MARCH), meeting(MARCH, held=APRIL), meeting(MAY, cancelled=APRIL)))
    assert case.held(Purpose.INQUIRY) == (asked,)
    assert case.held(Purpose.MEDIATION) == (meeting(MARCH, held=APRIL),)
    assert case.held(Purpose.TALK) == ()


def test_what_is_owed_is_what_the_agreement_in_force_leaves_to_do() -> None:
    old = Term(agreement=1, what="道歉", due_at=MARCH)
    paid = Term(agreement=2, what="支付", due_at=MARCH, performed_at=MARCH)
    late, soon = (Term(agreement=2, what="支付", due_at=moment) for moment in (MAY, APRIL))
    some_day = Term(agreement=2, what="和好")
    reopened = replace(SUCCEEDED, reopened_at=APRIL)
    case = dispute(terms=(old, paid, late, soon, some_day), closings=(reopened, SUCCEEDED))
    assert (case.open_terms, case.next_term_due_at) == ((late, soon, some_day), APRIL)
    assert dispute(terms=(some_day,), closings=(reopened, SUCCEEDED)).next_term_due_at is None
    open_again = dispute(terms=(old, late), closings=(reopened, reopened))
    assert (open_again.open_terms, open_again.next_term_due_at) == ((), None)


def test_the_charge_is_the_one_that_is_not_struck_off() -> None:
    first = Charge(
        leader="演示甲", unit="演示办", person="演示员", taken_at=MARCH, plan="演示", due_at=APRIL, ended_at=APRIL
    )
    second = replace(first, leader="演示乙", ended_at=None, due_at=MAY)
    assert (dispute(charges=(first, second)).charge, dispute(charges=(first, second)).charge_due_at) == (second, MAY)
    assert (dispute(charges=(first,)).charge, dispute(charges=(first,)).charge_due_at) == (None, None)


def test_the_confirmation_is_the_last_one_for_the_agreement_in_force() -> None:
    first, refused, last = (
        Confirmation(agreement=1, court="演示法院", applied_at=MARCH),
        Confirmation(agreement=2, court="演示法院", applied_at=APRIL, reception=CourtReception.REFUSED),
        Confirmation(agreement=2, court="演示法院", applied_at=MAY),
    )
    reopened = replace(SUCCEEDED, reopened_at=APRIL)
    twice = (reopened, SUCCEEDED)
    assert dispute(confirmations=(first, refused, last), closings=twice).confirmation == last
    assert dispute(confirmations=(first,), closings=twice).confirmation is None
    assert dispute(confirmations=(first,), closings=(reopened,)).confirmation is None


@pytest.mark.parametrize(
    ("reception", "ruling", "pending"),
    [
        (None, None, True),
        (CourtReception.ACCEPTED, None, True),
        (CourtReception.REFUSED, None, False),
        (CourtReception.ACCEPTED, CourtRuling.VALID, False),
        (CourtReception.ACCEPTED, CourtRuling.DISMISSED, False),
        (CourtReception.ACCEPTED, CourtRuling.WITHDRAWN, False),
    ],
)
def test_a_confirmation_is_awaited_until_the_court_refuses_or_rules(
    reception: CourtReception | None, ruling: CourtRuling | None, pending: bool
) -> None:
    asked = Confirmation(agreement=1, court="演示法院", applied_at=MARCH, reception=reception, ruling=ruling)
    assert asked.pending is pending


@pytest.mark.parametrize(
    ("risk", "reported_at", "to_report"),
    [(Risk.HIGH, None, True), (Risk.HIGH, MARCH, False), (Risk.MIDDLE, None, False), (None, None, False)],
)
def test_the_police_are_to_be_told_of_a_high_risk_once(
    risk: Risk | None, reported_at: datetime | None, to_report: bool
) -> None:
    assert dispute(risk=risk, risk_reported_at=reported_at).to_report is to_report


@pytest.mark.parametrize(
    ("kind", "outcome", "status"),
    [
        (Kind.DISPUTE, "调解成功", Status.AGREED),
        (Kind.DISPUTE, "调解不成", Status.TERMINATED),
        (Kind.DISPUTE, "撤回", Status.WITHDRAWN),
        (Kind.DISPUTE, "转送", Status.TRANSFERRED),
        (Kind.DISPUTE, None, Status.CLOSED),
        (Kind.EVENT, None, Status.CLOSED),
    ],
)
def test_a_case_of_a_ledger_stands_where_its_outcome_has_brought_it(
    kind: Kind, outcome: str | None, status: Status
) -> None:
    assert ended(kind, outcome) is status


def test_the_names_of_a_side_are_written_as_in_a_ledger() -> None:
    parties = (
        Party(side=Side.A, name="演示甲"),
        Party(side=Side.B, name="演示乙"),
        Party(side=Side.A, name="演示公司"),
    )
    assert [names_of(parties, side) for side in Side] == ["演示甲、演示公司", "演示乙", None]


def test_a_dispute_is_found_by_its_people_places_and_numbers() -> None:
    case = dispute(
        address="演示路8号",
        project="演示项目",
        parties=(Party(side=Side.A, name="演示甲", phone="13800000000", agent="演示律师"),),
        closings=(replace(SUCCEEDED, number="（2018）演示调字第1号"),),
    )
    assert {"演示路8号", "演示项目", "演示甲", "13800000000", "演示律师", "（2018）演示调字第1号"} <= {
        *case.searchable()
    }


def test_a_dispute_is_not_found_by_the_numbers_of_documents() -> None:
    case = dispute(parties=(Party(side=Side.A, name="演示甲", paper_number="331121198001010018"),))
    assert "331121198001010018" not in case.searchable()

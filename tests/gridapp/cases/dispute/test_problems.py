"""What is wrong with the particulars of a move with a dispute: told at once, each under its own field."""

from decimal import Decimal

import pytest

from gridapp.domain.dispute import AgreementForm, Dispute, Risk
from gridapp.domain.mediation import Term
from gridapp.domain.move import Move
from gridapp.domain.problem import Unacceptable
from gridapp.domain.status import Status
from tests.gridapp.cases.dispute.courses import OWED, after, dispute_in
from tests.offices import at

EARLIER = at(2018, 3, 1)


def told(case: Dispute, move: Move, **particulars: object) -> list[tuple[str, str]]:
    """The problems of a move, each by its field and code; none where it can be made."""
    try:
        after(case, move, **particulars)
    except Unacceptable as refused:
        return [(problem.field, problem.code) for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    ("fields", "particulars", "problems"),
    [
        ({}, {"form": AgreementForm.ORAL, "terms": OWED, "at_once": True}, []),
        ({}, {"form": AgreementForm.ORAL, "terms": OWED}, [("form", "written")]),
        ({"level": "重大", "chief": "演示首席"}, {"form": AgreementForm.ORAL, "at_once": True}, [("form", "written")]),
        ({"difficult": True}, {"form": AgreementForm.ORAL, "at_once": True}, [("form", "written")]),
        ({"difficult": True}, {"form": AgreementForm.WRITTEN}, []),
        ({"level": "较大"}, {"form": AgreementForm.ORAL, "at_once": True}, []),
        ({}, {"form": AgreementForm.NONE}, [("form", "unknown")]),
        ({}, {"effective_at": EARLIER}, [("effective_at", "order")]),
        ({}, {"effective_at": at(2018, 3, 6)}, []),
    ],
)
def test_an_agreement_is_written_where_the_law_wants_it(
    fields: dict[str, object], particulars: dict[str, object], problems: list[tuple[str, str]]
) -> None:
    case = dispute_in(Status.MEDIATING, **fields)
    assert told(case, Move.AGREE, **particulars) == problems


@pytest.mark.parametrize(
    ("term", "at_once", "problem"),
    [
        (Term(agreement=0, what=" ", due_at=at(2018, 5, 1)), False, "required"),
        (Term(agreement=0, what="支付", amount=Decimal(0), due_at=at(2018, 5, 1)), False, "amount"),
        (Term(agreement=0, what="支付", due_at=EARLIER), False, "order"),
        (Term(agreement=0, what="支付"), False, "due"),
        (Term(agreement=0, what="支付"), True, None),
    ],
)
def test_every_term_says_what_is_to_be_done_and_by_when(term: Term, at_once: bool, problem: str | None) -> None:
    expected = [("terms", problem)] if problem else []
    assert told(dispute_in(Status.MEDIATING), Move.AGREE, terms=(*OWED, term), at_once=at_once) == expected


def test_a_term_is_performed_once() -> None:
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, terms=(*OWED, *OWED))
    done = after(case, Move.PERFORM, term=1)
    assert [told(done, Move.PERFORM, term=n) for n in (0, 1, 2, 3)] == [
        [("term", "unknown")],
        [("term", "unknown")],
        [],
        [("term", "unknown")],
    ]


def test_a_term_of_an_earlier_agreement_is_not_performed_for_the_present_one() -> None:
    again = after(after(dispute_in(Status.PERFORMING), Move.REOPEN), Move.AGREE, terms=OWED)
    assert told(again, Move.PERFORM, term=1) == [("term", "unknown")]


@pytest.mark.parametrize("move", [Move.MEDIATE, Move.CANCEL_SESSION])
def test_only_a_session_that_is_awaited_is_held_or_called_off(move: Move) -> None:
    case = after(dispute_in(Status.MEDIATING), Move.SCHEDULE)
    assert [told(case, move, session=n) for n in (0, 1, 2, 3)] == [
        [("session", "unknown")],
        [("session", "unknown")],
        [],
        [("session", "unknown")],
    ]


@pytest.mark.parametrize(("minutes", "problems"), [(0, True), (1, False), (480, False), (481, True)])
def test_a_session_takes_between_a_minute_and_eight_hours(minutes: int, problems: bool) -> None:
    found = told(dispute_in(Status.ACCEPTED), Move.SCHEDULE, minutes=minutes)
    assert found == ([("minutes", "count")] if problems else [])


def test_an_appointment_is_made_for_later() -> None:
    case = dispute_in(Status.ACCEPTED)
    assert told(case, Move.SCHEDULE, meet_at=case.last_moment) == [("meet_at", "order")]


def test_a_dispute_is_handed_over_to_somebody_else_or_in_another_way() -> None:
    given = after(dispute_in(Status.MEDIATING), Move.HAND_OVER)
    assert told(given, Move.HAND_OVER) == [("unit", "same")]
    assert told(given, Move.HAND_OVER, unit="演示县调委会") == []
    assert told(given, Move.HAND_OVER, mode="司法调解") == []


@pytest.mark.parametrize(
    ("risk", "opinion", "problems"),
    [
        (Risk.HIGH, "", [("opinion", "required")]),
        (Risk.MIDDLE, " ", [("opinion", "required")]),
        (Risk.HIGH, "演示：已劝离", []),
        (Risk.LOW, "", []),
        (Risk.NONE, "", []),
    ],
)
def test_where_there_is_a_risk_what_was_done_against_it_is_said(
    risk: Risk, opinion: str, problems: list[tuple[str, str]]
) -> None:
    assert told(dispute_in(Status.ACCEPTED), Move.ASSESS_RISK, risk=risk, opinion=opinion) == problems


def test_a_ruling_has_the_number_of_its_document() -> None:
    received = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION, Move.COURT_RECEIVES)
    assert told(received, Move.COURT_RULES, number=" ") == [("number", "required")]


def test_a_prevention_concerns_somebody() -> None:
    assert told(dispute_in(Status.ACCEPTED), Move.RECORD_PREVENTION, people=0) == [("people", "count")]


def test_a_charge_is_put_off_and_never_brought_forward() -> None:
    case = after(dispute_in(Status.ACCEPTED), Move.TAKE_CHARGE, until=at(2018, 5, 1))
    assert told(case, Move.EXTEND_CHARGE, until=at(2018, 4, 1)) == [("until", "order")]
    assert told(case, Move.EXTEND_CHARGE, until=at(2018, 5, 1)) == [("until", "order")]
    assert told(case, Move.EXTEND_CHARGE, until=at(2018, 5, 2)) == []


def test_a_charge_ends_after_it_was_taken() -> None:
    assert told(dispute_in(Status.ACCEPTED), Move.TAKE_CHARGE, until=EARLIER) == [("until", "order")]

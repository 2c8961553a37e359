"""What the work on a dispute counts for, each thing on its own day."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case
from gridapp.domain.mediation import (
    Confirmation,
    CourtReception,
    CourtRuling,
    Harm,
    Prevention,
    Purpose,
    Session,
    SessionResult,
)
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from tests.gridapp.bare_cases import dispute
from tests.offices import at


def lines(case: Case, *measures: str) -> list[tuple[str, date, Decimal]]:
    names = {f"dispute.{name}": name for name in measures}
    return sorted((names[p.measure], p.day, p.quantity) for p in postings_of(case) if p.measure in names)


def one(name: str, month: int, day: int, quantity: int = 1) -> tuple[str, date, Decimal]:
    return name, date(2018, month, day), Decimal(quantity)


def step(move: Move, status: Status, month: int, day: int) -> Step:
    return Step(move=move, at=at(2018, month, day, 9), person="演示员", status=status)


def held(purpose: Purpose, month: int, day: int, result: str | None = None) -> Session:
    return Session(purpose=purpose, held_at=at(2018, month, day, 9), result=result)


def test_sessions_count_when_they_were_held_and_somebody_came() -> None:
    sessions = (
        held(Purpose.MEDIATION, 2, 1, SessionResult.TO_BE_CONTINUED),
        held(Purpose.MEDIATION, 2, 1, SessionResult.NOT_AGREED),
        held(Purpose.MEDIATION, 2, 3, SessionResult.ABSENT),
        held(Purpose.INQUIRY, 2, 4),
        held(Purpose.TALK, 2, 5),
        Session(purpose=Purpose.MEDIATION, planned_at=at(2018, 2, 6, 9)),
        Session(purpose=Purpose.MEDIATION, planned_at=at(2018, 2, 7, 9), cancelled_at=at(2018, 2, 6, 9)),
    )
    assert lines(dispute(sessions=sessions), "sessions") == [one("sessions", 2, 1, 2)]


@pytest.mark.parametrize(
    ("sessions", "revisited_at", "days"),
    [
        ((), None, []),
        ((), at(2018, 2, 1), [one("revisited", 2, 1)]),
        ((held(Purpose.REVISIT, 2, 1),), at(2018, 2, 1, 9), [one("revisited", 2, 1)]),
        ((held(Purpose.REVISIT, 2, 1),), None, [one("revisited", 2, 1)]),
        (
            (held(Purpose.REVISIT, 2, 1), held(Purpose.REVISIT, 3, 1)),
            at(2018, 3, 1, 9),
            [one("revisited", 2, 1), one("revisited", 3, 1)],
        ),
    ],
)
def test_every_revisit_counts_once_with_or_without_a_record(
    sessions: tuple[Session, ...], revisited_at: datetime | None, days: list[tuple[str, date, Decimal]]
) -> None:
    assert lines(dispute(sessions=sessions, revisited_at=revisited_at), "revisited") == days


def test_an_application_and_a_confirmation_count_on_their_own_days() -> None:
    valid = Confirmation(
        agreement=1,
        court="演示县人民法院",
        applied_at=at(2018, 2, 1),
        reception=CourtReception.ACCEPTED,
        ruling=CourtRuling.VALID,
        ruled_at=at(2018, 2, 20),
    )
    assert lines(dispute(confirmations=(valid,)), "confirmations_applied", "confirmed") == [
        one("confirmations_applied", 2, 1),
        one("confirmed", 2, 20),
    ]


@pytest.mark.parametrize("ruling", [None, CourtRuling.DISMISSED, CourtRuling.WITHDRAWN])
def test_another_ruling_confirms_nothing(ruling: CourtRuling | None) -> None:
    ruled_at = at(2018, 2, 20) if ruling else None
    asked = Confirmation(agreement=1, court="演示", applied_at=at(2018, 2, 1), ruling=ruling, ruled_at=ruled_at)
    assert lines(dispute(confirmations=(asked,)), "confirmed") == []


@pytest.mark.parametrize(
    ("harm", "cases", "people"),
    [
        (Harm.CRIME, "prevented_crimes", "prevented_crime_people"),
        (Harm.SUICIDE, "prevented_suicides", "prevented_suicide_people"),
        (Harm.BRAWL, "prevented_brawls", "prevented_brawl_people"),
        (Harm.GROUP_PETITION, "prevented_group_petitions", "prevented_group_petition_people"),
    ],
)
def test_a_harm_that_was_prevented_counts_with_its_people(harm: Harm, cases: str, people: str) -> None:
    case = dispute(preventions=(Prevention(harm=harm, people=7, at=at(2018, 2, 1)),))
    prevented = {p.measure for p in postings_of(case) if "prevented" in p.measure}
    assert lines(case, cases, people) == sorted([one(cases, 2, 1), one(people, 2, 1, 7)])
    assert prevented == {f"dispute.{cases}", f"dispute.{people}"}


AGREED = step(Move.AGREE, Status.PERFORMING, 2, 1)
BROKEN = step(Move.BREACH, Status.UNPERFORMED, 2, 5)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((AGREED,), []),
        ((step(Move.AGREE, Status.PERFORMED, 2, 1),), [one("performed", 2, 1)]),
        ((AGREED, step(Move.PERFORM, Status.PERFORMING, 2, 5)), []),
        ((AGREED, step(Move.PERFORM, Status.PERFORMED, 2, 5)), [one("performed", 2, 5)]),
        (
            (AGREED, step(Move.PERFORM, Status.PERFORMED, 2, 5), step(Move.REVISIT, Status.PERFORMED, 3, 1)),
            [one("performed", 2, 5)],
        ),
        (
            (AGREED, step(Move.PERFORM, Status.PERFORMED, 2, 5), step(Move.ARCHIVE, Status.ARCHIVED, 3, 1)),
            [one("performed", 2, 5)],
        ),
        (
            (AGREED, step(Move.PERFORM, Status.PERFORMED, 2, 5), step(Move.REOPEN, Status.REOPENED, 3, 1)),
            [one("performed", 2, 5), one("performed", 3, 1, -1)],
        ),
        ((AGREED, BROKEN), [one("unperformed", 2, 5)]),
        (
            (AGREED, BROKEN, step(Move.PERFORM, Status.PERFORMED, 3, 1)),
            [one("performed", 3, 1), one("unperformed", 2, 5), one("unperformed", 3, 1, -1)],
        ),
        (
            (AGREED, BROKEN, step(Move.PERFORM, Status.PERFORMING, 3, 1)),
            [one("unperformed", 2, 5), one("unperformed", 3, 1, -1)],
        ),
        ((AGREED, BROKEN, step(Move.ARCHIVE, Status.ARCHIVED, 3, 1)), [one("unperformed", 2, 5)]),
    ],
)
def test_an_agreement_stands_performed_or_broken_until_a_step_undoes_it(
    steps: tuple[Step, ...], expected: list[tuple[str, date, Decimal]]
) -> None:
    assert lines(dispute(steps=steps), "performed", "unperformed") == expected

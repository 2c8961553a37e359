"""The dates of mediation on the calendar of 2018, each worked out by hand (domain.md §3.2, §9.5).

清明 is off from 5 to 7 April and Sunday the 8th is worked; 劳动节 from 29 April to 1 May with Saturday the 28th worked;
端午 from 16 to 18 June; 国庆 from 1 to 7 October with the weekend of 29 and 30 September worked; 春节 from 15 to 21
February with Sunday the 11th and Saturday the 24th worked. A limit that ends with a day is over at the next midnight.
"""

from datetime import date, datetime, timedelta

import pytest

from gridapp.cases.dispute.record import registered
from gridapp.cases.taken import taken
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import CourtReception
from gridapp.domain.mediation_limit import MediationStage, mediation_due, mediation_limits
from gridapp.domain.moment import end_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Unacceptable
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import dispute
from tests.gridapp.cases.dispute.courses import OWED, order
from tests.offices import DEADLINES, at, dispute_draft


def made(case: Dispute, move: Move, when: datetime, **particulars: object) -> Dispute:
    """A dispute after a move at a moment."""
    changed = taken(case, order(move, when, **particulars), DEADLINES, "演示员", when)
    assert isinstance(changed, Dispute)
    return changed


def accepted(when: datetime, **fields: object) -> Dispute:
    """A dispute that was reported and received at one moment."""
    return made(dispute(reported=when, **fields), Move.ACCEPT, when)


def agreed(when: datetime, **particulars: object) -> Dispute:
    """A dispute whose parties agreed in writing, the day after it was received."""
    return made(accepted(when - timedelta(days=1)), Move.AGREE, when, **particulars)


def applied(when: datetime) -> Dispute:
    """A dispute whose parties asked the court to confirm the agreement of the same day."""
    return made(agreed(when), Move.APPLY_CONFIRMATION, when)


@pytest.mark.parametrize(
    ("reported", "last"),
    [
        (at(2018, 3, 5, 9), date(2018, 3, 8)),
        (at(2018, 2, 13, 9), date(2018, 2, 23)),
        (at(2018, 4, 4, 9), date(2018, 4, 10)),
        (at(2018, 4, 27, 9), date(2018, 5, 3)),
        (at(2018, 6, 14, 9), date(2018, 6, 20)),
        (at(2018, 6, 16, 9), date(2018, 6, 21)),
        (at(2018, 9, 28, 9), date(2018, 10, 8)),
        (at(2018, 10, 3, 23, 59), date(2018, 10, 10)),
    ],
)
def test_a_dispute_is_to_be_received_within_three_working_days(reported: datetime, last: date) -> None:
    new = registered(dispute_draft(reported), reported, "演示", DEADLINES, "演示员", reported)
    assert new.step_due_at == end_of(last)


@pytest.mark.parametrize(
    ("when", "last"),
    [
        (at(2018, 3, 5, 9), date(2018, 4, 4)),
        (at(2018, 3, 6, 9), date(2018, 4, 8)),
        (at(2018, 3, 6, 23, 59), date(2018, 4, 8)),
        (at(2018, 3, 10, 0), date(2018, 4, 9)),
        (at(2018, 1, 16, 9), date(2018, 2, 22)),
        (at(2018, 1, 25, 9), date(2018, 2, 24)),
        (at(2018, 3, 29, 9), date(2018, 4, 28)),
        (at(2018, 3, 30, 9), date(2018, 5, 2)),
        (at(2018, 5, 17, 9), date(2018, 6, 19)),
        (at(2018, 8, 30, 9), date(2018, 9, 29)),
        (at(2018, 9, 3, 9), date(2018, 10, 8)),
        (at(2018, 12, 1, 9), date(2019, 1, 2)),
    ],
)
def test_mediation_takes_a_month_that_ends_on_a_working_day(when: datetime, last: date) -> None:
    assert accepted(when).due_at == end_of(last)


def test_a_limit_that_a_ledger_gave_stays() -> None:
    assert accepted(at(2018, 3, 5, 9), due_at=at(2018, 3, 20)).due_at == at(2018, 3, 20)


def test_handing_over_gives_no_new_month() -> None:
    case = accepted(at(2018, 3, 5, 9))
    assert made(case, Move.HAND_OVER, at(2018, 3, 20, 9)).due_at == end_of(date(2018, 4, 4))


@pytest.mark.parametrize(
    ("last", "refused"),
    [
        (date(2018, 4, 3), "order"),
        (date(2018, 4, 4), "order"),
        (date(2018, 4, 5), None),
        (date(2018, 5, 4), None),
        (date(2018, 5, 5), "longer"),
    ],
)
def test_a_month_is_put_off_by_thirty_days_at_most(last: date, refused: str | None) -> None:
    case, when = accepted(at(2018, 3, 5, 9)), at(2018, 4, 2, 9)
    assert case.due_at == end_of(date(2018, 4, 4))
    if refused is None:
        assert made(case, Move.EXTEND, when, until=end_of(last)).due_at == end_of(last)
        return
    with pytest.raises(Unacceptable) as told:
        made(case, Move.EXTEND, when, until=end_of(last))
    assert [(problem.field, problem.code) for problem in told.value.problems] == [("until", refused)]


def test_thirty_days_are_counted_from_the_last_day_of_a_limit_that_ends_by_day() -> None:
    case = accepted(at(2018, 3, 5, 9), due_at=at(2018, 4, 4, 17, 30))
    longest = end_of(date(2018, 5, 4))
    assert made(case, Move.EXTEND, at(2018, 4, 2, 9), until=longest).due_at == longest


def test_a_month_is_put_off_only_where_both_parties_ask_for_it() -> None:
    until = end_of(date(2018, 5, 4))
    with pytest.raises(Unacceptable) as told:
        made(accepted(at(2018, 3, 5, 9)), Move.EXTEND, at(2018, 4, 2, 9), both_ask=False, until=until)
    assert [problem.field for problem in told.value.problems] == ["both_ask"]


@pytest.mark.parametrize(
    ("when", "last"),
    [
        (at(2018, 3, 5, 9), date(2018, 4, 4)),
        (at(2018, 3, 7, 9), date(2018, 4, 8)),
        (at(2018, 6, 4, 9), date(2018, 7, 4)),
        (at(2018, 9, 5, 9), date(2018, 10, 8)),
    ],
)
def test_the_parties_are_visited_within_thirty_days_of_their_agreement(when: datetime, last: date) -> None:
    assert agreed(when).revisit_due_at == end_of(last)


@pytest.mark.parametrize(
    ("when", "effective_at", "last"),
    [
        (at(2018, 3, 5, 9), None, date(2018, 4, 4)),
        (at(2018, 3, 6, 9), None, date(2018, 4, 8)),
        (at(2018, 3, 6, 9), at(2018, 3, 10), date(2018, 4, 9)),
        (at(2018, 5, 18, 9), None, date(2018, 6, 19)),
        (at(2018, 9, 1, 9), None, date(2018, 10, 8)),
    ],
)
def test_both_may_ask_the_court_within_thirty_days_from_when_the_agreement_binds(
    when: datetime, effective_at: datetime | None, last: date
) -> None:
    case = agreed(when, effective_at=effective_at)
    assert case.confirm_due_at == end_of(last)
    in_time = end_of(last) - timedelta(minutes=1)
    assert made(case, Move.APPLY_CONFIRMATION, in_time).confirmation is not None
    with pytest.raises(Unacceptable) as told:
        made(case, Move.APPLY_CONFIRMATION, end_of(last))
    assert [(problem.field, problem.code) for problem in told.value.problems] == [("at", "late")]


@pytest.mark.parametrize(
    ("when", "last"),
    [
        (at(2018, 3, 12, 9), date(2018, 3, 15)),
        (at(2018, 4, 4, 9), date(2018, 4, 8)),
        (at(2018, 6, 15, 9), date(2018, 6, 19)),
        (at(2018, 9, 28, 9), date(2018, 10, 8)),
    ],
)
def test_the_court_says_within_three_days_whether_it_takes_an_application(when: datetime, last: date) -> None:
    assert applied(when).confirm_due_at == end_of(last)


@pytest.mark.parametrize(
    ("when", "last", "longest"),
    [
        (at(2018, 3, 12, 9), date(2018, 3, 27), date(2018, 4, 8)),
        (at(2018, 3, 22, 9), date(2018, 4, 8), date(2018, 4, 18)),
        (at(2018, 6, 4, 9), date(2018, 6, 19), date(2018, 6, 29)),
        (at(2018, 9, 17, 9), date(2018, 10, 8), date(2018, 10, 18)),
    ],
)
def test_the_court_rules_within_fifteen_days_and_may_take_ten_more(when: datetime, last: date, longest: date) -> None:
    received = made(applied(when), Move.COURT_RECEIVES, when)
    assert received.confirm_due_at == end_of(last)
    extended = made(received, Move.COURT_EXTENDS, when + timedelta(days=5))
    assert extended.confirm_due_at == end_of(longest)
    assert made(extended, Move.COURT_RULES, when + timedelta(days=6)).confirm_due_at is None


def test_a_refused_application_leaves_what_is_left_of_the_thirty_days() -> None:
    case = made(agreed(at(2018, 3, 6, 9)), Move.APPLY_CONFIRMATION, at(2018, 3, 20, 9))
    soon = made(case, Move.COURT_RECEIVES, at(2018, 3, 22, 9), reception=CourtReception.REFUSED)
    late = made(case, Move.COURT_RECEIVES, at(2018, 4, 9, 9), reception=CourtReception.REFUSED)
    assert (soon.confirm_due_at, late.confirm_due_at) == (end_of(date(2018, 4, 8)), None)


@pytest.mark.parametrize("move", [Move.FAIL, Move.WITHDRAW, Move.TRANSFER, Move.AGREE])
def test_a_dispute_is_filed_within_thirty_days_of_its_end(move: Move) -> None:
    case = made(accepted(at(2018, 3, 5, 9)), move, at(2018, 3, 6, 9))
    assert case.step_due_at == end_of(date(2018, 4, 8))


def test_a_dispute_that_is_still_performed_has_no_time_to_be_filed_by() -> None:
    case = agreed(at(2018, 3, 6, 9), terms=OWED)
    assert (case.status, case.step_due_at) == (Status.PERFORMING, None)
    assert made(case, Move.PERFORM, at(2018, 9, 4, 9)).step_due_at == end_of(date(2018, 10, 8))
    assert made(case, Move.BREACH, at(2018, 6, 4, 9)).step_due_at == end_of(date(2018, 7, 4))


def test_what_is_filed_is_waited_for_no_more() -> None:
    case = made(made(agreed(at(2018, 3, 6, 9)), Move.REVISIT, at(2018, 3, 9)), Move.ARCHIVE, at(2018, 3, 10))
    assert (case.step_due_at, case.revisit_due_at, case.confirm_due_at) == (None, None, None)


def test_a_dispute_that_is_reopened_has_a_month_from_then_on_unless_another_limit_is_set() -> None:
    failed = made(accepted(at(2018, 3, 5, 9)), Move.FAIL, at(2018, 3, 6, 9))
    again = at(2018, 5, 17, 9)
    assert made(failed, Move.REOPEN, again).due_at == end_of(date(2018, 6, 19))
    assert made(failed, Move.REOPEN, again, until=at(2018, 6, 1)).due_at == at(2018, 6, 1)


def test_a_year_without_a_calendar_gives_no_limit_rather_than_a_guess() -> None:
    when = at(2027, 3, 5, 9)
    new = registered(dispute_draft(when), when, "演示", DEADLINES, "演示员", when)
    case = applied(when)
    received = made(case, Move.COURT_RECEIVES, when)
    extended = made(received, Move.COURT_EXTENDS, when)
    limits = [new.step_due_at, accepted(when).due_at, case.revisit_due_at, case.step_due_at]
    limits += [found.confirm_due_at for found in (agreed(when), case, received, extended)]
    assert limits == [None] * 8


def test_a_limit_that_ends_in_a_year_without_a_calendar_is_not_guessed_either() -> None:
    assert accepted(at(2026, 12, 1, 9)).due_at == end_of(date(2026, 12, 31))
    assert accepted(at(2026, 12, 2, 9)).due_at is None


def test_the_limits_are_those_of_the_law_and_of_the_office() -> None:
    assert {stage: str(limit) for stage, limit in mediation_limits().items()} == {
        MediationStage.ACCEPT: "3d",
        MediationStage.MEDIATE: "30D",
        MediationStage.EXTEND: "30D",
        MediationStage.REVISIT: "30D",
        MediationStage.APPLY: "30D",
        MediationStage.RECEIVE: "3D",
        MediationStage.RULE: "15D",
        MediationStage.RULE_EXTENDED: "10D",
        MediationStage.ARCHIVE: "30D",
    }


@pytest.mark.parametrize("stage", MediationStage)
def test_each_stage_has_a_limit_and_a_name_of_its_own(stage: MediationStage) -> None:
    assert mediation_due(stage, at(2018, 3, 5, 9), DEADLINES) is not None
    assert [other for other in MediationStage if other.label == stage.label] == [stage]

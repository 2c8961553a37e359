"""What a move makes of a dispute: sessions, agreement and terms, confirmation, the leader's charge, its step."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from gridapp.domain.attachment import Attachment
from gridapp.domain.dispute import AgreementForm, Mode, Outcome, Risk
from gridapp.domain.mediation import (
    Confirmation,
    CourtReception,
    CourtRuling,
    Harm,
    Prevention,
    Purpose,
    SessionResult,
    Term,
)
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.gridapp.bare_cases import dispute
from tests.gridapp.cases.dispute.courses import HOUR, OWED, REPORTED, after, dispute_in
from tests.offices import at

MEET = at(2018, 3, 9, 9)
TWICE = (*OWED, Term(agreement=0, what="道歉", who="演示乙", due_at=at(2018, 5, 1)))
NUMBER = "（2018）演示调字第1号"


def test_a_dispute_is_received_by_a_committee_and_its_mediators() -> None:
    case = after(
        dispute(reported=REPORTED, co_mediators=("演示丙",)), Move.ACCEPT, unit="桐川村调委会", handler="演示调解员"
    )
    assert (case.accepted_at, case.unit, case.handler) == (REPORTED + HOUR, "桐川村调委会", "演示调解员")
    assert (case.informed, case.co_mediators) == ("书面", ("演示丙",))
    assert case.steps[-1].text == "书面告知权利义务"


def test_an_appointment_is_led_by_the_mediators_unless_others_are_named() -> None:
    received = after(dispute(reported=REPORTED, co_mediators=("演示丙",)), Move.ACCEPT)
    (session,) = after(received, Move.SCHEDULE, meet_at=MEET).sessions
    assert (session.purpose, session.planned_at, session.minutes) == (Purpose.MEDIATION, MEET, 90)
    assert (session.mediators, session.awaited) == (("演示调解员", "演示丙"), True)
    (other,) = after(received, Move.SCHEDULE, meet_at=MEET, minutes=30, mediators=("演示丁",)).sessions
    assert (other.minutes, other.mediators) == (30, ("演示丁",))


def test_a_session_held_is_the_one_that_was_due_by_that_day() -> None:
    planned = after(dispute_in(Status.ACCEPTED), Move.SCHEDULE, meet_at=REPORTED + 4 * HOUR, place="演示：祠堂")
    planned = after(planned, Move.SCHEDULE, meet_at=MEET + timedelta(days=3))
    held = after(planned, Move.MEDIATE, session_result=SessionResult.AGREED, mediators=("演示丁",))
    first, second = held.sessions
    assert (first.held_at, first.result, first.mediators) == (held.last_moment, SessionResult.AGREED, ("演示丁",))
    assert (first.place, first.record) == ("演示：村调解室", "演示：谈了一次")
    assert second.awaited


def test_a_session_that_nobody_planned_is_held_beside_those_planned_for_later() -> None:
    planned = after(dispute_in(Status.ACCEPTED), Move.SCHEDULE, meet_at=MEET)
    held = after(planned, Move.MEDIATE)
    assert [session.awaited for session in held.sessions] == [True, False]
    assert held.sessions[1].planned_at is None


def test_a_planned_session_may_be_held_before_its_day_where_it_is_chosen() -> None:
    planned = after(dispute_in(Status.ACCEPTED), Move.SCHEDULE, meet_at=MEET)
    (session,) = after(planned, Move.MEDIATE, session=1).sessions
    assert (session.planned_at, session.held_at) == (MEET, planned.last_moment + HOUR)


def test_the_nearest_appointment_is_called_off_unless_another_is_chosen() -> None:
    planned = after(dispute_in(Status.ACCEPTED), Move.SCHEDULE, meet_at=MEET + timedelta(days=1))
    planned = after(planned, Move.SCHEDULE, meet_at=MEET)
    nearest = after(planned, Move.CANCEL_SESSION).sessions
    assert [session.cancelled_at is None for session in nearest] == [True, False]
    assert nearest[1].reason == "演示：原因"
    chosen = after(planned, Move.CANCEL_SESSION, session=1).sessions
    assert [session.cancelled_at is None for session in chosen] == [False, True]


@pytest.mark.parametrize(
    ("move", "purpose"), [(Move.INQUIRE, Purpose.INQUIRY), (Move.MEDIATE, Purpose.MEDIATION), (Move.TALK, Purpose.TALK)]
)
def test_each_kind_of_meeting_is_kept_with_its_record(move: Move, purpose: Purpose) -> None:
    case = after(dispute_in(Status.ACCEPTED), Move.TAKE_CHARGE, move)
    (session,) = case.held(purpose)
    assert (session.present, session.record) == ("演示甲、演示乙", "演示：谈了一次")
    assert case.steps[-1].text is not None
    assert case.steps[-1].text.endswith("参加人：演示甲、演示乙；演示：谈了一次")


def test_the_next_committee_begins_anew_and_what_was_planned_falls_away() -> None:
    case = dispute(reported=REPORTED, mode=Mode.PEOPLE, committee="村", co_mediators=("演示丙",))
    planned = after(case, Move.ACCEPT, Move.SCHEDULE)
    given = after(planned, Move.HAND_OVER)
    assert (given.status, given.mode, given.unit) == (Status.ACCEPTED, Mode.ADMINISTRATIVE, "演示镇调委会")
    assert (given.handler, given.co_mediators, given.committee) == ("演示调解员乙", (), None)
    assert given.sessions[0].reason == "移交演示镇调委会"
    assert given.next_session_at is None
    assert given.due_at == planned.due_at


@pytest.mark.parametrize(
    ("particulars", "status"),
    [
        ({}, Status.AGREED),
        ({"terms": OWED}, Status.PERFORMING),
        ({"at_once": True}, Status.PERFORMED),
        ({"terms": OWED, "at_once": True}, Status.PERFORMED),
        ({"form": AgreementForm.ORAL, "terms": OWED, "at_once": True}, Status.PERFORMED),
        ({"form": AgreementForm.ORAL}, Status.AGREED),
    ],
)
def test_an_agreement_leads_to_where_its_terms_stand(particulars: dict[str, object], status: Status) -> None:
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, **particulars)
    assert case.status is status
    assert [term.performed_at is None for term in case.terms] == [status is Status.PERFORMING] * len(case.terms)


def test_an_agreement_is_kept_with_its_form_number_and_day() -> None:
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, effective_at=MEET, evidence="演示：协议书")
    closed = case.closed
    assert closed is not None
    assert (closed.outcome, closed.form, closed.number) == (Outcome.SUCCEEDED, "书面", "（2018）演示调字第1号")
    assert (closed.effective_at, closed.evidence, closed.result) == (MEET, "演示：协议书", "演示：和好")
    assert (closed.closed_at, closed.due_at) == (case.last_moment, case.due_at)


def test_terms_are_performed_one_by_one_and_the_last_ends_the_performing() -> None:
    owing = after(dispute_in(Status.MEDIATING), Move.AGREE, terms=TWICE)
    assert owing.next_term_due_at == at(2018, 5, 1)
    one = after(owing, Move.PERFORM, term=2)
    assert (one.status, one.open_terms, one.next_term_due_at) == (Status.PERFORMING, one.terms[:1], at(2018, 6, 30))
    assert (one.terms[1].performed_at, one.terms[1].receipt) == (one.last_moment, "演示：收条")
    both = after(one, Move.PERFORM, term=1)
    assert (both.status, both.open_terms, both.next_term_due_at) == (Status.PERFORMED, (), None)


def test_terms_are_performed_all_at_once_where_none_is_chosen() -> None:
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, terms=TWICE)
    done = after(case, Move.PERFORM)
    assert [term.performed_at for term in done.terms] == [done.last_moment] * 2
    early = after(after(case, Move.PERFORM, term=1), Move.PERFORM)
    assert early.terms[0].performed_at != early.terms[1].performed_at


def test_of_two_equal_terms_only_the_chosen_one_is_performed() -> None:
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, terms=(*OWED, *OWED))
    done = after(case, Move.PERFORM, term=2)
    assert [term.performed_at is None for term in done.terms] == [True, False]


def test_what_was_not_performed_in_time_may_still_be() -> None:
    case = dispute_in(Status.UNPERFORMED)
    assert case.open_terms == case.terms
    assert after(case, Move.PERFORM).status is Status.PERFORMED


@pytest.mark.parametrize(
    ("move", "outcome", "result"),
    [
        (Move.FAIL, Outcome.FAILED, "当事人拒绝或者放弃调解；演示：和好"),
        (Move.WITHDRAW, Outcome.WITHDRAWN, "演示：原因"),
        (Move.TRANSFER, Outcome.TRANSFERRED, "转送演示调委会：演示：原因"),
    ],
)
def test_each_other_end_has_its_outcome_and_no_agreement(move: Move, outcome: Outcome, result: str) -> None:
    case = after(after(dispute_in(Status.ACCEPTED), Move.SCHEDULE), move)
    closed = case.closed
    assert closed is not None
    assert (closed.outcome, closed.form, closed.result) == (outcome, AgreementForm.NONE, result)
    assert (case.revisit_due_at, case.confirm_due_at, case.terms) == (None, None, ())
    assert (case.next_session_at, case.sessions[0].reason) == (None, move.value)


def test_a_dispute_that_is_reopened_keeps_its_earlier_end_and_owes_nothing_of_it() -> None:
    settled = after(dispute_in(Status.PERFORMING), Move.REVISIT)
    case = after(settled, Move.REOPEN)
    assert (case.closed, case.closings[0].reopen_reason) == (None, "演示：原因")
    assert (case.open_terms, case.next_term_due_at) == ((), None)
    assert (case.revisited_at, case.satisfaction, case.revisit_due_at) == (None, None, None)
    assert len(case.held(Purpose.REVISIT)) == 1
    again = after(case, Move.AGREE, terms=TWICE)
    assert [term.agreement for term in again.terms] == [1, 2, 2]
    assert again.open_terms == again.terms[1:]


def test_what_a_second_agreement_obliges_to_is_performed_without_the_first() -> None:
    again = after(after(dispute_in(Status.PERFORMING), Move.REOPEN), Move.AGREE, terms=TWICE)
    done = after(again, Move.PERFORM)
    assert [term.performed_at is None for term in done.terms] == [True, False, False]


def test_a_visit_keeps_what_the_parties_said() -> None:
    case = after(dispute_in(Status.PERFORMED), Move.REVISIT, satisfaction="基本满意")
    assert (case.satisfaction, case.revisited_at, case.revisit_due_at) == ("基本满意", case.last_moment, None)
    assert case.held(Purpose.REVISIT)[0].result == "基本满意"
    assert case.status is Status.PERFORMED


@pytest.mark.parametrize("move", [Move.REVISIT, Move.REOPEN])
def test_a_visit_of_which_a_ledger_tells_the_day_alone_is_not_forgotten(move: Move) -> None:
    visited = replace(dispute_in(Status.PERFORMED), revisited_at=REPORTED + 4 * HOUR, satisfaction="满意")
    told, *others = after(visited, move).held(Purpose.REVISIT)
    assert (told.held_at, told.result, len(others)) == (visited.revisited_at, "满意", int(move is Move.REVISIT))


def test_an_application_goes_from_the_parties_through_the_court() -> None:
    asked = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION, unit="演示法院")
    assert asked.confirmation == Confirmation(agreement=1, court="演示法院", applied_at=asked.last_moment)
    received = after(asked, Move.COURT_RECEIVES)
    ruled = after(received, Move.COURT_RULES)
    confirmation = ruled.confirmation
    assert confirmation is not None
    assert (confirmation.reception, confirmation.received_at) == (CourtReception.ACCEPTED, received.last_moment)
    assert (confirmation.ruling, confirmation.ruled_at) == (CourtRuling.VALID, ruled.last_moment)
    assert (confirmation.document, confirmation.pending) == ("（2018）演示调确1号", False)
    assert ruled.status is Status.PERFORMING


def test_an_application_for_an_earlier_agreement_is_none_for_the_present_one() -> None:
    asked = after(dispute_in(Status.PERFORMING), Move.APPLY_CONFIRMATION)
    refused = after(asked, Move.COURT_RECEIVES, reception=CourtReception.REFUSED)
    again = after(refused, Move.REOPEN, Move.AGREE)
    assert (again.confirmation, len(again.confirmations)) == (None, 1)
    assert after(again, Move.APPLY_CONFIRMATION).confirmations[-1].agreement == 2


def test_a_risk_is_assessed_and_reported() -> None:
    case = after(dispute_in(Status.ACCEPTED), Move.ASSESS_RISK, risk=Risk.HIGH)
    assert (case.risk, case.to_report) == (Risk.HIGH, True)
    assert case.steps[-1].text == "激化风险高；演示：已劝离"
    told = after(case, Move.REPORT_POLICE, unit="演示派出所")
    assert (told.risk_reported_at, told.steps[-1].unit) == (told.last_moment, "演示派出所")


def test_every_prevention_is_kept_with_its_people() -> None:
    case = after(dispute_in(Status.TERMINATED), Move.RECORD_PREVENTION)
    case = after(case, Move.RECORD_PREVENTION, harm=Harm.SUICIDE, people=1)
    moments = [step.at for step in case.steps[-2:]]
    assert case.preventions == (
        Prevention(harm=Harm.CRIME, people=3, at=moments[0]),
        Prevention(harm=Harm.SUICIDE, people=1, at=moments[1]),
    )


def test_a_leader_makes_a_dispute_his_own_until_he_strikes_it_off() -> None:
    case = after(dispute_in(Status.MEDIATING), Move.TAKE_CHARGE, until=at(2018, 4, 1))
    charge = case.charge
    assert charge is not None
    assert (charge.leader, charge.unit, charge.person) == ("演示首席", "演示调委会", "演示调解员")
    assert (charge.plan, charge.due_at, case.chief) == ("演示：化解方案", at(2018, 4, 1), "演示首席")
    assert (case.unit, case.due_at) == (dispute_in(Status.MEDIATING).unit, dispute_in(Status.MEDIATING).due_at)
    later = after(case, Move.EXTEND_CHARGE, until=at(2018, 5, 1))
    assert later.charge_due_at == at(2018, 5, 1)
    ended = after(later, Move.END_CHARGE)
    assert (ended.charge, ended.charge_due_at) == (None, None)
    assert (ended.charges[0].ended_at, ended.charges[0].result) == (ended.last_moment, "演示：和好")


def test_files_prove_a_step_and_belong_to_it() -> None:
    case = dispute_in(Status.PERFORMING)
    receipt = Attachment(name="收条.jpg", sha256="0" * 64, size=1, added_at=REPORTED, added_by="演示员")
    done = after(case, Move.PERFORM, evidence="", attachments=(receipt,))
    assert done.attachments == (replace(receipt, step=len(done.steps)),)
    assert (done.steps[-1].evidence, done.terms[0].receipt) == ("见附件", "见附件")


def test_a_step_tells_what_was_agreed_so_that_it_reads_like_the_file() -> None:
    told = {"terms": OWED, "opinion": "演示：补充", "number": NUMBER}
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, **told)
    assert case.steps[-1].text == f"书面协议{NUMBER}；演示：和好；演示乙支付 500 元，2018-06-29 前；演示：补充"


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term(agreement=1, what="道歉"), "道歉"),
        (Term(agreement=1, what="支付", amount=Decimal("1200.50")), "支付 1200.5 元"),
        (Term(agreement=1, what="支付", amount=Decimal(10000)), "支付 10000 元"),
    ],
)
def test_a_term_is_told_in_one_line(term: Term, words: str) -> None:
    case = after(dispute_in(Status.MEDIATING), Move.AGREE, terms=(term,), at_once=True, number=NUMBER)
    assert case.steps[-1].text == f"书面协议{NUMBER}；演示：和好；{words}；当场履行"


def test_the_mediator_answers_as_soon_as_he_has_the_dispute() -> None:
    answerable = {status: dispute_in(status, first_receiver="演示首问").answerable for status in (*_FIRST, *_THEN)}
    assert answerable == {**dict.fromkeys(_FIRST, "演示首问"), **dict.fromkeys(_THEN, "演示调解员")}


_FIRST = (Status.REPORTED, Status.INVALID)
_THEN = (Status.ACCEPTED, Status.MEDIATING, Status.PERFORMING, Status.TERMINATED, Status.REOPENED)

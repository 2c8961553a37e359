"""Synthetic disputes: as an office has them, whole in themselves, and nobody's."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

import pytest

from gridapp.cases.dispute.file import missing_from_file
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose
from gridapp.domain.paper import CITIZEN_CARD, Citizen, citizen_of
from gridapp.domain.status import AGREED, MEDIATED, Status
from gridapp.sampling.cases import SampleCases
from gridapp.sampling.story import TODAY


@pytest.fixture(scope="module")
def disputes() -> Sequence[Dispute]:
    """The disputes among some thousands of cases of the last year."""
    sample = SampleCases(Random(4), ["990000001"], 20, 3)
    cases = [sample.case(n, TODAY - timedelta(days=365) * (1 - n / 12_000)) for n in range(1, 12_000)]
    return [case for case in cases if isinstance(case, Dispute)]


def share(disputes: Sequence[Dispute], outcome: Outcome) -> float:
    ended = [dispute.closed.outcome for dispute in disputes if dispute.closed]
    return ended.count(outcome) / len(ended)


def test_nearly_all_succeed_and_every_end_occurs(disputes: Sequence[Dispute]) -> None:
    assert 0.92 < share(disputes, Outcome.SUCCEEDED) < 0.96
    assert all(share(disputes, outcome) > 0.003 for outcome in Outcome)


def test_each_stands_where_its_course_has_brought_it(disputes: Sequence[Dispute]) -> None:
    unended = {dispute.status for dispute in disputes if dispute.closed is None}
    agreed = {d.status for d in disputes if d.closed and d.closed.outcome == Outcome.SUCCEEDED}
    ended = {dispute.status for dispute in disputes if dispute.closed}
    assert unended == {Status.REPORTED, Status.ACCEPTED, Status.MEDIATING}
    assert agreed == AGREED | {Status.ARCHIVED}
    assert ended == MEDIATED | {Status.ARCHIVED}


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("committee", {"村", "居", "乡镇", "企事业单位", "社会团体和其他组织"}),
        ("mode", set(Mode)),
        ("source", set(dispute_words().sources)),
        ("scale", set(dispute_words().scales)),
    ],
)
def test_every_word_of_a_list_occurs(disputes: Sequence[Dispute], field: str, words: set[str]) -> None:
    assert {getattr(dispute, field) for dispute in disputes} == words


def test_the_types_are_those_of_the_leaf(disputes: Sequence[Dispute]) -> None:
    assert {dispute.kind for dispute in disputes} == {Kind.DISPUTE}
    assert len({dispute.mediation_type for dispute in disputes}) > 10
    assert {dispute.monthly_type for dispute in disputes} <= {None, *dispute_words().monthly_types}


def test_a_file_that_is_closed_is_complete(disputes: Sequence[Dispute]) -> None:
    filed = [dispute for dispute in disputes if dispute.status is Status.ARCHIVED]
    assert filed
    assert [missing_from_file(dispute) for dispute in filed if missing_from_file(dispute)] == []


def test_agreements_have_numbers_that_no_other_has(disputes: Sequence[Dispute]) -> None:
    forms = AgreementForm.WRITTEN, AgreementForm.ORAL
    numbers = [dispute.closed.number for dispute in disputes if dispute.closed and dispute.closed.form in forms]
    assert None not in numbers
    assert len(set(numbers)) == len(numbers)


def test_whose_terms_are_left_is_not_performed(disputes: Sequence[Dispute]) -> None:
    left = [dispute.status for dispute in disputes if dispute.open_terms]
    assert set(left) == {Status.PERFORMING, Status.UNPERFORMED}


def test_no_session_is_held_before_the_report_or_waits_for_long(disputes: Sequence[Dispute]) -> None:
    for dispute in disputes:
        held = [s.held_at for s in dispute.held(Purpose.MEDIATION) if s.held_at is not None]
        assert held == sorted(held)
        assert all(moment >= dispute.reported_at for moment in held)
        assert dispute.next_session_at is None or dispute.next_session_at - TODAY < timedelta(days=30)


def test_a_citizen_number_is_well_formed_and_nobodys(disputes: Sequence[Dispute]) -> None:
    parties = [party for dispute in disputes for party in dispute.parties if party.paper == CITIZEN_CARD]
    citizens = [citizen_of(party.paper_number or "", date(2019, 1, 1)) for party in parties]
    assert {citizen.born_on.year if isinstance(citizen, Citizen) else citizen for citizen in citizens} == {1900}

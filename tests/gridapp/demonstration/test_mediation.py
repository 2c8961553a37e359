"""The demonstration's mediators: every state and every way of mediation is there, and what was filed is complete."""

from gridapp.cases.dispute.file import missing_from_file
from gridapp.cases.dispute.week import conflicts, week_of
from gridapp.domain.dispute import Dispute, Mode
from gridapp.domain.dispute_course import DISPUTE_COURSE
from gridapp.domain.kind import Kind
from gridapp.domain.party import MOST_REPRESENTATIVES
from gridapp.domain.status import AGREED, Status
from gridapp.ports import Office
from tests.gridapp.demonstration.towns import LAST_DAY, cases_of


def disputes_of(office: Office) -> list[Dispute]:
    return [case for case in cases_of(office, Kind.DISPUTE) if isinstance(case, Dispute)]


def test_every_state_and_every_mode_of_mediation_is_there(lived: Office) -> None:
    reachable = {passage.target for passage in DISPUTE_COURSE.values() if passage.target}
    assert {dispute.status for dispute in disputes_of(lived)} == reachable | AGREED | {Status.REPORTED}
    assert {dispute.mode for dispute in disputes_of(lived)} == set(Mode)


def test_a_mediator_and_a_room_are_wanted_twice_in_the_week_of_the_last_day(lived: Office) -> None:
    found = conflicts(week_of(lived.sessions, LAST_DAY))
    sentences = [sentence for against in found.values() for sentence in against]
    assert sum(sentence.startswith("陈洋同时约了") for sentence in sentences) == 2
    assert sum(sentence.startswith("水头镇人民调解委员会调解室同时约了") for sentence in sentences) == 2


def test_an_event_waits_for_its_dispute_another_was_fed_back_and_one_was_found_on_a_patrol(lived: Office) -> None:
    events = cases_of(lived, Kind.EVENT)
    assert {event.status for event in events} == {Status.REFERRED, Status.FEEDBACK, Status.ACCEPTED}
    (found,) = (event for event in events if event.status is Status.ACCEPTED)
    assert lived.cases.load(found.source_case or found.id).kind is Kind.PATROL


def test_what_was_filed_is_complete(lived: Office) -> None:
    filed = [dispute for dispute in disputes_of(lived) if dispute.status is Status.ARCHIVED]
    assert filed
    assert {dispute.title: missing_from_file(dispute) for dispute in filed if missing_from_file(dispute)} == {}


def test_a_crowd_has_as_many_representatives_as_the_law_allows(lived: Office) -> None:
    crowds = [sum(party.representative for party in dispute.parties) for dispute in disputes_of(lived)]
    assert max(crowds) == MOST_REPRESENTATIVES

"""The demonstration's mediators: what they did is lawful, invented, and done once."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.cases.dispute.file import missing_from_file
from gridapp.cases.dispute.week import conflicts, week_of
from gridapp.cases.queues import Queue, Seat, query_of, queues_of
from gridapp.demonstration.mediation import live_through, to_be_done
from gridapp.demonstration.stories import stories
from gridapp.domain.case import Case
from gridapp.domain.course import DISPUTE_COURSE
from gridapp.domain.dispute import Dispute, Mode
from gridapp.domain.kind import Kind
from gridapp.domain.moment import end_of
from gridapp.domain.paper import CITIZEN_CARD, Citizen, citizen_of
from gridapp.domain.party import MOST_REPRESENTATIVES, Party
from gridapp.domain.status import AGREED, Status
from gridapp.ports import CaseQuery, Office
from gridapp.registers.areas import adopt

STAFF = Path(__file__).parents[3] / "resources" / "demonstration" / "staff.csv"
TOWNS = ("331121103", "330326102")
LAST_DAY = date(2018, 6, 30)
LAST_MINUTE = end_of(LAST_DAY) - timedelta(minutes=1)
PARTIES = [party for story in stories() for party in story.fields.get("parties", ())]


def towns_in(path: Path) -> Iterator[Office]:
    with open_office(str(path)) as office:
        for town in TOWNS:
            adopt(office.registers, town)
        yield office


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office in which every story has happened; its tests change nothing."""
    for office in towns_in(tmp_path_factory.mktemp("lived") / "office.db"):
        live_through(office)
        yield office


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Office]:
    """An office of the two towns in which nothing has happened."""
    yield from towns_in(tmp_path / "office.db")


def cases_of(office: Office, kind: Kind = Kind.DISPUTE) -> Mapping[str, Case]:
    found = office.cases.load_all(office.lists.find_ids(CaseQuery(kind=kind)))
    return {case.title: case for case in found.values()}


def told(office: Office) -> Mapping[str, tuple[str, Status, object]]:
    """What the cases say of themselves; their identities are new in each office."""
    cases = {**cases_of(office), **cases_of(office, Kind.EVENT)}
    return {title: (case.number, case.status, case.steps) for title, case in cases.items()}


def test_nothing_in_it_is_taken_for_real() -> None:
    names = [party.name for party in PARTIES] + [party.agent for party in PARTIES if party.agent]
    titles = [story.title for story in stories()]
    assert [name for name in names + titles if not name.startswith("演示")] == []
    assert {party.phone[:7] for party in PARTIES if party.phone} == {"1370000"}


def test_titles_tell_the_stories_apart() -> None:
    titles = [story.title for story in stories()]
    assert len(set(titles)) == len(titles) >= 27


@pytest.mark.parametrize("party", [party for party in PARTIES if party.paper == CITIZEN_CARD], ids=lambda p: p.name)
def test_a_citizen_number_is_well_formed_and_nobodys(party: Party) -> None:
    citizen = citizen_of(party.paper_number or "", LAST_DAY)
    assert isinstance(citizen, Citizen)
    assert citizen.born_on.year == 1900


def test_every_state_and_every_mode_of_mediation_is_there(lived: Office) -> None:
    disputes = [case for case in cases_of(lived).values() if isinstance(case, Dispute)]
    reachable = {passage.target for passage in DISPUTE_COURSE.values() if passage.target}
    assert {dispute.status for dispute in disputes} == reachable | AGREED | {Status.REPORTED}
    assert {dispute.mode for dispute in disputes} == set(Mode)


@pytest.mark.parametrize("queue", queues_of(Kind.DISPUTE))
def test_no_queue_of_the_mediators_is_empty(lived: Office, queue: Queue) -> None:
    assert lived.lists.count(query_of(queue, Kind.DISPUTE, Seat("演示员"), LAST_MINUTE)) > 0


def test_a_mediator_and_a_room_are_wanted_twice_in_the_week_of_the_last_day(lived: Office) -> None:
    found = conflicts(week_of(lived.sessions, LAST_DAY))
    sentences = [sentence for against in found.values() for sentence in against]
    assert sum(sentence.startswith("陈洋同时约了") for sentence in sentences) == 2
    assert sum(sentence.startswith("水头镇人民调解委员会调解室同时约了") for sentence in sentences) == 2


def test_an_event_waits_for_its_dispute_and_another_was_fed_back(lived: Office) -> None:
    assert {event.status for event in cases_of(lived, Kind.EVENT).values()} == {Status.REFERRED, Status.FEEDBACK}


def test_what_was_filed_is_complete(lived: Office) -> None:
    filed = [case for case in cases_of(lived).values() if isinstance(case, Dispute) and case.status is Status.ARCHIVED]
    assert filed
    assert {dispute.title: missing_from_file(dispute) for dispute in filed if missing_from_file(dispute)} == {}


def test_a_crowd_has_as_many_representatives_as_the_law_allows(lived: Office) -> None:
    crowds = [
        sum(party.representative for party in dispute.parties)
        for dispute in cases_of(lived).values()
        if isinstance(dispute, Dispute)
    ]
    assert max(crowds) == MOST_REPRESENTATIVES


def test_the_same_happens_on_either_database(office: Office, lived: Office) -> None:
    for town in TOWNS:
        adopt(office.registers, town)
    live_through(office)
    assert told(office) == told(lived)


def test_nothing_is_done_twice(fresh: Office) -> None:
    live_through(fresh)
    before = told(fresh)
    live_through(fresh)
    assert told(fresh) == before


@pytest.mark.parametrize("done", [1, 40, 100])
def test_days_that_were_broken_off_are_gone_on_with(fresh: Office, lived: Office, done: int) -> None:
    for deed in to_be_done(fresh)[:done]:
        deed.act()
    live_through(fresh)
    assert told(fresh) == told(lived)


def test_everything_was_done_by_the_staff(lived: Office) -> None:
    staff = {row["name"] for row in csv.DictReader(STAFF.read_text(encoding="utf-8").splitlines())}
    doers = {entry.person for case in cases_of(lived).values() for entry in lived.cases.history(case.id)}
    assert doers - staff == set()


def test_each_step_stands_in_the_history_at_its_own_moment(lived: Office) -> None:
    for case in cases_of(lived).values():
        moments = [entry.at for entry in lived.cases.history(case.id)]
        assert moments == sorted(moments)
        assert {step.at for step in case.steps} <= set(moments)

"""The demonstration's days: what is done in them is lawful, invented, and done once."""

from collections.abc import Iterator

import pytest

from db.office import open_office
from gridapp.cases.queues import Queue, Seat, query_of, queues_of
from gridapp.demonstration.entries import entry_stories
from gridapp.demonstration.inspections import inspection_stories
from gridapp.demonstration.living import live_through, to_be_done
from gridapp.demonstration.stories import stories
from gridapp.domain.kind import Kind
from gridapp.domain.paper import CITIZEN_CARD, Citizen, citizen_of
from gridapp.domain.party import Party
from gridapp.domain.register_kinds import REGISTERS
from gridapp.ports import Office
from gridapp.registers.areas import adopt
from tests.gridapp.demonstration.towns import LAST_DAY, LAST_MINUTE, PARTIES, STAFF, TOWNS, cases_of, told

_QUEUED = [(kind, queue) for kind in (Kind.DISPUTE, Kind.PETITION, Kind.HAZARD) for queue in queues_of(kind)]


def names() -> Iterator[str]:
    """Everybody and everything that the stories invent."""
    yield from (party.name for party in PARTIES)
    yield from (party.agent for party in PARTIES if party.agent)
    for story in stories():
        yield story.title
        yield from (story.fields[name] for name in ("petitioner", "accused", "reporter") if name in story.fields)
    for inspection in inspection_stories():
        yield inspection.place["name"]
        yield inspection.place["owner"]
        yield from (found.finding.title for found in inspection.found)
        yield from (found.finding.handler for found in inspection.found if found.finding.handler)
    for entry in entry_stories():
        yield entry.values.get("title", entry.values["note"])
        yield entry.values.get("guardian", entry.values["note"])


def test_nothing_in_it_is_taken_for_real() -> None:
    assert [name for name in names() if not name.startswith("演示")] == []


def test_telephone_numbers_are_of_a_made_up_block() -> None:
    told_of = [*(story.fields for story in stories()), *(entry.values for entry in entry_stories())]
    numbers = {party.phone for party in PARTIES} | {fields.get("phone") for fields in told_of}
    numbers |= {inspection.place.get("phone") for inspection in inspection_stories()}
    assert {number[:7] for number in numbers if number} == {"1370000"}


def test_titles_tell_the_stories_apart() -> None:
    titles = [story.title for story in stories()]
    titles += [inspection.name for inspection in inspection_stories()]
    titles += [entry.name for entry in entry_stories()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("party", [party for party in PARTIES if party.paper == CITIZEN_CARD], ids=lambda p: p.name)
def test_a_citizen_number_is_well_formed_and_nobodys(party: Party) -> None:
    citizen = citizen_of(party.paper_number or "", LAST_DAY)
    assert isinstance(citizen, Citizen)
    assert citizen.born_on.year == 1900


@pytest.mark.parametrize(("kind", "queue"), _QUEUED)
def test_no_queue_is_empty(lived: Office, kind: Kind, queue: Queue) -> None:
    assert lived.lists.count(query_of(queue, kind, Seat("演示员"), LAST_MINUTE)) > 0


@pytest.mark.parametrize("kind", sorted(REGISTERS - {Kind.ACCIDENT}))
def test_every_register_has_entries_but_that_of_accidents(lived: Office, kind: Kind) -> None:
    assert cases_of(lived, kind)
    assert cases_of(lived, Kind.ACCIDENT) == []


def test_the_same_happens_on_either_database(location: str, lived: Office) -> None:
    with open_office(location) as office:
        for town in TOWNS:
            adopt(office.registers, town)
        live_through(office)
        assert told(office) == told(lived)


def test_nothing_is_done_twice(fresh: Office) -> None:
    live_through(fresh)
    before = told(fresh)
    assert to_be_done(fresh) == []
    live_through(fresh)
    assert told(fresh) == before


@pytest.mark.parametrize("done", [1, 60, 200, 330])
def test_days_that_were_broken_off_are_gone_on_with(fresh: Office, lived: Office, done: int) -> None:
    for deed in to_be_done(fresh)[:done]:
        deed.act()
    live_through(fresh)
    assert told(fresh) == told(lived)


def test_everything_was_done_by_the_staff(lived: Office) -> None:
    doers = {entry.person for case in cases_of(lived, *Kind) for entry in lived.cases.history(case.id)}
    assert doers - STAFF == set()


def test_each_step_stands_in_the_history_at_its_own_moment(lived: Office) -> None:
    for case in cases_of(lived, *Kind):
        moments = [entry.at for entry in lived.cases.history(case.id)]
        assert moments == sorted(moments)
        assert {step.at for step in case.steps} <= set(moments)

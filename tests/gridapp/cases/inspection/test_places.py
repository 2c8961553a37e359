"""The register of places: found, changed with a trace, closed once nothing is open there."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from gridapp.cases.inspection.coverage import coverage
from gridapp.cases.inspection.places import amend, close, draft_of
from gridapp.domain.period import Period
from gridapp.domain.problem import Overtaken, Refusal, Unacceptable
from gridapp.ports import Office, PlaceQuery
from tests.gridapp.cases.inspection.inspected import draft, finding, on_file, place_draft, recorded
from tests.offices import ACTOR, NOW, TOWN, VILLAGES

MARCH = Period(date(2018, 3, 1), date(2018, 4, 1))


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, {"演示一号", "演示二号"}),
        ({"text": "一号"}, {"演示一号"}),
        ({"text": "ysyh"}, {"演示一号"}),
        ({"text": "张房东"}, {"演示二号"}),
        ({"types": ("合用场所",)}, {"演示二号"}),
        ({"village": VILLAGES[1]}, {"演示二号"}),
        ({"risks": ("较大",)}, {"演示一号"}),
        ({"inspected": True, "period": MARCH}, {"演示一号"}),
        ({"inspected": False, "period": MARCH}, {"演示二号"}),
    ],
)
def test_places_are_found(office: Office, query: dict[str, object], names: set[str]) -> None:
    first = on_file(office, "演示一号", risk="较大")
    on_file(office, "演示二号", place_type="合用场所", village=VILLAGES[1], owner="张房东")
    recorded(office, draft(first))
    wanted = PlaceQuery(town=TOWN, **query)  # type: ignore[arg-type]
    assert {row.place.name for row in office.places.find(wanted)} == names
    assert office.places.count(wanted) == len(names)


def test_a_change_is_kept_with_who_made_it(office: Office) -> None:
    place = on_file(office)
    changed = amend(
        office.places, office.registers.areas(), place.id, 1, replace(draft_of(place), phone="13800000000"), ACTOR, NOW
    )
    assert (office.places.load(place.id), changed.version) == (changed, 2)
    last = office.places.history(place.id)[-1]
    assert (last.person, last.changes) == (ACTOR.name, {"phone": (None, "13800000000")})


def test_a_second_editor_is_told(office: Office) -> None:
    place, areas = on_file(office), office.registers.areas()
    amend(office.places, areas, place.id, 1, replace(draft_of(place), note="演示"), ACTOR, NOW)
    with pytest.raises(Overtaken):
        amend(office.places, areas, place.id, 1, replace(draft_of(place), note="演示二"), ACTOR, NOW)


def test_the_same_name_and_type_is_the_same_place(office: Office) -> None:
    on_file(office)
    with pytest.raises(Unacceptable):
        on_file(office)
    assert on_file(office, place_type="合用场所").name == place_draft().name


def test_a_place_with_open_hazards_is_not_closed(office: Office) -> None:
    place = on_file(office)
    recorded(office, draft(place, [finding()]))
    with pytest.raises(Refusal):
        close(office.places, place.id, 1, date(2018, 6, 1), ACTOR, NOW)


def test_a_closed_place_is_found_among_the_closed_alone(office: Office) -> None:
    place = on_file(office)
    close(office.places, place.id, 1, date(2018, 6, 1), ACTOR, NOW)
    assert office.places.count(PlaceQuery(town=TOWN)) == 0
    assert office.places.count(PlaceQuery(town=TOWN, closed=True)) == 1


def test_coverage_counts_a_place_once_however_often_it_was_inspected(office: Office) -> None:
    first = on_file(office, "演示一号")
    on_file(office, "演示二号")
    for _ in range(2):
        recorded(office, draft(first))
    found = coverage(office.places, PlaceQuery(town=TOWN), MARCH)
    assert ([row.place.name for row in found.inspected], found.rate) == (["演示一号"], Fraction(1, 2))

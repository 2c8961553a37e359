"""Many hazards of one ledger registered at once: a place that several lines name is put on file once."""

from datetime import date

import pytest

from gridapp.cases.hazard.finding import Finding
from gridapp.cases.hazard.record_many import HazardLine, record_many
from gridapp.cases.inspection.places import close
from gridapp.cases.order import Order
from gridapp.domain.hazard import Hazard
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.ports.places import PlaceQuery
from tests.gridapp.cases.inspection.inspected import HELD, on_file
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES


def line(**fields: object) -> HazardLine:
    """A line that can be saved."""
    finding = Finding(title="演示：电线私拉", category="ZZ0501", handler="演示房东")
    values = {"place_name": "演示新店", "place_type": "沿街店铺", "village": VILLAGES[0], "reported_at": HELD}
    values |= {"late_reason": "演示：补录"}
    return HazardLine(finding=finding, town=TOWN, **(values | fields))  # type: ignore[arg-type]


def test_lines_of_one_new_place_stand_at_the_same_place(office: Office) -> None:
    lines = [line(), line(place_name=" 演示新店 ", village=VILLAGES[1]), line(place_name="演示另一店")]
    saved = record_many(office.cases, office.registers.areas(), DEADLINES, lines, ACTOR, NOW)
    hazards = [case for case in saved.values() if isinstance(case, Hazard)]
    assert hazards[0].place == hazards[1].place != hazards[2].place
    assert {row.place.name for row in office.places.find(PlaceQuery(town=TOWN))} == {"演示新店", "演示另一店"}
    assert [office.places.load(hazard.place).village for hazard in hazards if hazard.place][1] == VILLAGES[0]


def test_a_place_on_file_is_taken_as_it_is(office: Office) -> None:
    place = on_file(office)
    saved = record_many(
        office.cases,
        office.registers.areas(),
        DEADLINES,
        [line(place_name=place.name, place_type=place.place_type)],
        ACTOR,
        NOW,
    )
    assert [case.place for case in saved.values() if isinstance(case, Hazard)] == [place.id]
    assert [row.place for row in office.places.find(PlaceQuery(town=TOWN))] == [place]


def test_a_line_with_a_problem_is_left_out_with_its_place(office: Office) -> None:
    lines = [line(), line(place_name="演示未留", reported_at=None)]
    assert record_many(office.cases, office.registers.areas(), DEADLINES, lines, ACTOR, NOW).keys() == {0}
    assert [row.place.name for row in office.places.find(PlaceQuery(town=TOWN))] == ["演示新店"]


def test_no_open_hazard_comes_to_a_place_off_file(office: Office) -> None:
    place = on_file(office)
    close(office.places, place.id, place.version, date(2018, 2, 1), ACTOR, NOW)
    lines = [line(), line(place_name=place.name, place_type=place.place_type)]
    with pytest.raises(Refusal) as caught:
        record_many(office.cases, office.registers.areas(), DEADLINES, lines, ACTOR, NOW)
    assert place.name in str(caught.value)
    assert office.places.open_hazards(place.id) == 0
    recheck = Order(
        move=Move.RECHECK,
        at=HELD,
        recheck_result="合格",
        inspectors=("演示甲", "演示乙"),
        record="演示：看了",
        evidence="演示：照片",
        strike_off=True,
    )
    past = line(place_name=place.name, place_type=place.place_type, recheck=recheck)
    assert record_many(office.cases, office.registers.areas(), DEADLINES, [past], ACTOR, NOW).keys() == {0}

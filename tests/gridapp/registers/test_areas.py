"""The areas that come with the program, and how an office takes its town on file."""

import pytest

from db.office import open_office
from gridapp.domain.area import AreaKind
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.registers.areas import adopt, known_areas, town_for, town_with_newcomers


def test_every_known_area_lies_in_the_one_above_it() -> None:
    tree = known_areas()
    assert {town.name for town in tree.towns} == {"高湖镇", "水头镇"}
    for town in tree.towns:
        for village in tree.villages(town.code):
            assert (village.kind, village.code.startswith(town.code)) == (AreaKind.VILLAGE, True)
            assert {grid.kind for grid in tree.children(village.code)} == {AreaKind.GRID}


def test_no_two_villages_of_a_town_bear_one_name() -> None:
    tree = known_areas()
    for town in tree.towns:
        names = [village.name for village in tree.villages(town.code)]
        assert len(set(names)) == len(names)


def test_the_only_town_need_not_be_named(office: Office) -> None:
    assert town_for(office.registers, None).name == "高湖镇"


def test_of_several_towns_one_must_be_named(office: Office) -> None:
    town_for(office.registers, "水头镇")
    with pytest.raises(Refusal, match="请用 --town 指明乡镇，可选：高湖镇、水头镇"):
        town_for(office.registers, None)


def test_an_unknown_town_is_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="不认识乡镇“没有镇”"):
        town_for(office.registers, "没有镇")


def test_a_known_town_is_taken_on_file_whole_and_only_once(office: Office) -> None:
    town = town_for(office.registers, "水头镇")
    adopt(office.registers, town.code)
    assert town_for(office.registers, "水头镇") == town
    areas, known = office.registers.areas(), known_areas()
    assert areas.villages(town.code) == known.villages(town.code)
    for village in known.villages(town.code):
        assert areas.children(village.code) == known.children(village.code)


def test_looking_a_town_up_puts_nothing_on_file(office: Office, location: str) -> None:
    town, newcomers = town_with_newcomers(office.registers, "水头镇")
    assert newcomers[0] == town
    with open_office(location) as again:
        assert again.registers.areas().town_named("水头镇") is None


def test_a_town_on_file_brings_no_newcomers(office: Office) -> None:
    assert town_with_newcomers(office.registers, "高湖镇")[1] == ()

"""The tree of areas (区划): found by the names that people write, on days on which they exist."""

from datetime import date

import pytest

from gridapp.domain.area import Area, AreaKind, AreaTree
from tests.offices import TOWN, TOWN_AREAS, VILLAGES

TREE = AreaTree(TOWN_AREAS)
ANY_DAY = date(2018, 6, 11)


@pytest.mark.parametrize("name", ["桐川村", "桐川", "桐川社区", "桐川村委会", VILLAGES[0]])
def test_a_village_is_found_with_and_without_its_ending_and_by_code(name: str) -> None:
    found = TREE.child_named(TOWN, name, ANY_DAY)
    assert found is not None
    assert found.code == VILLAGES[0]


@pytest.mark.parametrize("name", ["", "村", "桐", "桐川村第1网格", "高湖镇"])
def test_another_name_finds_no_village(name: str) -> None:
    assert TREE.child_named(TOWN, name, ANY_DAY) is None


def test_of_two_villages_of_one_name_that_of_the_day_is_found() -> None:
    old = Area(code="old", kind=AreaKind.VILLAGE, parent=TOWN, name="合并村", valid_to=date(2018, 5, 31))
    new = Area(code="new", kind=AreaKind.VILLAGE, parent=TOWN, name="合并村", valid_from=date(2018, 6, 1))
    tree = AreaTree([*TOWN_AREAS, old, new])
    assert tree.child_named(TOWN, "合并村", date(2018, 5, 31)) == old
    assert tree.child_named(TOWN, "合并村", date(2018, 6, 1)) == new


def test_both_ends_of_validity_belong_to_it() -> None:
    area = Area(
        code="a", kind=AreaKind.VILLAGE, parent=TOWN, name="村", valid_from=date(2018, 1, 1), valid_to=date(2018, 1, 31)
    )
    days = [date(2017, 12, 31), date(2018, 1, 1), date(2018, 1, 31), date(2018, 2, 1)]
    assert [area.valid_on(day) for day in days] == [False, True, True, False]


def test_villages_come_in_the_offices_order() -> None:
    tree = AreaTree(reversed(TOWN_AREAS))
    assert [village.name for village in tree.villages(TOWN)] == ["桐川村", "内冯村", "西山村"]


def test_a_town_is_found_by_name_or_code() -> None:
    assert TREE.town_named("高湖镇") == TREE.town_named(TOWN) == TREE[TOWN]
    assert TREE.town_named("桐川村") is None


def test_an_unknown_code_is_shown_as_it_is_and_nothing_as_nothing() -> None:
    assert TREE.name("999") == "999"
    assert TREE.name(None) is None
    assert TREE.name(VILLAGES[1]) == "内冯村"

"""Proposing columns: the last choice, names, likeness and content, each with how sure it is and why."""

from collections.abc import Mapping, Sequence

import pytest

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.importing.headings import headed_at
from gridapp.importing.plan import Plan
from gridapp.importing.proposing import Proposed, Sure, proposed
from gridapp.importing.reading.cells import Cell
from gridapp.ports import Office
from tests.gridapp.importing.plain_book import PlainSheet
from tests.offices import ACTOR, NOW, TOWN_AREAS

DAYS = ["2018.6.11", "2018年6月12日", "2018-06-13", "6.14"]
VILLAGES = ["桐川村", "内冯", "西山村", "桐川"]
LEAVES = ["邻里纠纷", "邻里纠纷", "ZZ0102", "邻里纠纷"]
PHONES: Sequence[Cell] = ["13800001234", "0578-6512345", "138 0000 1234", 13800001235.0]
WORDS = ["演示甲", "演示乙", "演示丙", "演示丁"]


def offered(office: Office, columns: Mapping[str, Sequence[Cell]], kind: Kind = Kind.EVENT) -> Proposed:
    """What is proposed for columns of cells under their headings."""
    sheet = PlainSheet(list(columns), *zip(*columns.values(), strict=True))
    return proposed(office, headed_at(sheet, 1), kind, TOWN_AREAS[0])


def told(found: Proposed) -> dict[str, tuple[int, Sure]]:
    return {one.column.field: (one.place, one.sure) for one in found.proposals}


def test_headings_that_are_names_are_certain(sqlite_office: Office) -> None:
    found = offered(sqlite_office, {"事件标题": WORDS, "类别": LEAVES, "村居": VILLAGES, "上报时间": DAYS})
    assert told(found) == {
        "title": (0, Sure.CERTAIN),
        "category": (1, Sure.CERTAIN),
        "village": (2, Sure.CERTAIN),
        "reported_at": (3, Sure.CERTAIN),
    }
    assert found.proposals[1].why == "表头相同。"
    assert "另一种写法" in found.proposals[0].why


def test_headings_that_are_very_like_a_name_are_likely(sqlite_office: Office) -> None:
    found = offered(sqlite_office, {"标题": WORDS, "事件上报时间": DAYS, "所属的村社": VILLAGES})
    assert told(found)["reported_at"] == (1, Sure.LIKELY)
    assert told(found)["village"] == (2, Sure.LIKELY)
    assert "与“上报时间”相近" in found.proposals[2].why


def test_a_likeness_against_which_the_content_speaks_is_only_a_guess(sqlite_office: Office) -> None:
    found = offered(sqlite_office, {"标题": WORDS, "事件上报时间": WORDS})
    assert told(found)["reported_at"] == (1, Sure.GUESSED)
    assert "内容多数读不成" in found.guesses[0].why
    assert "reported_at" not in found.places


@pytest.mark.parametrize(
    ("cells", "field", "sure"),
    [
        (VILLAGES, "village", Sure.LIKELY),
        (LEAVES, "category", Sure.LIKELY),
        (PHONES, "phone", Sure.GUESSED),
        (DAYS, "reported_at", Sure.GUESSED),
    ],
)
def test_content_says_what_a_column_is_whatever_it_is_called(
    sqlite_office: Office, cells: Sequence[Cell], field: str, sure: Sure
) -> None:
    found = offered(sqlite_office, {"标题": WORDS, "某栏": cells})
    assert told(found)[field] == (1, sure)
    assert "内容是" in found.proposals[-1].why


def test_citizen_numbers_are_known_by_their_check_digit(sqlite_office: Office) -> None:
    numbers = ["11010519491231002X", "331121198001010018", "330326197512310028"]
    found = offered(sqlite_office, {"姓名": WORDS[:3], "某栏": numbers}, Kind.PERSON)
    assert told(found)["paper_number"] == (1, Sure.LIKELY)


def test_of_two_columns_of_villages_neither_is_taken_unasked(sqlite_office: Office) -> None:
    found = offered(sqlite_office, {"标题": WORDS, "甲": VILLAGES, "乙": VILLAGES})
    assert told(found)["village"] == (1, Sure.GUESSED)


def test_too_few_cells_say_nothing(sqlite_office: Office) -> None:
    assert "village" not in told(offered(sqlite_office, {"标题": WORDS[:2], "某栏": VILLAGES[:2]}))


def test_no_column_fills_two_fields_and_no_field_is_filled_twice(sqlite_office: Office) -> None:
    columns: dict[str, Sequence[Cell]] = {"标题": WORDS, "电话": PHONES, "手机": PHONES}
    columns |= dict.fromkeys(("上报时间", "上报日期", "某栏"), DAYS)
    found = offered(sqlite_office, columns)
    places = [one.place for one in found.proposals]
    assert len(places) == len(set(places))
    assert len({one.column.field for one in found.proposals}) == len(found.proposals)


def test_what_was_chosen_last_goes_before_everything(office: Office) -> None:
    columns: Mapping[str, Sequence[Cell]] = {"事由": WORDS, "种类": LEAVES, "地方": VILLAGES, "时间": DAYS}
    choice = {"title": 0, "category": 1, "village": 2, "reported_at": 3}
    office.mappings.remember(Kind.EVENT, list(columns), choice, ACTOR, NOW())
    found = offered(office, columns)
    assert found.places == choice
    assert {one.sure for one in found.proposals} == {Sure.REMEMBERED}


def test_a_plan_names_what_is_missing_and_what_is_not_used(sqlite_office: Office) -> None:
    found = offered(sqlite_office, {"标题": WORDS, "类别": LEAVES, "编者按": WORDS})
    plan = Plan(Kind.EVENT, TOWN_AREAS[0], found.headed, found.places)
    assert [column.heading for column in plan.missing] == ["所属村社", "上报时间"]
    assert plan.unused == ["编者按"]


def test_headings_of_every_ledger_are_certain_for_it(sqlite_office: Office) -> None:
    for kind in Kind:
        headings = [column.heading for column in ledger_of(kind).columns]
        found = offered(sqlite_office, dict.fromkeys(headings, ("",) * 3), kind)
        assert {one.sure for one in found.proposals} == {Sure.CERTAIN}, kind
        assert [one.place for one in found.proposals] == list(range(len(headings))), kind

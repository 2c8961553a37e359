"""Reading the rows of a ledger: every problem of every row, at the row's own number."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from gridapp.domain.area import AreaTree
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.headings import Headed
from gridapp.importing.names import places_by_name
from gridapp.importing.plan import Plan
from gridapp.importing.reading.cells import Cell, Fault, Row
from gridapp.importing.row_reader import RowReader
from gridapp.importing.rows import LedgerRow
from gridapp.importing.skipping import Skipped, Skipping
from tests.gridapp.importing.plain_book import PlainSheet
from tests.gridapp.ledger_files import EVENT_HEADINGS, event_row, grid_of
from tests.offices import TOWN_AREAS, VILLAGES, at

AREAS = AreaTree(TOWN_AREAS)
TOWN = AREAS.towns[0]


def plan(*rows: Sequence[Cell], **options: Any) -> Plan:
    """A plan of an event ledger with all of its columns."""
    headed = Headed(PlainSheet(EVENT_HEADINGS, *rows), 1, tuple(EVENT_HEADINGS))
    return Plan(Kind.EVENT, TOWN, headed, places_by_name(EVENT_HEADINGS, ledger_of(Kind.EVENT)), **options)


def read(*rows: Sequence[Cell], **options: Any) -> list[LedgerRow]:
    """The cases below the event ledger's headings."""
    meant = plan(*rows, **options)
    reader = RowReader(meant, AREAS, vocabulary())
    return [reader.read(row) for row in Skipping(meant).cases(meant.headed.sheet.rows())]


def one(year: int | None = None, **cells: Any) -> LedgerRow:
    """One event row with some cells of its own."""
    (row,) = read(*grid_of([event_row("GH-001", **cells)], EVENT_HEADINGS), year=year)
    return row


def test_a_row_is_read_into_values() -> None:
    row = one(网格="桐川村第1网格", 联系电话="138 0000 1234", 办理时限="2018-06-20", 平台="综治工作", 备注="")
    assert (row.number, row.problems, row.remarks) == (2, [], [])
    assert row.values == {
        "number": "GH-001",
        "title": "演示：道路积水",
        "category": "ZZ0102",
        "village": VILLAGES[0],
        "grid": f"{VILLAGES[0]}-01",
        "reporter": "演示网格员",
        "phone": "13800001234",
        "reported_at": at(2018, 6, 11, 9, 30),
        "due_at": at(2018, 6, 21),
    }


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"标题": None}, ("标题", "", "required")),
        ({"标题": "　"}, ("标题", "", "required")),
        ({"类别": "不存在的类别"}, ("类别", "不存在的类别", "category")),
        ({"所属村社": "陈岙村"}, ("所属村社", "陈岙村", "village")),
        ({"上报时间": "6.11"}, ("上报时间", "6.11", "date-year")),
        ({"上报时间": "昨天"}, ("上报时间", "昨天", "date")),
        ({"联系电话": "138"}, ("联系电话", "138", "phone")),
        ({"平台": "市场监管"}, ("平台", "市场监管", "platform")),
        ({"备注": "长" * 2001}, ("备注", "长" * 2001, "long")),
    ],
)
def test_each_mistake_is_told_with_its_row_its_column_and_what_stood_there(
    cells: Mapping[str, Any], problem: tuple[str, str, str]
) -> None:
    (told,) = one(**cells).problems
    assert (told.column, told.value, told.code) == problem
    assert told.row == 2
    assert told.message.endswith("。")


def test_all_problems_of_a_row_are_told_in_one_pass() -> None:
    row = one(标题=None, 类别="错", 联系电话="1", 上报时间="6.11")
    assert [problem.column for problem in row.problems] == ["标题", "类别", "联系电话", "上报时间"]


@pytest.mark.parametrize("category", ["邻里纠纷", "ZZ0102"])
def test_a_category_may_be_given_by_name_or_code(category: str) -> None:
    assert one(类别=category).values["category"] == "ZZ0102"


def test_an_unknown_grid_is_kept_in_the_note_and_remarked() -> None:
    row = one(网格="第九网格", 备注="演示备注")
    assert row.problems == []
    assert row.values["note"] == "演示备注；原填网格：第九网格"
    assert [(remark.column, remark.value) for remark in row.remarks] == [("网格", "第九网格")]


def test_days_without_a_year_are_read_once_the_year_is_known() -> None:
    row = one(year=2018, 上报时间="6.11", 办理时限="6月20日")
    assert (row.values["reported_at"], row.values["due_at"]) == (at(2018, 6, 11), at(2018, 6, 21))


def test_numbers_of_days_count_from_1904_in_some_workbooks() -> None:
    (row,) = read(*grid_of([event_row(None, 上报时间=43262 - 1462)], EVENT_HEADINGS), epoch_1904=True)
    assert row.values["reported_at"] == at(2018, 6, 11)


def test_what_the_spreadsheet_could_not_calculate_is_told_once_and_only_where_it_is_used() -> None:
    (cells,) = grid_of([event_row(None, 类别="#REF!", 备注="")], EVENT_HEADINGS)
    category, beyond = EVENT_HEADINGS.index("类别"), len(EVENT_HEADINGS)
    faults = [Fault(category, "cell-error", "这一格算不出来。"), Fault(beyond, "cell-error", "这一格算不出来。")]
    row = RowReader(plan(), AREAS, vocabulary()).read(Row(7, cells, faults))
    assert [(problem.row, problem.column, problem.code) for problem in row.problems] == [(7, "类别", "cell-error")]


def test_a_reading_that_is_remembered_says_the_same_again() -> None:
    rows = read(*grid_of([event_row(None, 类别="错"), event_row(None, 类别="错"), event_row()], EVENT_HEADINGS))
    assert [[problem.code for problem in row.problems] for row in rows] == [["category"], ["category"], []]


BLANK: list[Cell] = [None] * len(EVENT_HEADINGS)
GOOD = grid_of([event_row("GH-001")], EVENT_HEADINGS)[0]


@pytest.mark.parametrize(
    "word", ["合计", "小计", "总计", "累计", "合 计", "合计：", "本页合计", "本月小计", "小计（件）", "共计"]
)
def test_blank_rows_and_sums_are_passed_over_and_rows_keep_their_numbers(word: str) -> None:
    summed: list[Cell] = [word, *BLANK[1:8], 2.0, *BLANK[9:]]
    meant = plan(GOOD, BLANK, ["", "　", *BLANK[2:]], GOOD, summed, [None, word, *BLANK[2:]])
    skipping = Skipping(meant)
    assert [row.number for row in skipping.cases(meant.headed.sheet.rows())] == [2, 5]
    assert skipping.skipped == [Skipped(3, 4, "空行"), Skipped(6, 7, "合计行")]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (EVENT_HEADINGS, "重复的表头"),
        ([float(place) for place in range(1, 20)], "栏号"),
        (["填表人：演示", "", "审核人：演示"], "落款或说明"),
        (["单位负责人：", "", "填报日期："], "落款或说明"),
        (["注：本表每月报送一次"], "落款或说明"),
        (["备注：以上为演示"], "落款或说明"),
        (["GH-009", "演示"], None),
    ],
)
def test_what_else_is_no_case_is_passed_over(cells: Sequence[Cell], why: str | None) -> None:
    meant = plan(GOOD, cells)
    skipping = Skipping(meant)
    read_too = [row.number for row in skipping.cases(meant.headed.sheet.rows())]
    assert read_too == ([2] if why else [2, 3])
    assert [rows.why for rows in skipping.skipped] == ([why] if why else [])


@pytest.mark.parametrize("title", ["累计拖欠工资的投诉", "合计三户漏水", "总计费用有争议", "注：水管"])
def test_a_case_whose_title_begins_like_a_sum_is_a_case(title: str) -> None:
    (row,) = read(*grid_of([event_row(None, 标题=title)], EVENT_HEADINGS))
    assert row.values["title"] == title


def test_a_row_that_is_shorter_than_the_headings_lacks_the_rest() -> None:
    (row,) = read(["GH-001", "演示"])
    assert [problem.column for problem in row.problems] == ["类别", "所属村社", "上报时间"]

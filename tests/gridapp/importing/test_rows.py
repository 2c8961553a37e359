"""Reading the rows of a ledger: every problem of every row, at the row's own number."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from gridapp.domain.area import AreaTree
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.columns import find_ledger
from gridapp.importing.rows import LedgerRow, read_rows
from gridapp.importing.sheets import Cell, Sheet
from tests.gridapp.ledger_files import EVENT_HEADINGS, event_row, grid_of
from tests.offices import TOWN_AREAS, VILLAGES, at

AREAS = AreaTree(TOWN_AREAS)
TOWN = AREAS.towns[0]


def read(rows: Sequence[Sequence[Cell]]) -> list[LedgerRow]:
    """The rows below the event ledger's headings."""
    ledger = ledger_of(Kind.EVENT)
    found = find_ledger([Sheet("台账", [EVENT_HEADINGS, *rows])], ledger)
    return list(read_rows(found, ledger, TOWN, AREAS, vocabulary()))


def one(**cells: Any) -> LedgerRow:
    """One event row with some cells of its own."""
    (row,) = read(grid_of([event_row("GH-001", **cells)], EVENT_HEADINGS))
    return row


def test_a_row_is_read_into_values() -> None:
    row = one(网格="桐川村第1网格", 联系电话="138 0000 1234", 办理时限="2018-06-20", 平台="综治工作", 备注="")
    assert (row.number, row.problems, row.remarks) == (2, (), ())
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
        ({"上报时间": "6.11"}, ("上报时间", "6.11", "no-year")),
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
    assert row.problems == ()
    assert row.values["note"] == "演示备注；原填网格：第九网格"
    assert [(remark.column, remark.value) for remark in row.remarks] == [("网格", "第九网格")]


BLANK: list[Cell] = [None] * len(EVENT_HEADINGS)


@pytest.mark.parametrize("word", ["合计", "小计", "总计", "累计", "合 计", "合计：", "本页合计", "本月小计"])
def test_blank_rows_and_sums_are_passed_over_and_rows_keep_their_numbers(word: str) -> None:
    good = grid_of([event_row("GH-001")], EVENT_HEADINGS)[0]
    summed: list[Cell] = [word, *BLANK[1:8], 2.0, *BLANK[9:]]
    rows = read([good, BLANK, ["", "　", *BLANK[2:]], good, summed, [None, word, *BLANK[2:]]])
    assert [row.number for row in rows] == [2, 5]


@pytest.mark.parametrize("title", ["累计拖欠工资的投诉", "合计三户漏水", "总计费用有争议"])
def test_a_case_whose_title_begins_like_a_sum_is_a_case(title: str) -> None:
    (row,) = read(grid_of([event_row(None, 标题=title)], EVENT_HEADINGS))
    assert row.values["title"] == title


def test_a_row_that_is_shorter_than_the_headings_lacks_the_rest() -> None:
    (row,) = read([["GH-001", "演示"]])
    assert [problem.column for problem in row.problems] == ["类别", "所属村社", "上报时间"]

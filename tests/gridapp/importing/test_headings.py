"""Finding the headings of a ledger under title rows and under whatever names offices use."""

import re
from collections.abc import Mapping, Sequence

import pytest

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.problem import Refusal
from gridapp.importing.headings import Headed, headed_at, ledger_sheet, ledgers_in
from gridapp.importing.names import factor_of, places_by_name
from gridapp.importing.reading.cells import Cell, Merged
from tests.gridapp.importing.plain_book import PlainBook, PlainSheet
from tests.gridapp.ledger_files import EVENT_HEADINGS

PROMISED = {
    Kind.EVENT: " ".join(EVENT_HEADINGS),
    Kind.DISPUTE: "纠纷编号 纠纷名称 纠纷类型 所属村社 当事人甲 当事人乙 涉及人数 涉及金额 来源 调解方式 "
    "调解组织 调解员 受理时间 办理时限 调解结果 协议形式 办结时间 回访时间 备注 发生日期 纠纷地点 "
    "规模 激化风险 疑难 调委会类型 委托单位 项目名称 人民调解类型 综治类型 强基促稳栏目 协议编号 满意度",
    Kind.PETITION: "信访编号 信访形式 信访人 人数 联系电话 所属村社 事项类别 诉求 信访时间 是否重复 处理方式 办理时限 "
    "办结时间 办理结果 是否积案 列入积案时间 积案化解时间 包案领导 备注",
    Kind.HAZARD: "隐患编号 场所名称 场所类型 所属村社 隐患类别 隐患等级 隐患内容 计数单位 专项行动 排查时间 "
    "整改通知书编号 整改期限 整改责任人 复查时间 复查结果 销号时间 备注",
    Kind.INSPECTION: "检查编号 检查时间 场所名称 场所类型 所属村社 检查人 专项行动 检查结果 备注",
    Kind.NOTICE: "文书编号 文书种类 开具时间 场所名称 场所类型 专项行动 整改期限 备注",
    Kind.ENFORCEMENT: "措施 决定机关 决定时间 场所名称 场所类型 当事人 专项行动 文书编号 备注",
    Kind.PERSON: "姓名 类别 所属村社 排摸时间 联系电话 备注",
    Kind.WORKLOG: "日期 工作内容 数量 单位 专项行动 所属村社 备注",
}
REQUIRED = {
    Kind.EVENT: "标题 类别 所属村社 上报时间",
    Kind.DISPUTE: "纠纷名称 纠纷类型 所属村社 受理时间",
    Kind.PETITION: "信访形式 信访人 人数 事项类别 信访时间",
    Kind.HAZARD: "场所名称 场所类型 隐患类别 隐患内容 计数单位 排查时间",
    Kind.INSPECTION: "检查时间 场所名称 场所类型 检查人",
    Kind.NOTICE: "文书编号 开具时间 场所名称",
    Kind.ENFORCEMENT: "措施 决定机关 决定时间",
    Kind.PERSON: "姓名 类别 所属村社 排摸时间",
    Kind.WORKLOG: "日期 工作内容 数量 单位",
}
EVENT = ledger_of(Kind.EVENT)


def found(*rows: Sequence[Cell], merged: Sequence[Merged] = ()) -> Headed:
    """The headings of an event ledger in some rows."""
    return ledger_sheet(PlainBook(PlainSheet(*rows, merged=merged)), EVENT, None)


def places(headings: Sequence[str], kind: Kind = Kind.EVENT) -> Mapping[str, int]:
    """Where headings say that the columns are."""
    return places_by_name(headings, ledger_of(kind))


@pytest.mark.parametrize("kind", list(PROMISED))
def test_a_ledger_begins_with_the_promised_columns(kind: Kind) -> None:
    columns, promised = ledger_of(kind).columns, PROMISED[kind].split()
    assert [column.heading for column in columns[: len(promised)]] == promised
    assert all(column.later for column in columns[len(promised) :])
    assert [column.heading for column in columns if column.required] == REQUIRED[kind].split()


@pytest.mark.parametrize("kind", list(Kind))
def test_every_column_is_found_by_every_one_of_its_names(kind: Kind) -> None:
    ledger = ledger_of(kind)
    own = {column.heading for column in ledger.columns}
    for position, column in enumerate(ledger.columns):
        for name in (column.heading, *(alias for alias in column.aliases if alias not in own)):
            headings = [name if other is column else other.heading for other in ledger.columns]
            assert places(headings, kind)[column.field] == position, name


@pytest.mark.parametrize("kind", list(Kind))
def test_a_column_fills_a_field_of_its_record_or_of_its_closing(kind: Kind) -> None:
    besides = {"platform", "closed_at", "outcome", "form", "result", "agreement_number", "state", "backlog"}
    besides |= {"verdict", "reply_number", "issued_at", "served_at", "settled_at", "concluded_at", "earlier_number"}
    besides |= {"recheckers"}
    for column in ledger_of(kind).columns:
        assert column.field in besides or column.field in RECORDS[kind].__dataclass_fields__, column.heading


def test_headings_are_found_under_title_rows() -> None:
    rows = [["高湖镇网格事件台账（演示）"], ["填报单位：", "演示", "填报日期：", "2018-06-30"], EVENT_HEADINGS]
    assert found(*rows).heading_row == 3


def test_headings_may_bear_blanks_line_breaks_and_stars() -> None:
    headings = ["*标题", "类 别", "所属\n村社", "上报时间：", "联系电话（必填）"]
    assert places(headings) == {"title": 0, "category": 1, "village": 2, "reported_at": 3, "phone": 4}


def test_the_own_heading_goes_before_another_columns_alias() -> None:
    assert places(["标题", "类别", "所属村社", "受理时间", "上报时间"])["reported_at"] == 4


def test_a_day_of_occurrence_is_no_other_than_that_where_the_ledger_has_both() -> None:
    start = ["纠纷名称", "纠纷类型", "所属村社"]
    both = places([*start, "发生时间", "受理时间"], Kind.DISPUTE)
    assert (both["reported_at"], both["occurred_at"]) == (4, 3)
    alone = places([*start, "发生时间"], Kind.DISPUTE)
    assert alone["reported_at"] == 3
    assert "occurred_at" not in alone


@pytest.mark.parametrize(
    ("heading", "factor"), [("涉及金额（万元）", 10_000), ("涉及金额(元)", 1), ("涉及金额/千元", 1000), ("涉及金额", 1)]
)
def test_a_heading_may_tell_its_unit(heading: str, factor: int) -> None:
    assert factor_of(heading) == factor
    if "/" not in heading:
        assert places([heading], Kind.DISPUTE)["amount"] == 0


def test_the_sheet_that_is_most_like_the_ledger_is_chosen_and_a_hidden_one_only_at_last() -> None:
    cover = PlainSheet(["标题"], ["说明"], name="封面")
    hidden = PlainSheet(EVENT_HEADINGS, name="旧表", visible=False)
    half = PlainSheet(["标题", "类别", "所属村社"], name="草稿")
    ledger = PlainSheet(EVENT_HEADINGS[:-1], name="明细")
    book = PlainBook(cover, hidden, half, ledger)
    assert [headed.sheet.name for headed in ledgers_in(book, EVENT)] == ["明细", "草稿", "旧表"]
    assert ledger_sheet(book, EVENT, "旧表").sheet is hidden


def test_headings_in_two_rows_with_merged_cells_are_found() -> None:
    upper = ["事件编号", "标题", "类别", "所属村社", "时间", ""]
    lower = ["", "", "", "", "上报时间", "办结时间"]
    merged = [Merged(1, place, 2, place) for place in range(4)] + [Merged(1, 4, 1, 5)]
    for regions in (merged, []):
        headed = found(upper, lower, ["1", "演示", "邻里纠纷", "桐川村", "2018-06-11", ""], merged=regions)
        assert headed.heading_row == 2
        assert headed.headings == ("事件编号", "标题", "类别", "所属村社", "上报时间", "办结时间")


def test_a_title_merged_over_all_columns_heads_none_of_them() -> None:
    title = ["高湖镇网格事件台账（演示）", *[""] * 4]
    headings = ["标题", "类别", "", "所属村社", "上报时间"]
    headed = found(title, headings, merged=[Merged(1, 0, 1, 4)])
    assert (headed.heading_row, headed.headings) == (2, tuple(headings))


def test_equal_headings_below_different_ones_are_told_apart() -> None:
    upper = ["纠纷名称", "纠纷类型", "所属村社", "受理时间", "甲方", "", "乙方", ""]
    lower = ["", "", "", "", "姓名", "电话", "姓名", "电话"]
    merged = [Merged(1, place, 2, place) for place in range(4)] + [Merged(1, 4, 1, 5), Merged(1, 6, 1, 7)]
    headed = ledger_sheet(PlainBook(PlainSheet(upper, lower, merged=merged)), ledger_of(Kind.DISPUTE), None)
    assert headed.headings[4:] == ("甲方姓名", "甲方电话", "乙方姓名", "乙方电话")


def test_a_first_row_of_numbers_is_not_taken_for_headings() -> None:
    headings = ["标题", "类别", "所属村社", "上报时间", "数量"]
    assert found(headings, [1.0, 2.0, 3.0, 4.0, 5.0]).heading_row == 1


def test_the_unit_of_money_in_a_title_row_is_seen() -> None:
    assert found(["高湖镇台账", "", "", "单位：万元"], EVENT_HEADINGS).in_ten_thousands
    assert not found(["高湖镇台账", "", "", "单位：件"], EVENT_HEADINGS).in_ten_thousands


def test_what_a_workbook_of_refused_rows_has_added_is_no_heading() -> None:
    assert found([*EVENT_HEADINGS, "原行号", "原因"]).headings == tuple(EVENT_HEADINGS)


def test_somebody_may_point_at_the_headings() -> None:
    rows = ["甲", "乙"], ["事由", "村名"], ["演示", "桐川村"]
    assert headed_at(PlainSheet(*rows), 2).headings == ("事由", "村名")
    assert headed_at(PlainSheet(*rows), 2, 2).headings == ("事由", "村名")


@pytest.mark.parametrize("rows", [[], [["随便", "什么"]], [[1.0, 2.0]], [["标题"]]])
def test_a_sheet_without_headings_is_no_ledger(rows: list[list[Cell]]) -> None:
    with pytest.raises(Refusal, match=re.escape("表头应有“标题、类别、所属村社、上报时间”等列")):
        found(*rows)

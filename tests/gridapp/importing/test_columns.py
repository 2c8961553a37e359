"""Finding the columns of a ledger under title rows and under whatever headings offices use."""

import re
from collections.abc import Sequence

import pytest

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.problem import Refusal
from gridapp.importing.columns import find_ledger
from gridapp.importing.sheets import Cell, Sheet
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


def sheet(*rows: Sequence[Cell]) -> Sheet:
    return Sheet("台账", rows)


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
            assert find_ledger([sheet(headings)], ledger).places[column.field] == position, name


@pytest.mark.parametrize("kind", list(Kind))
def test_a_column_fills_a_field_of_its_record_or_of_its_closing(kind: Kind) -> None:
    besides = {"platform", "closed_at", "outcome", "form", "result", "agreement_number", "state", "backlog"}
    besides |= {"verdict", "reply_number", "issued_at", "served_at", "settled_at", "concluded_at", "earlier_number"}
    besides |= {"recheckers"}
    for column in ledger_of(kind).columns:
        assert column.field in besides or column.field in RECORDS[kind].__dataclass_fields__, column.heading


def test_headings_are_found_under_title_rows() -> None:
    rows = [["高湖镇网格事件台账（演示）"], ["填报单位：", "演示", "填报日期：", "2018-06-30"], EVENT_HEADINGS]
    assert find_ledger([sheet(*rows)], EVENT).heading_row == 3


def test_headings_may_bear_blanks_line_breaks_and_stars() -> None:
    headings = ["*标题", "类 别", "所属\n村社", "上报时间：", "联系电话"]
    assert find_ledger([sheet(headings)], EVENT).places == {
        "title": 0,
        "category": 1,
        "village": 2,
        "reported_at": 3,
        "phone": 4,
    }


def test_the_own_heading_goes_before_another_columns_alias() -> None:
    headings = ["标题", "类别", "所属村社", "受理时间", "上报时间"]
    assert find_ledger([sheet(headings)], EVENT).places["reported_at"] == 4


def test_a_day_of_occurrence_is_no_other_than_that_where_the_ledger_has_both() -> None:
    ledger, start = ledger_of(Kind.DISPUTE), ["纠纷名称", "纠纷类型", "所属村社"]
    both = find_ledger([sheet([*start, "发生时间", "受理时间"])], ledger).places
    assert (both["reported_at"], both["occurred_at"]) == (4, 3)
    alone = find_ledger([sheet([*start, "发生时间"])], ledger).places
    assert alone["reported_at"] == 3
    assert "occurred_at" not in alone


def test_the_sheet_that_holds_the_ledger_is_chosen() -> None:
    cover = Sheet("封面", [["标题"], ["说明"]])
    ledger = Sheet("明细", [EVENT_HEADINGS])
    assert find_ledger([cover, ledger], EVENT).sheet is ledger


def test_headings_in_two_rows_with_merged_cells_are_found() -> None:
    upper = ["事件编号", "标题", "类别", "所属村社", "时间", ""]
    lower = ["", "", "", "", "上报时间", "办结时间"]
    found = find_ledger([sheet(upper, lower, ["1", "演示", "邻里纠纷", "桐川村", "2018-06-11", ""])], EVENT)
    assert found.heading_row == 2
    assert found.places["reported_at"] == 4
    assert found.places["title"] == 1


def test_a_missing_required_column_is_named() -> None:
    with pytest.raises(Refusal, match="网格事件台账缺少必填的列：所属村社、上报时间"):
        find_ledger([sheet(["事件编号", "标题", "类别"])], EVENT)


@pytest.mark.parametrize("rows", [[], [["随便", "什么"]], [[1.0, 2.0]], [["标题"]]])
def test_a_sheet_without_headings_is_no_ledger(rows: list[list[Cell]]) -> None:
    with pytest.raises(Refusal, match=re.escape("表头应有“标题、类别、所属村社、上报时间”等列")):
        find_ledger([sheet(*rows)], EVENT)

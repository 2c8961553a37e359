"""The official tables have exactly the rows and columns that authorities ask for (domain.md §7.5)."""

import pytest

from gridapp.counting.indicator import catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.word_lists import closed_list
from gridapp.counting.words import Words
from gridapp.domain.dispute_words import dispute_words
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import Office
from gridapp.reporting.official.definition import CODES, Asked, definition
from gridapp.reporting.official.table import OfficialTable
from gridapp.reporting.official.tables import codes_of, official_table, official_tables

SAMPLED_TOWN = "990000001"

T1A = [
    "本月立案",
    "本年累计立案",
    "累计立案",
    "本月正常在办",
    "本月超期在办",
    "本月办结",
    "本月超期办结",
    "本年累计办结",
    "累计办结",
    "本月已办结立案",
    "本年累计已办结立案",
    "累计已办结立案",
    "年度办结率（b）",
    "累计办结率（b）",
]
T1B = [
    "新增",
    "上报",
    "上级交办",
    "在办",
    "办结",
    "待验证",
    "已验证",
    "事件总数",
    "办结率（b）",
    "超期在办",
    "超期办结",
    "超期办结率",
]
T2 = [
    "上期结转",
    "本月上报",
    "其中自办",
    "有效",
    "上报县级",
    "本月办结",
    "按期",
    "超期",
    "退回",
    "延期",
    "期末在办",
    "办结率（b）",
    "按期率（d）",
    "环比",
    "同比",
    "年累计",
]
T5 = ["本月", "去年同月", "同比", "上月", "环比", "年累计", "去年同期", "同比"]
BY_PLACE_TYPE = {
    "检查": 2,
    "期初未销号": 2,
    "排查": 2,
    "消除": 2,
    "期末未销号": 2,
    "复查": 1,
    "逾期未改": 2,
    "整改通知书": 1,
    "临时查封": 1,
    "停产停业": 1,
    "行政拘留": 1,
}
"""The headings of the tables beside T6, and over how many columns each reaches."""
SOURCES = ["主动", "依申请", "接受委托移送", "其中法院", "检察院", "公安", "信访", "其他"]


def made(sampled: Office, words: Words, code: str, period: str = "2016-05") -> OfficialTable:
    return official_table(sampled, words, SAMPLED_TOWN, period_named(period), code)


def headings(table: OfficialTable) -> list[str]:
    """The lowest heading of every column behind the labels."""
    lowest = [""] * table.columns
    for _, column, heading in table.placed_headings():
        for place in range(column, column + heading.columns):
            lowest[place] = heading.text
    return lowest[table.label_columns :]


@pytest.mark.parametrize("code", CODES)
def test_a_definition_asks_only_for_what_its_indicators_can_tell(code: str) -> None:
    what = definition(code)
    asked = [*(column.asked for column in what.columns), *(line.asked for line in what.lines)]
    less = [*(column.less for column in what.columns), *(line.less for line in what.lines)]
    asked += [one for one in less if one is not None]
    for one in asked:
        _check(one, what.by)


def _check(asked: Asked, by: tuple[Dimension, ...]) -> None:
    if asked.indicator is None:
        return
    known = set(catalogue()[asked.indicator.kind].dimensions) - asked.indicator.lacks
    assert {*asked.where, *by} <= known, asked.indicator.code
    for dimension, words in asked.where.items():
        listed = closed_list(asked.indicator.kind, dimension)
        assert not listed or {*words} <= {*listed, "未填"}, (asked.indicator.code, words)


@pytest.mark.parametrize("code", CODES)
def test_units_that_must_not_be_added_stand_in_cells_of_their_own(sampled: Office, words: Words, code: str) -> None:
    for row in made(sampled, words, code).rows:
        for cell in row.cells:
            if cell.indicator is not None and cell.cut is not None:
                apart = catalogue()[cell.indicator.kind].apart
                of_its_own = cell.indicator.unit in {"次", "元"} and cell.indicator.kind == "hazard"
                assert apart is None or of_its_own or len(cell.cut.where[apart]) == 1


@pytest.mark.parametrize(("code", "columns"), [("T1a", T1A), ("T2", T2), ("T5", T5)])
def test_the_columns_are_those_that_were_asked_for(
    sampled: Office, words: Words, code: str, columns: list[str]
) -> None:
    assert headings(made(sampled, words, code)) == columns


def test_the_second_table_of_events_has_a_column_for_every_major_class(sampled: Office, words: Words) -> None:
    assert headings(made(sampled, words, "T1b")) == [*T1B, *vocabulary().majors.values()]


def test_events_are_told_by_village_and_grid(sampled: Office, words: Words) -> None:
    table = made(sampled, words, "T1a")
    assert [row.labels for row in table.rows[:4]] == [
        ("甲01村", "甲01村第1网格"),
        ("甲01村", "甲01村第2网格"),
        ("甲01村", "甲01村第3网格"),
        ("甲01村", "小计"),
    ]
    assert table.rows[-1].labels == ("合计", "")


def test_every_leaf_has_a_row_and_every_class_and_platform_its_sum(sampled: Office, words: Words) -> None:
    labels = [row.labels for row in made(sampled, words, "T2").rows]
    leaves = [(leaf.platform_name, leaf.major_name, leaf.name) for leaf in vocabulary().leaves]
    assert [label for label in labels if "小计" not in label and label[0] != "合计"] == leaves
    assert {label[1] for label in labels if label[2] == "小计"} == set(vocabulary().majors.values())
    assert {label[0] for label in labels if label[1] == "小计"} == set(vocabulary().platforms.values())
    assert labels[-1] == ("合计", "", "")


def test_the_table_of_disputes_has_its_52_rows_and_4_columns(sampled: Office, words: Words) -> None:
    table = made(sampled, words, "T3")
    assert headings(table) == ["乡镇街道", "村居", "小计", "年度累计"]
    types = [(word, part) for word in dispute_words().monthly_types for part in ("排查数", "调处数")]
    whole = [("总体", part) for part in ("排查数", "调处数", "调处率", "成功数", "成功率")]
    bands = [("涉及人数", band) for band in ("50人以下", "50至100", "100至500", "500以上")]
    major = [("重大矛盾纠纷", part) for part in ("排查数", "调处数", "成功数", "成功率")]
    expected = [*whole, *types, *bands, *major, ("开展集中排查", "次数")]
    assert len(expected) == 52
    assert [row.labels for row in table.rows] == expected


def test_mediation_is_told_by_committee_source_type_and_form(sampled: Office, words: Words) -> None:
    told = [heading for heading in headings(made(sampled, words, "T4")) if "未填" not in heading]
    first = ["案件总数", "涉及当事人数", "调解成功数", "疑难案件", "协议涉及金额"]
    lists = dispute_words()
    assert told == [*first, *lists.committees, *SOURCES, *lists.mediation_types, "口头", "书面"]


@pytest.mark.parametrize("code", ["T6-1", "T6-2"])
def test_hazards_are_told_by_type_of_place_and_campaign(sampled: Office, words: Words, code: str) -> None:
    label, *above = made(sampled, words, code).headings[0]
    assert label.text in {"场所类型", "专项行动"}
    assert {heading.text: heading.columns for heading in above} == BY_PLACE_TYPE


def test_a_table_of_another_period_does_not_speak_of_months(sampled: Office, words: Words) -> None:
    assert headings(made(sampled, words, "T5", "2016-Q2"))[:5] == ["本期", "上年本期", "同比", "上期", "环比"]


def test_what_was_not_filled_in_has_its_own_column_only_where_it_counts(sampled: Office, words: Words) -> None:
    assert "未填" not in headings(made(sampled, words, "T4", "2010-01"))


def test_all_tables_come_in_their_order(sampled: Office, words: Words) -> None:
    tables = official_tables(sampled, words, SAMPLED_TOWN, period_named("2016-05"))
    assert [table.code for table in tables] == [*CODES, "T9"]


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("T2", ["T2"]),
        ("t1A", ["T1a"]),
        ("T1", ["T1a", "T1b"]),
        ("T6", ["T6", "T6-1", "T6-2"]),
        ("隐患排查治理月报", ["T6", "T6-1", "T6-2"]),
        ("信访月报", ["T5"]),
        ("包案和督办清单", ["T9"]),
        ("没有", []),
    ],
)
def test_tables_are_asked_for_by_code_or_title(kind: str, codes: list[str]) -> None:
    assert codes_of(kind) == codes


def test_an_unknown_table_is_refused_by_name(sampled: Office, words: Words) -> None:
    with pytest.raises(Refusal, match="没有“T99”这张报表"):
        made(sampled, words, "T99")

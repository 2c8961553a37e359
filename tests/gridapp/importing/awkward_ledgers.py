"""Ledgers as offices hand them over (难对付的台账): each named after its trouble, with what must come of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from gridapp.domain.kind import Kind
from gridapp.domain.vocabulary import vocabulary
from tests.gridapp.ledger_files import EVENT_HEADINGS, event_row, text_file, workbook

Maker = Callable[[Path], Path]
EVENT = ["标题", "类别", "所属村社", "上报时间"]
DISPUTE = ["纠纷名称", "纠纷类型", "所属村社", "受理时间", "涉及人数", "涉及金额"]
PERSON = ["姓名", "类别", "所属村社", "排摸时间", "身份证号", "联系电话"]
PETITION = ["信访形式", "信访人", "人数", "事项类别", "信访时间", "是否重复"]
HAZARD = ["场所名称", "场所类型", "隐患类别", "隐患内容", "计数单位", "排查时间"]
CITIZEN = "331121198001010018"
_LEAF = vocabulary().opening(Kind.PETITION)[0].name


@dataclass(frozen=True, slots=True)
class Awkward:
    """A ledger: how it is made, how many cases come of it, and the codes of the problems of all refused rows.

    `holds` are fields of the first case, by kind of ledger; `skipped` why rows were passed over; `unused` headings.
    """

    trouble: str
    make: Maker
    new: int
    codes: Sequence[str] = ()
    kind: Kind = Kind.EVENT
    holds: Mapping[str, Any] = field(default_factory=dict)
    skipped: Sequence[str] = ()
    unused: Sequence[str] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


def text(*rows: Mapping[str, Any], headings: Sequence[str] = EVENT_HEADINGS) -> Maker:
    """A csv file."""
    return lambda folder: text_file(folder / "台账.csv", rows, headings, encoding="utf-8")


def book(*rows: Mapping[str, Any], headings: Sequence[str] = EVENT_HEADINGS, **options: Any) -> Maker:
    """A workbook."""
    return lambda folder: workbook(folder / "台账.xlsx", rows, headings, **options)


def lines(*rows: Sequence[Any], merged: Sequence[str] = (), sheets: Mapping[str, Sequence[Any]] | None = None) -> Maker:
    """A workbook of rows as they stand, in one sheet or in several."""

    def make(folder: Path) -> Path:
        made = Workbook()
        for name, content in (sheets or {"台账": rows}).items():
            sheet = made.create_sheet(name)
            for row in content:
                sheet.append(list(row))
            for cells in merged:
                sheet.merge_cells(cells)
        del made["Sheet"]
        made.save(folder / "台账.xlsx")
        made.close()
        return folder / "台账.xlsx"

    return make


def event(**cells: Any) -> dict[str, Any]:
    return event_row(None, **cells)


def dispute(**cells: Any) -> dict[str, Any]:
    values = ["演示：相争", "邻里纠纷", "桐川村", "2018-06-11", "2", "100"]
    return dict(zip(DISPUTE, values, strict=True)) | cells


def person(**cells: Any) -> dict[str, Any]:
    values = ["演示人", "独居孤寡老人", "桐川村", "2018-06-11", CITIZEN, "13800001234"]
    return dict(zip(PERSON, values, strict=True)) | cells


def petition(**cells: Any) -> dict[str, Any]:
    values = ["来访", "演示人", "3", _LEAF, "2018-06-11", "否"]
    return dict(zip(PETITION, values, strict=True)) | cells


SHORT = ["演示：积水", "邻里纠纷", "桐川村", "2018-06-11"]
JUNE_11 = datetime(2018, 6, 10, 16)
"""The first moment of 2018-06-11 in the office's time, in UTC."""

AWKWARD: Sequence[Awkward] = (
    Awkward("title rows above the headings", book(event(), above=[["高湖镇台账（演示）"], [], ["填报单位：演示"]]), 1),
    Awkward(
        "headings in two rows with merged cells",
        lines(
            ["标题", "类别", "所属村社", "时间", ""],
            ["", "", "", "上报时间", "办结时间"],
            [*SHORT, ""],
            merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
        ),
        1,
    ),
    Awkward(
        "a title merged over all columns",
        lines(["高湖镇网格事件台账（演示）", "", "", ""], EVENT, SHORT, merged=["A1:D1"]),
        1,
    ),
    Awkward(
        "the headings repeated on every printed page", lines(EVENT, SHORT, EVENT, SHORT), 2, skipped=["重复的表头"]
    ),
    Awkward("a row that numbers the columns", lines(EVENT, [1, 2, 3, 4], SHORT), 1, skipped=["栏号"]),
    Awkward(
        "blank rows and sums between the cases",
        lines(EVENT, SHORT, [], ["小计", 1], SHORT, ["合 计", 2]),
        2,
        skipped=["空行", "合计行", "合计行"],
    ),
    Awkward(
        "signatures below the table",
        lines(EVENT, SHORT, [], ["填表人：演示", "", "审核人：演示"]),
        1,
        skipped=["空行", "落款或说明"],
    ),
    Awkward("an empty column in the middle", lines(["标题", "类别", "", *EVENT[2:]], [*SHORT[:2], "", *SHORT[2:]]), 1),
    Awkward(
        "a running number before the columns", lines(["序号", *EVENT], [1, *SHORT], [2, *SHORT]), 2, unused=["序号"]
    ),
    Awkward(
        "headings with stars, blanks and line breaks", lines(["*标题", "类 别", "所属\n村社", "上报时间："], SHORT), 1
    ),
    Awkward(
        "headings of another system",
        lines(["事件名称", "事件类型", "发生村社", "登记时间"], SHORT),
        1,
        holds={"title": "演示：积水"},
    ),
    Awkward(
        "a heading that is only like the name",
        lines(["标题", "类别", "所属的村社", "上报时间"], SHORT, SHORT, SHORT),
        3,
    ),
    Awkward("a column of villages under no heading", lines(["标题", "类别", "", "上报时间"], SHORT, SHORT, SHORT), 3),
    Awkward(
        "a heading named by the clerk", lines(["事由", *EVENT[1:]], SHORT), 1, options={"chosen": {"标题": "事由"}}
    ),
    Awkward(
        "a cover sheet before the ledger",
        lines(sheets={"封面": [["高湖镇"], ["标题"]], "明细": [EVENT, SHORT]}),
        1,
    ),
    Awkward("columns in another order", lines([*reversed(EVENT)], [*reversed(SHORT)]), 1),
    Awkward(
        "every form of writing the same day",
        text(
            *(
                event(上报时间=said)
                for said in (
                    "2018.6.11",
                    "2018年6月11日",
                    "2018/6/11",
                    "20180611",
                    "２０１８．６．１１",
                    "2018年6月11日（星期一）",
                    "二〇一八年六月十一日",
                    "18年6月11日",
                    "43262",
                    "2018-6-11 周一",
                    "二〇一八年六月十一",
                    "2018 . 6 . 11",
                )
            )
        ),
        12,
        holds={"reported_at": JUNE_11},
    ),
    Awkward("days as numbers and as days of Excel", book(event(上报时间=43262), event(上报时间=date(2018, 6, 11))), 2),
    Awkward(
        "days and times in words",
        text(event(上报时间="2018年6月11日下午3时30分"), event(上报时间="2018-06-11 9点半")),
        2,
    ),
    Awkward("days without a year", text(event(上报时间="6.11"), event(上报时间="6月12日")), 0, ["date-year"] * 2),
    Awkward("days without a year that is known", text(event(上报时间="6.11")), 1, options={"year": 2018}),
    Awkward(
        "a number that is June the 1st or the 10th", book(event(上报时间=6.1)), 0, ["date"], options={"year": 2018}
    ),
    Awkward("years of two digits", text(event(上报时间="18.6.11"), event(上报时间="11/6/18")), 0, ["date"] * 2),
    Awkward("a weekday that is another day's", text(event(上报时间="2018年6月11日 星期三")), 0, ["date"]),
    Awkward("days that are none", text(event(上报时间="2018-02-30"), event(上报时间="2018年6月")), 0, ["date"] * 2),
    Awkward("a day in the future", text(event(上报时间="2081-06-11")), 0, ["future"]),
    Awkward("closed before it was reported", text(event(办结时间="2018-06-01", 处置结果="演示")), 0, ["order"]),
    Awkward("closed without a result", text(event(办结时间="2018-06-12")), 0, ["required"]),
    Awkward("villages of another town", text(event(所属村社="新联村")), 0, ["village"]),
    Awkward("villages without their ending", text(event(所属村社="桐川"), event(所属村社="内冯村委会")), 2),
    Awkward("an unknown category", text(event(类别="鸡毛蒜皮")), 0, ["category"]),
    Awkward("a grid that is not on file", text(event(网格="第九网格")), 1, holds={"note": "原填网格：第九网格"}),
    Awkward("the same number twice", text(event_row("GH-1"), event_row("GH-1")), 1, ["duplicate"]),
    Awkward("equal rows without numbers", text(event(), event(), event()), 3),
    Awkward("numbers kept as numbers", book(event(事件编号=20180001)), 1, holds={"number": "20180001"}),
    Awkward("a number that Excel has rounded", book(event(事件编号=330326197512310000)), 0, ["rounded"]),
    Awkward("a number in scientific writing", text(event_row("3.30326E+17")), 0, ["rounded"]),
    Awkward(
        "citizen numbers of 18 digits",
        text(person(), headings=PERSON),
        1,
        kind=Kind.PERSON,
        holds={"paper_number": CITIZEN},
    ),
    Awkward(
        "a citizen number that Excel has rounded",
        book(person(身份证号=int(CITIZEN)), headings=PERSON),
        1,
        kind=Kind.PERSON,
        holds={"paper_number": None},
    ),
    Awkward(
        "citizen numbers in full width with a small x",
        text(person(身份证号="１１０１０５１９４９１２３１００２ｘ"), headings=PERSON),
        1,
        kind=Kind.PERSON,
        holds={"paper_number": "11010519491231002X"},
    ),
    Awkward(
        "phones with blanks, prefixes and full width",
        text(
            event(联系电话="138 0000 1234"), event(联系电话="+86１３８００００１２３４"), event(联系电话="0578-6512345")
        ),
        3,
        holds={"phone": "13800001234"},
    ),
    Awkward("a phone of ten digits", text(event(联系电话="1380000123")), 0, ["phone"]),
    Awkward(
        "money in ten thousands by its heading",
        text(dispute() | {"涉及金额（万元）": "3.5"}, headings=[*DISPUTE[:-1], "涉及金额（万元）"]),
        1,
        kind=Kind.DISPUTE,
        holds={"amount": 35000},
    ),
    Awkward(
        "money in ten thousands by a title row",
        lines(["纠纷台账", "", "", "", "", "单位：万元"], DISPUTE, list(dispute(涉及金额=3.5).values())),
        1,
        kind=Kind.DISPUTE,
        holds={"amount": 35000},
    ),
    Awkward(
        "money with its unit in the cell",
        text(
            *(dispute(涉及金额=said) for said in ("3.5万", "35000元", "￥35000", "3.5 万元", "３５０００")),
            headings=DISPUTE,
        ),
        5,
        kind=Kind.DISPUTE,
        holds={"amount": 35000},
    ),
    Awkward(
        "thousands parted by commas",
        book(dispute(涉及金额="35,000.50"), headings=DISPUTE),
        1,
        kind=Kind.DISPUTE,
        holds={"amount": 35000.5},
    ),
    Awkward("about so much money", text(dispute(涉及金额="约3万"), headings=DISPUTE), 0, ["number"], kind=Kind.DISPUTE),
    Awkward(
        "heads with their word",
        text(dispute(涉及人数="5人"), dispute(涉及人数="５ 名"), headings=DISPUTE),
        2,
        kind=Kind.DISPUTE,
        holds={"people": 5},
    ),
    Awkward("half a head", text(dispute(涉及人数="2.5"), headings=DISPUTE), 0, ["count"], kind=Kind.DISPUTE),
    Awkward(
        "yes and no in every form",
        text(*(petition(是否重复=said) for said in ("是", "√", "Y", "重访", "否", "×", "初访")), headings=PETITION),
        7,
        kind=Kind.PETITION,
        holds={"repeat": True},
    ),
    Awkward("neither yes nor no", text(petition(是否重复="也许"), headings=PETITION), 0, ["flag"], kind=Kind.PETITION),
    Awkward("words of another office", text(petition(信访形式="走访"), headings=PETITION), 1, kind=Kind.PETITION),
    Awkward(
        "every cell of a row wrong",
        text(event(类别="错", 所属村社="错", 上报时间="错", 联系电话="错", 标题="")),
        0,
        ["required", "category", "phone", "date", "village"],
    ),
    Awkward("cells of blanks alone", text(event(标题="　 "), event(备注="　")), 1, ["required"]),
    Awkward("texts that begin like formulas", text(event(标题="=1+1"), event(标题="@演示"), event(标题="-演示")), 3),
    Awkward("a text that is far too long", text(event(备注="长" * 2001)), 0, ["long"]),
    Awkward("a case whose title begins like a sum", text(event(标题="累计拖欠工资的投诉")), 1),
    Awkward("rows shorter than the headings", lines(EVENT, SHORT[:2], SHORT), 1, ["required", "required"]),
    Awkward("remarks scribbled beside the table", lines(EVENT, [*SHORT, "", "待核实"]), 1),
    Awkward(
        "refused rows come back and were mended",
        lines([*EVENT, "原行号", "原因"], [*SHORT, 7, "“类别”里的“错”不在类别表中。"]),
        1,
    ),
    Awkward("a ledger without a single case", lines(EVENT, ["合计", 0]), 0, skipped=["合计行"]),
)

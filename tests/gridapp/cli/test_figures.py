"""The commands `tally`, `list` and `figures`."""

import csv
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db.office import open_office
from gridapp.cli.answers import number_json, value_json
from gridapp.counting.amount import Rate
from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.period import period_named
from gridapp.ports import Office
from tests.gridapp.cli.commands import Commands
from tests.gridapp.ledger_files import event_row, workbook
from tests.gridapp.small_office import fill


@pytest.fixture
def small(sqlite_office: Office, tmp_path: Path) -> Commands:
    """Commands on the small office in a file."""
    fill(sqlite_office)
    return Commands(tmp_path / "office.db", tmp_path)


def test_a_table_answers_in_the_promised_shape(on_small_office: Commands) -> None:
    answer = on_small_office.json("tally", "event", "--period", "2018-H1", "--town", "高湖镇", "--by", "month")
    assert list(answer) == ["kind", "town", "period", "as_of", "by", "columns", "rows", "total"]
    assert (answer["kind"], answer["town"], answer["by"]) == ("event", "高湖镇", ["month"])
    assert answer["period"] == {"from": "2018-01-01", "to": "2018-06-30"}
    assert datetime.fromisoformat(answer["as_of"]).utcoffset() == timedelta(hours=8)
    assert all(column.keys() == {"code", "name", "unit", "rule"} for column in answer["columns"])
    codes = [column["code"] for column in answer["columns"]]
    assert [row["month"] for row in answer["rows"]] == [f"2018-0{month}" for month in range(1, 7)]
    assert all(list(row) == ["month", *codes] for row in answer["rows"])
    assert list(answer["total"]) == codes
    assert answer["rows"][0]["event.reported"] == 3
    assert answer["total"]["event.close_rate"] == {"numerator": 3, "denominator": 4, "percent": "75.00"}


def test_rows_of_what_was_not_filled_in_are_null(small: Commands) -> None:
    answer = small.json("tally", "event", "--period", "2018-02", "--by", "village")
    assert [row["village"] for row in answer["rows"]] == ["桐川村", "内冯村", "西山村", None]
    assert answer["town"] is None


def test_items_and_spots_have_no_total(small: Commands) -> None:
    answer = small.json("tally", "hazard", "--period", "2018")
    assert answer["by"] == ["unit"]
    assert {row["unit"]: row["hazard.found"] for row in answer["rows"]} == {"条": 3, "处": 1}
    assert set(answer["total"].values()) == {None}
    assert small.json("tally", "hazard", "--period", "2018", "--where", "unit=条")["total"]["hazard.found"] == 3


@pytest.mark.parametrize(("amount", "written"), [("3", "3"), ("3.000", "3"), ("2.5", "2.5"), ("0", "0")])
def test_a_whole_number_is_written_as_one(amount: str, written: str) -> None:
    assert repr(number_json(Decimal(amount))) == written


def test_a_rate_over_nothing_has_no_percent() -> None:
    assert value_json(Rate(Decimal(0), Decimal(0))) == {"numerator": 0, "denominator": 0, "percent": None}
    assert value_json(None) is None


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "—" if value["percent"] is None else f"{value['percent']}%"
    return "—" if value is None else str(value)


def _written(cell: Any) -> str:
    """A cell as a spreadsheet shows it."""
    if cell.number_format == "0.00%":
        return f"{cell.value:.2%}"
    return "" if cell.value is None else str(cell.value)


@pytest.mark.parametrize(("kind", "by"), [("event", "village"), ("dispute", "month"), ("hazard", "village")])
def test_the_files_of_a_table_say_what_the_json_says(small: Commands, tmp_path: Path, kind: str, by: str) -> None:
    text, book = tmp_path / "表.csv", tmp_path / "表.xlsx"
    answer = small.json("tally", kind, "--period", "2018-01..2018-02", "--by", by, "--csv", text, "--xlsx", book)
    codes = [column["code"] for column in answer["columns"]]
    expected = [
        [row[word] or "未填" for word in answer["by"]] + [_shown(row[code]) for code in codes] for row in answer["rows"]
    ]
    expected.append(["合计", *[""] * (len(answer["by"]) - 1), *[_shown(answer["total"][code]) for code in codes]])
    with text.open(encoding="utf-8-sig", newline="") as file:
        headings, *lines = csv.reader(file)
    assert headings[len(answer["by"]) :] == [f"{c['name']}（{c['unit']}）" for c in answer["columns"]]
    assert lines == expected
    opened = load_workbook(book)
    cells = [[_written(cell) for cell in row] for row in opened.worksheets[0].iter_rows()]
    opened.close()
    assert cells == [headings, *expected]


def test_a_name_that_begins_like_a_formula_stays_a_name(commands: Commands, tmp_path: Path) -> None:
    ledger = tmp_path / "台账.csv"
    ledger.write_text(
        "标题,类别,所属村社,上报人,上报时间\n演示,邻里纠纷,桐川村,=1+1,2018-06-11\n", encoding="utf-8-sig"
    )
    commands.json("import", "event", ledger)
    book = tmp_path / "表.xlsx"
    commands.json("tally", "event", "--period", "2018", "--by", "staff", "--xlsx", book)
    opened = load_workbook(book)
    cell = opened.worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    opened.close()


@pytest.mark.parametrize("option", ["--csv", "--xlsx"])
def test_a_table_that_cannot_be_written_is_refused(small: Commands, tmp_path: Path, option: str) -> None:
    asked = ("tally", "event", "--period", "2018", option, tmp_path / "没有" / "表.xlsx")
    assert "不能写入" in small.refusal(*asked)


def test_an_office_that_is_not_there_is_refused_and_not_built(commands: Commands, tmp_path: Path) -> None:
    missing = tmp_path / "没有.db"
    assert "没有找到数据库文件" in commands.refusal("figures", "--database", missing)
    assert not missing.exists()


def test_a_workbook_is_named_as_one(small: Commands, tmp_path: Path) -> None:
    target = tmp_path / "表.csv"
    assert ".xlsx" in small.refusal("tally", "event", "--period", "2018", "--xlsx", target)
    assert not target.exists()


def test_the_help_names_every_dimension(small: Commands) -> None:
    status, out, _ = small.run("tally", "--help")
    assert status == 0
    assert [d for d in Dimension if d.value not in out] == []


def test_as_of_before_the_import_there_was_nothing(commands: Commands, tmp_path: Path) -> None:
    before = datetime.now(UTC)
    commands.json("import", "event", workbook(tmp_path / "台账.xlsx", [event_row("GH-001")]))
    after = datetime.now(UTC) + timedelta(minutes=1)
    told = {
        moment: commands.json("tally", "event", "--period", "2018", "--by", "month", "--as-of", moment.isoformat())
        for moment in (before, after)
    }
    assert [told[m]["total"]["event.reported"] for m in (before, after)] == [0, 1]
    assert [told[m]["total"]["event.closing"] for m in (before, after)] == [0, 1]
    assert datetime.fromisoformat(told[before]["as_of"]) == before.replace(microsecond=0)


def test_a_list_answers_in_the_promised_shape_and_adds_up(on_small_office: Commands) -> None:
    answer = on_small_office.json("list", "event.closed", "--period", "2018-01..2018-02", "--town", "高湖镇")
    assert answer.keys() >= {"indicator", "total", "cases"}
    assert (answer["indicator"], answer["total"]) == ("event.closed", 3)
    assert all(list(case) == ["number", "title", "day", "quantity"] for case in answer["cases"])
    assert sum(case["quantity"] for case in answer["cases"]) == 3


@pytest.mark.parametrize(
    ("where", "total"),
    [
        (("village=桐川村",), 2),
        (("village=桐川村", "village=内冯村"), 3),
        (("village=未填",), 1),
        (("category=邻里纠纷",), 2),
        (("platform=综治工作",), 2),
        (("staff=演示甲",), 1),
        (("month=2018-01",), 3),
        (("month=2018-01", "village=内冯村"), 1),
        (("staff=没有这个人",), 0),
    ],
)
def test_a_list_is_narrowed_by_what_people_write(small: Commands, where: tuple[str, ...], total: int) -> None:
    options = [word for pair in where for word in ("--where", pair)]
    answer = small.json("list", "event.reported", "--period", "2018-01..2018-02", *options)
    assert (answer["total"], len(answer["cases"])) == (total, total)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("tally", "event", "--period", "2018-13"), "看不懂统计期间“2018-13”"),
        (("tally", "event", "--period", "9999-12-31"), "看不懂统计期间"),
        (("tally", "event", "--period", "2018-02..2018-01"), "早于起日"),
        (("tally", "event", "--period", "2018", "--by", "nonsense"), "没有“nonsense”这个统计维度"),
        (("tally", "event", "--period", "2018", "--by", "outcome"), "网格事件没有“结果”（outcome）"),
        (("tally", "event", "--period", "2018", "--town", "没有镇"), "没有叫“没有镇”的乡镇"),
        (("tally", "event", "--period", "2018", "--as-of", "昨天"), "看不懂时刻“昨天”"),
        (("list", "event.nonsense", "--period", "2018"), "没有“event.nonsense”这个指标"),
        (("list", "event.reported", "--period", "2018", "--where", "village"), "看不懂条件“village”"),
        (("list", "event.reported", "--period", "2018", "--where", "village=陈岙村"), "没有叫“陈岙村”的村社"),
        (("list", "event.reported", "--period", "2018", "--where", "mode=人民调解"), "没有“调解方式”"),
        (("list", "dispute.found", "--period", "2018", "--where", "outcome=撤回"), "不分结果"),
        (("list", "dispute.succeeded", "--period", "2018", "--where", "outcome=成了"), "可用的有：调解成功"),
        (("tally", "hazard", "--period", "2018", "--where", "unit=吨"), "可用的有：条、处"),
        (("list", "event.reported", "--period", "2018-01", "--where", "month=2018-02"), "不在统计期间"),
        (("tally", "event", "--period", "2018", "--by", "band"), "网格事件没有“涉及人数”（band）"),
        (
            ("tally", "dispute", "--period", "2018", "--where", "form=录音"),
            "没有叫“录音”的协议形式，可用的有：书面、口头、无",
        ),
        (
            ("tally", "dispute", "--period", "2018", "--where", "band=5人"),
            "可用的有：50人以下、50至100、100至500、500以上",
        ),
        (("list", "dispute.found", "--period", "2018", "--where", "committee=市"), "可用的有：村、居、乡镇、街道"),
        (("list", "dispute.found", "--period", "2018", "--where", "mediation_type=纠纷"), "没有叫“纠纷”的人民调解类型"),
        (("list", "dispute.found", "--period", "2018", "--where", "monthly_type=纠纷"), "没有叫“纠纷”的综治月报类型"),
        (
            ("list", "dispute.found", "--period", "2018", "--where", "campaign_column=纠纷"),
            "没有叫“纠纷”的强基促稳栏目",
        ),
        (("list", "dispute.found", "--period", "2018", "--where", "form=口头"), "“排查”不分协议形式"),
        (
            ("tally", "dispute", "--period", "2018", "--table", "没有表"),
            "矛盾纠纷没有叫“没有表”的专项统计，可用的有：重大疑难",
        ),
        (("tally", "dispute", "--period", "2018", "--table", "防止激化", "--by", "form"), "没有“协议形式”（form）"),
        (("figures", "--town", "没有镇"), "没有叫“没有镇”的乡镇"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(small: Commands, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in small.refusal(*words)
    assert sentence in small.refusal(*words, "--json")


@pytest.mark.parametrize("words", [("tally", "event"), ("tally", "nonsense", "--period", "2018"), ("list",)])
def test_wrong_usage_is_exit_status_2(small: Commands, words: tuple[str, ...]) -> None:
    assert small.run(*words)[0] == 2


def test_figures_answer_in_the_promised_shape(on_small_office: Commands) -> None:
    published = PublishedFigure(
        id="T01",
        town="高湖镇",
        indicator="event.reported",
        where={Dimension.VILLAGE: ("桐川村",)},
        period=period_named("2018-01"),
        reported=Decimal(3),
        at_least=False,
        unit="件",
        title="演示",
        source="演示",
        sentence="演示",
    )
    with open_office(on_small_office.database) as office:
        office.registers.publish([published])
    (answer,) = on_small_office.json("figures", "--town", "高湖镇")
    promised = {
        "id": "T01",
        "town": "高湖镇",
        "indicator": "event.reported",
        "where": {"village": "桐川村"},
        "period": {"from": "2018-01-01", "to": "2018-01-31"},
        "reported": 3,
        "at_least": False,
        "unit": "件",
        "recomputed": 2,
        "difference": -1,
        "verdict": "不符",
    }
    assert answer.items() >= promised.items()


def test_tables_lists_and_figures_are_printed_for_people(small: Commands) -> None:
    for words in [
        ("tally", "event", "--period", "2018", "--by", "village"),
        ("tally", "hazard", "--period", "2018"),
        ("list", "event.reported", "--period", "2018"),
        ("figures",),
    ]:
        status, out, err = small.run(*words)
        assert (status, err) == (0, "")
        assert out.strip()

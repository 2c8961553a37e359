"""The commands `explain`, `match` and `historical`."""

import csv
from datetime import date
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.ports import CaseQuery
from gridapp.reconciling.registering import register
from tests.gridapp.cli.commands import Commands
from tests.gridapp.ledger_files import event_row, text_file, workbook
from tests.gridapp.reconciling.figures import reported_figure
from tests.offices import ACTOR, NOW, amended, at, recorded

HEADINGS = ["事件编号", "标题", "所属村社", "上报时间"]


@pytest.fixture
def reported(commands: Commands) -> Commands:
    """An office that has reported two events of June, of which one has moved to July since."""
    with open_office(commands.database) as office:
        _, moved = (recorded(office, date(2018, 6, 11)) for _ in range(2))
        register(office, reported_figure(2, NOW()), ACTOR, NOW)
        amended(office, moved, reported_at=at(2018, 7, 3, 9))
    return commands


def test_a_figure_is_explained_in_the_promised_shape(reported: Commands) -> None:
    (figure,) = reported.json("figures")
    assert (figure["difference"], figure["verdict"]) == (-1, "不符")
    assert figure["reported_at"].endswith("+08:00")
    assert figure["reported_by"] == "演示填报人"
    answer = reported.json("explain", figure["id"])
    assert answer.items() >= figure.items()
    assert [answer[name] for name in ("then", "explained", "unexplained", "since_is_known")] == [2, -1, 0, True]
    (record,) = answer["records"]
    assert (record["cause"], record["difference"], record["detail"]) == ("月份移动", -1, "月份 2018-06 → 2018-07")
    assert (record["person"], record["part"]) == (ACTOR.name, None)


def test_people_read_the_explanation_as_a_table(reported: Commands) -> None:
    (figure,) = reported.json("figures")
    status, out, _ = reported.run("explain", figure["id"])
    assert status == 0
    for words in ("上报数 2", "重算数 1", "差额 -1", "月份移动", "此后变动 1 件"):
        assert words in out


def test_an_unknown_figure_is_refused(in_file: Commands) -> None:
    assert "没有编号为“Z9”的上报数" in in_file.refusal("explain", "Z9")


@pytest.fixture
def listed(commands: Commands, tmp_path: Path) -> Commands:
    """An office with three imported events of June."""
    rows = [event_row(f"GH-{n}", 标题=f"演示：第{n}处路灯不亮") for n in range(3)]
    commands.json("import", "event", workbook(tmp_path / "台账.xlsx", rows))
    return commands


def upper(path: Path, numbers: list[int]) -> Path:
    rows = [event_row(f"GH-{n}", 标题=f"演示：第{n}处路灯不亮") for n in numbers]
    return text_file(path, rows, HEADINGS, encoding="utf-8-sig")


def test_a_list_is_matched_in_the_promised_shape(listed: Commands, tmp_path: Path) -> None:
    path = upper(tmp_path / "清单.csv", [1, 2, 7])
    answer = listed.json("match", "event", path, "--period", "2018-06", "--town", "高湖镇")
    assert answer["groups"] == {"相符": 2, "仅本地": 1, "仅上级": 1, "月份不同": 0, "类别不同": 0}
    assert answer["columns"] == {heading: heading for heading in HEADINGS}
    assert (answer["rows"], answer["outside"]) == (3, 0)
    told = {(line["group"], line["row"], line["number"], line["upper_number"]) for line in answer["lines"]}
    assert ("仅上级", 4, None, "GH-7") in told
    assert ("仅本地", None, "GH-0", None) in told


def test_people_read_what_does_not_agree(listed: Commands, tmp_path: Path) -> None:
    path = upper(tmp_path / "清单.csv", [1, 2, 7])
    status, out, _ = listed.run("match", "event", path, "--period", "2018-06", "--town", "高湖镇")
    assert status == 0
    assert "【仅上级】" in out
    assert "相符 2，仅本地 1，仅上级 1，月份不同 0，类别不同 0" in out


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_result_is_a_file(listed: Commands, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"结果.{suffix}"
    path = upper(tmp_path / "清单.csv", [1, 2, 7])
    listed.json("match", "event", path, "--period", "2018-06", "--town", "高湖镇", "--out", out)
    if suffix == "csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            headings, *rows = csv.reader(file)
        assert headings[0] == "结论"
        assert [row[0] for row in rows] == ["相符", "相符", "仅本地", "仅上级"]
    assert out.stat().st_size > 0


def test_a_result_of_another_format_is_refused(listed: Commands, tmp_path: Path) -> None:
    path = upper(tmp_path / "清单.csv", [1])
    asked = ("match", "event", path, "--period", "2018-06", "--town", "高湖镇", "--out", tmp_path / "结果.pdf")
    assert "只能存为 .xlsx 或 .csv" in listed.refusal(*asked)


def test_a_column_can_be_named_and_is_remembered(listed: Commands, tmp_path: Path) -> None:
    path = tmp_path / "清单.csv"
    path.write_text("甲,乙,丙\nGH-1,x,y\nGH-2,x,y\n", encoding="utf-8")
    asked = ("match", "event", path, "--period", "2018-06", "--town", "高湖镇")
    assert "认不出清单里的哪一列" in listed.refusal(*asked)
    assert listed.json(*asked, "--column", "事件编号=甲")["groups"]["相符"] == 2
    assert listed.json(*asked)["columns"] == {"事件编号": "甲"}
    assert "看不懂列对应“编号=甲”" in listed.refusal(*asked, "--column", "编号=甲")


def test_matching_changes_no_case(listed: Commands, tmp_path: Path) -> None:
    listed.json("match", "event", upper(tmp_path / "清单.csv", [7]), "--period", "2018-06", "--town", "高湖镇")
    with open_office(listed.database) as office:
        ids = office.lists.find_ids(CaseQuery(kind=Kind.EVENT, period=period_named("2018-06")))
        assert [case.version for case in office.cases.load_all(ids).values()] == [1, 1, 1]


def totals(path: Path, value: str = "120") -> Path:
    rows = [{"月份": "2016-03", "指标": "event.reported", "数值": value, "来源": "演示：2016年报表"}]
    return text_file(path, rows, ["月份", "指标", "数值", "来源"], encoding="utf-8-sig")


def test_historical_totals_are_added_listed_and_taken_back(commands: Commands, tmp_path: Path) -> None:
    (kept,) = commands.json("historical", "add", totals(tmp_path / "补录.csv"), "--town", "高湖镇")
    assert kept == {
        "n": 1,
        "town": "高湖镇",
        "month": "2016-03",
        "indicator": "event.reported",
        "where": {},
        "value": 120,
        "source": "演示：2016年报表",
        "person": ACTOR.name,
        "taken_back": False,
        "historical": True,
    }
    assert commands.json("historical", "list", "--town", "高湖镇") == [kept]
    assert commands.json("tally", "event", "--period", "2016")["total"]["event.reported"] == 0
    status, _, _ = commands.run("historical", "take-back", 1, "--reason", "演示：抄错")
    assert status == 0
    assert [one["taken_back"] for one in commands.json("historical", "list")] == [True]
    assert "已经撤回" in commands.refusal("historical", "take-back", 1, "--reason", "演示")


def test_totals_with_a_mistake_are_not_kept(in_file: Commands, tmp_path: Path) -> None:
    refusal = in_file.refusal("historical", "add", totals(tmp_path / "补录.csv", "很多"), "--town", "高湖镇")
    assert "第 2 行：“数值”应为不小于零的数字" in refusal
    assert in_file.json("historical", "list") == []


def test_people_read_that_totals_are_never_added(in_file: Commands, tmp_path: Path) -> None:
    in_file.run("historical", "add", totals(tmp_path / "补录.csv"), "--town", "高湖镇")
    status, out, _ = in_file.run("historical", "list")
    assert status == 0
    assert "不相加" in out

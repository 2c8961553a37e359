"""The commands `import` and `undo-import`."""

from pathlib import Path
from typing import Any

import pytest

from tests.gridapp.cli.commands import Commands
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, text_file, workbook

ROWS = [
    event_row("GH-001"),
    event_row("GH-002", 所属村社="内冯村", 办结时间="2018-06-20", 处置结果="演示"),
    event_row("GH-003", 类别="错"),
    event_row("GH-004", 网格="第九网格"),
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """An event ledger of four rows, one of them wrong."""
    return workbook(tmp_path / "台账.xlsx", ROWS)


def test_an_import_answers_in_the_promised_shape(commands: Commands, ledger: Path) -> None:
    answer = commands.json("import", "event", ledger)
    assert isinstance(answer.pop("batch"), str)
    remark = {"row": 5, "column": "网格", "value": "第九网格", "code": "grid"}
    assert answer.pop("remarks")[0].items() >= remark.items()
    message = "“类别”里的“错”不在类别表中，请改为表中的名称。"
    assert answer == {
        "read": 4,
        "new": 3,
        "changed": 0,
        "same": 0,
        "refused": 1,
        "problems": [{"row": 4, "column": "类别", "value": "错", "code": "category", "message": message}],
        "skipped": [],
        "unused": [],
    }


def test_the_same_file_again_is_nothing_new(in_file: Commands, ledger: Path) -> None:
    in_file.json("import", "event", ledger)
    again = in_file.json("import", "event", ledger)
    assert (again["batch"], again["new"], again["same"], again["refused"]) == (None, 0, 3, 1)


def test_a_batch_is_taken_back_and_only_once(commands: Commands, ledger: Path) -> None:
    asked: tuple[Any, ...] = ("tally", "event", "--period", "2018", "--by", "village", "--by", "month")
    before = commands.json(*asked)
    batch = commands.json("import", "event", ledger)["batch"]
    assert commands.json(*asked)["total"]["event.reported"] == 3
    assert commands.json("undo-import", batch) == {"batch": batch, "cases": 3}
    assert commands.json(*asked) | {"as_of": ""} == before | {"as_of": ""}
    assert "没有可以撤销的导入批次" in commands.refusal("undo-import", batch)


def test_a_trial_run_writes_nothing_at_all(commands: Commands, ledger: Path) -> None:
    before = dump(commands.database)
    answer = commands.json("import", "event", ledger, "--dry-run")
    assert (answer["batch"], answer["new"], answer["refused"]) == (None, 3, 1)
    assert dump(commands.database) == before


def test_a_trial_run_in_a_new_office_leaves_it_empty(on_nothing: Commands, ledger: Path) -> None:
    answer = on_nothing.json("import", "event", ledger, "--dry-run", "--town", "高湖镇")
    assert answer["new"] == 3
    assert dump(on_nothing.database)["area"] == []


def test_a_refused_file_in_a_new_office_leaves_it_empty(on_nothing: Commands, tmp_path: Path) -> None:
    assert "找不到文件" in on_nothing.refusal("import", "event", tmp_path / "没有.xlsx", "--town", "高湖镇")
    assert dump(on_nothing.database)["area"] == []


def test_the_first_import_takes_its_town_on_file(on_nothing: Commands, ledger: Path) -> None:
    assert on_nothing.json("import", "event", ledger, "--town", "高湖镇")["new"] == 3
    assert on_nothing.json("tally", "event", "--period", "2018", "--town", "高湖镇")["total"]["event.reported"] == 3


def test_refused_rows_are_written_and_the_importer_is_named(in_file: Commands, ledger: Path, tmp_path: Path) -> None:
    out = tmp_path / "退回.xlsx"
    status, said, err = in_file.run("import", "event", ledger, "--rejects", out, "--by", "演示导入员")
    assert (status, err) == (0, "")
    assert "读取 4 行，新增 3，更新 0，相同 0，退回 1" in said
    assert out.is_file()
    assert {row[5] for row in dump(in_file.database)["import_batch"]} == {"演示导入员"}


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (None, "没有.xlsx", "找不到文件"),
        (b"no workbook", "假.xlsx", "打不开 假.xlsx"),
        (b"", "空.xlsx", "空.xlsx 是空文件"),
        (b"", "空.csv", "空.csv 是空文件"),
        ("标题,类别\n演示,邻里纠纷\n".encode(), "缺列.csv", "缺少必填的列：所属村社、上报时间"),
        (b"%PDF-1.4", "台账.pdf", "不能读取 .pdf 文件"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_in_one_line(
    in_file: Commands, tmp_path: Path, content: bytes | None, name: str, sentence: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = dump(in_file.database)
    assert sentence in in_file.refusal("import", "event", tmp_path / name)
    assert dump(in_file.database) == before


def test_an_unknown_town_is_refused_with_those_that_are_known(in_file: Commands, ledger: Path) -> None:
    line = in_file.refusal("import", "event", ledger, "--town", "没有镇")
    assert "不认识乡镇“没有镇”，可选：高湖镇、水头镇" in line


def test_a_missing_sheet_is_refused(in_file: Commands, ledger: Path) -> None:
    assert "没有叫“七月”的工作表" in in_file.refusal("import", "event", ledger, "--sheet", "七月")


@pytest.mark.parametrize("words", [("import", "nonsense", "x.xlsx"), ("import", "event"), ("import",), ("nonsense",)])
def test_wrong_usage_is_exit_status_2(in_file: Commands, words: tuple[str, ...]) -> None:
    status, out, err = in_file.run(*words)
    assert (status, out) == (2, "")
    assert "Traceback" not in err


def test_a_column_may_be_named_and_the_choice_is_remembered(in_file: Commands, tmp_path: Path) -> None:
    headings = ["事由", "类别", "所属村社", "上报时间", "编者按"]
    rows = [dict(zip(headings, ["演示：积水", "邻里纠纷", "桐川村", "2018-06-11", "演示"], strict=True))]
    path = text_file(tmp_path / "台账.csv", rows, headings, encoding="utf-8")
    assert "缺少必填的列：标题" in in_file.refusal("import", "event", path)
    answer = in_file.json("import", "event", path, "--map", "标题=事由")
    assert (answer["new"], answer["unused"]) == (1, ["编者按"])
    assert in_file.json("import", "event", path)["same"] == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("标题", "应写成 列=表头"), ("标题=没有", "表头里没有“没有”"), ("没有=标题", "没有“没有”这一列")],
)
def test_a_column_that_is_none_is_refused(in_file: Commands, ledger: Path, said: str, sentence: str) -> None:
    assert sentence in in_file.refusal("import", "event", ledger, "--map", said)


def test_days_without_a_year_are_asked_about_and_read_by_the_year_that_is_given(
    in_file: Commands, tmp_path: Path
) -> None:
    path = text_file(tmp_path / "台账.csv", [event_row("GH-001", 上报时间="6.11")], encoding="utf-8")
    _, said, _ = in_file.run("import", "event", path)
    assert "可用 --year 指明" in said
    assert in_file.json("import", "event", path, "--year", "2018")["new"] == 1


def test_rows_that_were_passed_over_are_told(in_file: Commands, tmp_path: Path) -> None:
    rows = [event_row("GH-001"), {}, {"事件编号": "合计"}]
    path = text_file(tmp_path / "台账.csv", rows, encoding="utf-8")
    answer = in_file.json("import", "event", path)
    assert answer["skipped"] == [{"first": 3, "last": 3, "why": "空行"}, {"first": 4, "last": 4, "why": "合计行"}]
    _, said, _ = in_file.run("import", "event", path)
    assert "跳过：第 3 行（空行）；第 4 行（合计行）。" in said


def test_rows_of_a_closed_month_go_in_and_out_by_a_leaders_leave(in_file: Commands, tmp_path: Path) -> None:
    first = text_file(tmp_path / "一.csv", [event_row("GH-001", 上报时间="2018-01-11")], encoding="utf-8")
    in_file.json("import", "event", first)
    in_file.json("close", "2018-01", "--town", "高湖镇")
    rows = [event_row("GH-001", 上报时间="2018-01-11", 所属村社="西山村"), event_row("GH-002", 上报时间="2018-01-12")]
    path = text_file(tmp_path / "二.csv", rows, encoding="utf-8")
    refused = in_file.json("import", "event", path)
    assert [problem["code"] for problem in refused["problems"]] == ["closed-month", "closed-month"]
    leave = ("--authority", "演示领导", "--reason", "演示：漏报")
    assert "请填写更正原因" in in_file.refusal("import", "event", path, "--authority", "演示领导")
    done = in_file.json("import", "event", path, *leave)
    assert (done["new"], done["changed"], done["refused"]) == (1, 1, 0)
    assert "2018年1月已经关账" in in_file.refusal("undo-import", done["batch"])
    assert in_file.json("undo-import", done["batch"], *leave)["cases"] == 2

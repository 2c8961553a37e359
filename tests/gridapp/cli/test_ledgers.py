"""The commands `import` and `undo-import`."""

from pathlib import Path
from typing import Any

import pytest

from tests.gridapp.cli.commands import Commands
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, workbook

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
        (b"", "空.xlsx", "打不开 空.xlsx"),
        (b"", "空.csv", "这不是网格事件台账"),
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

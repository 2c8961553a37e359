"""The commands `demo`, `sample` and `check`: whole offices."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.demonstration.office import build
from tests.gridapp.cli.commands import Commands
from tests.gridapp.demonstration.built import Built
from tests.gridapp.dumps import dump
from tests.gridapp.ledger_files import event_row, workbook
from tests.offices import ACTOR


def test_check_answers_in_the_promised_shape(on_small_office: Commands) -> None:
    answer = on_small_office.json("check")
    assert list(answer) == ["ok", "checks"]
    assert answer["ok"] is True
    assert len(answer["checks"]) >= 5
    assert all(check.keys() == {"name", "ok", "detail"} and check["ok"] for check in answer["checks"])


@pytest.mark.parametrize(
    ("tampering", "failing"),
    [
        ("UPDATE month_balance_by_village SET quantity = quantity + 1000", "月度余额与分录"),
        ("DELETE FROM month_balance_by_category", "月度余额与分录"),
        ("UPDATE event_detail SET reporter = '他人'", "计数分录与案件"),
        ("UPDATE case_head SET title = '偷改'", "修改记录"),
        ("UPDATE case_head SET status = 'closed'", "查找索引"),
        ("DROP TRIGGER history_no_update; UPDATE history SET person = '他人'", "修改记录"),
        ("DROP TRIGGER history_no_delete; DELETE FROM history", "修改记录"),
        ("PRAGMA foreign_keys = OFF; UPDATE case_head SET village = '不存在'", "数据库文件与外键"),
    ],
)
def test_check_finds_what_was_tampered_with(
    tmp_path: Path, sqlite_template: Path, tampering: str, failing: str
) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    commands = Commands(path, tmp_path)
    commands.json("import", "event", workbook(tmp_path / "台账.xlsx", [event_row("GH-001"), event_row("GH-002")]))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(tampering)
        connection.commit()
    status, out, err = commands.run("check")
    assert status == 1
    assert len(err.splitlines()) == 1
    failed = [line for line in out.splitlines() if line.startswith("不通过")]
    assert any(failing in line for line in failed), out


def test_a_sample_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b", "c")]
    seeds = [7, 7, 8]
    dumps = []
    for folder, seed in zip(folders, seeds, strict=True):
        commands = Commands(folder / "office.db", tmp_path)
        answer = commands.json("sample", "--cases", 60, "--seed", seed)
        assert sum(answer.values()) == 60
        assert commands.json("check")["ok"] is True
        dumps.append(dump(commands.database))
    assert dumps[0] == dumps[1]
    assert dumps[0]["case_head"] != dumps[2]["case_head"]


@pytest.mark.parametrize("words", [("sample", "--cases", 5), ("demo", "--no-window")])
def test_an_office_with_other_data_is_never_filled(in_file: Commands, words: tuple[object, ...]) -> None:
    before = dump(in_file.database)
    assert "已有" in in_file.refusal(*words)
    assert dump(in_file.database) == before


@pytest.mark.parametrize("cases", [0, -1, "viele"])
def test_a_sample_of_nothing_is_wrong_usage(on_nothing: Commands, cases: object) -> None:
    assert on_nothing.run("sample", "--cases", cases)[0] == 2


def test_the_demonstration_agrees_with_every_published_figure_and_stays(demonstration: Built, tmp_path: Path) -> None:
    commands = Commands(demonstration.copied(tmp_path), tmp_path)
    assert len(demonstration.figures) >= 36
    assert [figure["id"] for figure in demonstration.figures if figure["verdict"] != "相符"] == []
    assert commands.json("demo", "--no-window") == commands.json("figures") == demonstration.figures
    assert commands.json("check")["ok"] is True
    assert [*demonstration.windows, *commands.windows] == []


def test_a_demonstration_that_was_broken_off_is_gone_on_with(on_nothing: Commands) -> None:
    class Killed(Exception):
        """The process ends in the middle."""

    def kill(told: str) -> None:
        if "水头镇" in told:
            raise Killed

    with open_office(on_nothing.database) as office, suppress(Killed):
        build(office, ACTOR, office.cases.now, kill)
    figures = on_nothing.json("demo", "--no-window")
    assert [figure["id"] for figure in figures if figure["verdict"] != "相符"] == []
    assert on_nothing.json("check")["ok"] is True


def test_without_a_command_the_window_opens_on_the_database(in_file: Commands) -> None:
    assert in_file.run("--database", in_file.database)[0] == 0
    assert in_file.windows == [in_file.database]


def test_a_database_named_before_the_command_is_the_one_it_works_on(on_small_office: Commands, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    assert on_small_office.run("--database", other, "sample", "--cases", 5, "--seed", 1)[0] == 0
    assert other.exists()
    with open_office(str(other)) as office:
        assert not office.is_empty()

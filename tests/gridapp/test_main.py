"""The program as it is started: what scripts see of it when something is amiss."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.gridapp.ledger_files import event_row, workbook


def started(folder: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `python -m gridapp …` with a home of its own."""
    home = {name: str(folder / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")}
    return subprocess.run(
        [sys.executable, "-m", "gridapp", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        env={**os.environ, **home, "PYTHONUTF8": "1", **environment},
        cwd=Path(__file__).parents[2],
    )


def test_a_command_prints_its_json_and_nothing_else(tmp_path: Path, sqlite_template: Path) -> None:
    database = tmp_path / "office.db"
    database.write_bytes(sqlite_template.read_bytes())
    path = workbook(tmp_path / "台账.xlsx", [event_row("GH-001")])
    done = started(tmp_path, "import", "event", path, "--json", GRIDAPP_DATABASE=str(database))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["new"] == 1


def _text(path: Path) -> None:
    path.write_text("这不是数据库\n", encoding="utf-8")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def _read_only(path: Path) -> None:
    path.chmod(0o444)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_text, "不是本软件的数据库文件"),
        (_newer, "由更新版本的软件建立"),
        (_read_only, "是只读的"),
        (Path.unlink, "找不到文件"),
    ],
)
def test_a_known_failure_is_one_line_on_stderr(
    tmp_path: Path, sqlite_template: Path, spoil: object, sentence: str
) -> None:
    database = tmp_path / "office.db"
    database.write_bytes(sqlite_template.read_bytes())
    spoil(database)  # type: ignore[operator]
    done = started(tmp_path, "import", "event", tmp_path / "没有.xlsx", "--town", "高湖镇", "--database", database)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert sentence in done.stderr


def test_refused_rows_that_cannot_be_written_are_one_line(tmp_path: Path, sqlite_template: Path) -> None:
    database = tmp_path / "office.db"
    database.write_bytes(sqlite_template.read_bytes())
    path = workbook(tmp_path / "台账.xlsx", [event_row("GH-001", 类别="错")])
    out = tmp_path / "没有" / "退回.xlsx"
    done = started(tmp_path, "import", "event", path, "--rejects", out, "--database", database)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert "不能写入" in done.stderr


def test_wrong_usage_is_exit_status_2(tmp_path: Path) -> None:
    done = started(tmp_path, "tally", "event", "--database", tmp_path / "office.db")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_help_tells_every_command(tmp_path: Path) -> None:
    done = started(tmp_path, "--help")
    assert done.returncode == 0
    for command in ("demo", "import", "undo-import", "tally", "list", "figures", "check", "sample"):
        assert command in done.stdout


def test_without_a_desktop_the_window_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = started(tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("没有检测到图形桌面")
    assert len(done.stderr.splitlines()) == 1

"""The commands `calendar import` and `calendar show`."""

import json
from pathlib import Path

import pytest

from tests.gridapp.cli.commands import Commands

GOOD = """日期,是否上班,名称,依据
2027-01-01,否,元旦,演示通知
2027-05-01,否,劳动节,演示通知
2027-10-01,否,国庆节,演示通知
2027-10-02,否,国庆节,演示通知
2027-10-03,否,国庆节,演示通知
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A year that can be imported."""
    path = tmp_path / "2027.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_an_imported_year_is_shown(commands: Commands, good: Path) -> None:
    assert commands.json("calendar", "import", good) == {"years": [2027], "days": 365, "problems": []}
    shown = commands.json("calendar", "show", 2027)
    assert (shown["year"], shown["workdays"], len(shown["months"])) == (2027, 259, 12)
    assert shown["marked"][0] == {"day": "2027-01-01", "is_workday": False, "name": "元旦", "source": "演示通知"}


def test_the_given_year_is_shown_in_words(in_file: Commands) -> None:
    status, out, err = in_file.run("calendar", "show", 2018)
    assert (status, err) == (0, "")
    assert "2018 年：250 个工作日。" in out
    assert any("2018-02-11" in line and "上班" in line and "春节" in line for line in out.splitlines())


def test_a_year_without_a_calendar_is_refused_in_one_sentence(in_file: Commands) -> None:
    assert "2027 年的工作日历未维护" in in_file.refusal("calendar", "show", 2027)


def test_a_trial_writes_nothing(in_file: Commands, good: Path) -> None:
    status, out, _ = in_file.run("calendar", "import", good, "--dry-run")
    assert (status, "没有写入" in out) == (0, True)
    assert "未维护" in in_file.refusal("calendar", "show", 2027)


def test_problems_are_listed_and_nothing_is_written(in_file: Commands, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(GOOD + "6.11,否,,\n2027-02-30,也许,,\n", encoding="utf-8")
    status, out, err = in_file.run("calendar", "import", bad)
    assert status == 1
    assert [line.split()[0] for line in out.splitlines()[2:]] == ["7", "8", "8"]
    assert "有 3 处问题，没有导入" in err
    assert "未维护" in in_file.refusal("calendar", "show", 2027)


def test_problems_are_listed_for_scripts_too(in_file: Commands, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(GOOD + "6.11,否,,\n", encoding="utf-8")
    status, out, err = in_file.run("calendar", "import", bad, "--json")
    assert (status, err) == (1, "")
    (problem,) = json.loads(out)["problems"]
    assert (problem["row"], problem["column"], problem["code"]) == (7, "日期", "date-year")

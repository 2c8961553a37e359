"""Importing a year of working days: whole years or every mistake."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

import resources
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Refusal
from gridapp.importing.calendar_file import import_calendar, read_calendar
from gridapp.ports import Office
from gridapp.registers.work_calendar import work_calendar
from tests.offices import at

HEADINGS = ("日期", "是否上班", "名称", "依据")
HOLIDAYS: Sequence[Sequence[Any]] = (
    ("2027-01-01", "否", "元旦", "演示通知"),
    ("2027-02-20", "是", "春节调休上班", "演示通知"),
    ("2027-05-01", "否", "劳动节", "演示通知"),
    ("2027-10-01", "否", "国庆节", "演示通知"),
    ("2027-10-02", "否", "国庆节", "演示通知"),
    ("2027-10-03", "否", "国庆节", "演示通知"),
)


def _csv(path: Path, rows: Sequence[Sequence[Any]], headings: Sequence[str] = HEADINGS) -> Path:
    path.write_text("\n".join(",".join(map(str, row)) for row in (headings, *rows)), encoding="utf-8")
    return path


def _codes(path: Path) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.code) for problem in read_calendar(path).problems]


def test_days_that_are_not_listed_are_worked_from_monday_to_friday(tmp_path: Path) -> None:
    found = read_calendar(_csv(tmp_path / "2027.csv", HOLIDAYS))
    assert (list(found.years), list(found.problems), len(found.days)) == ([2027], [], 365)
    worked = {entry.day: entry.is_workday for entry in found.days}
    days = [date(2027, 1, 1), date(2027, 1, 4), date(2027, 2, 20), date(2027, 2, 21)]
    assert [worked[day] for day in days] == [False, True, True, False]


def test_a_listed_day_keeps_its_name_and_source_and_others_name_the_file(tmp_path: Path) -> None:
    days = {entry.day: entry for entry in read_calendar(_csv(tmp_path / "安排.csv", HOLIDAYS)).days}
    assert (days[date(2027, 1, 1)].name, days[date(2027, 1, 1)].source) == ("元旦", "演示通知")
    assert (days[date(2027, 1, 4)].name, days[date(2027, 1, 4)].source) == ("", "安排.csv")


def test_a_workbook_with_a_title_row_and_real_dates_says_the_same(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["演示：2027 年节假日安排"])
    sheet.append(["序号", "日期", "是否工作日", "说明"])
    for number, (day, worked, name, _) in enumerate(HOLIDAYS, 1):
        sheet.append([number, datetime.fromisoformat(day), "上班" if worked == "是" else "放假", name])
    book.save(tmp_path / "2027.xlsx")
    plain = read_calendar(_csv(tmp_path / "2027.csv", HOLIDAYS))
    found = read_calendar(tmp_path / "2027.xlsx")
    assert list(found.problems) == []
    assert [(d.day, d.is_workday, d.name) for d in found.days] == [(d.day, d.is_workday, d.name) for d in plain.days]


def test_the_calendar_that_comes_with_the_program_can_be_imported() -> None:
    found = read_calendar(Path(resources.__file__).parent / "calendar" / "workdays.csv")
    assert (list(found.years), list(found.problems)) == (list(range(2018, 2027)), [])


def test_every_problem_of_every_row_is_told(tmp_path: Path) -> None:
    rows = [
        *HOLIDAYS,
        ("6.11", "也许", "", ""),
        ("2027-02-30", "否", "", ""),
        ("", "", "", ""),
        ("2027-01-01", "是", "", ""),
        ("2027-06-01", "", "长" * 61, ""),
    ]
    assert _codes(_csv(tmp_path / "a.csv", rows)) == [
        (8, "日期", "date-year"),
        (8, "是否上班", "word"),
        (9, "日期", "date"),
        (11, "日期", "twice"),
        (12, "是否上班", "required"),
        (12, "名称", "long"),
    ]


def test_a_year_of_which_only_a_part_is_listed_is_not_taken(tmp_path: Path) -> None:
    path = _csv(tmp_path / "a.csv", [*HOLIDAYS, ("2028-01-01", "否", "元旦", "")])
    found = read_calendar(path)
    assert [(problem.row, problem.code) for problem in found.problems] == [(8, "part-of-year")]
    assert "2028 年没有列出劳动节、国庆节放假" in found.problems[0].message
    assert list(found.days) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("a,b\n1,2\n", "这不是工作日历"),
        ("日期,名称\n2027-01-01,元旦\n", "这不是工作日历"),
        ("日期,是否上班\n", "没有任何日期"),
    ],
)
def test_what_is_no_calendar_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Refusal, match=sentence):
        read_calendar(path)


def test_a_year_is_kept_whole(office: Office, actor: Actor, tmp_path: Path) -> None:
    now = at(2026, 12, 1, 9)
    import_calendar(office.registers, _csv(tmp_path / "2027.csv", HOLIDAYS), actor, lambda: now)
    assert work_calendar(office.registers).add_workdays(date(2026, 12, 31), 1) == date(2027, 1, 4)
    assert {(kept.person, kept.at) for kept in office.registers.workdays()} == {(actor.name, now)}


def test_a_trial_or_a_file_with_a_problem_keeps_nothing(sqlite_office: Office, actor: Actor, tmp_path: Path) -> None:
    good, bad = _csv(tmp_path / "good.csv", HOLIDAYS), _csv(tmp_path / "bad.csv", HOLIDAYS[:2])
    import_calendar(sqlite_office.registers, good, actor, sqlite_office.cases.now, dry_run=True)
    import_calendar(sqlite_office.registers, bad, actor, sqlite_office.cases.now)
    assert list(sqlite_office.registers.workdays()) == []

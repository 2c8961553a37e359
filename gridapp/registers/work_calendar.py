"""The working-day calendar of an office (工作日历): what comes with the program, and its own days above it."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from gridapp.domain.actor import Actor
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.domain.workdays import WorkCalendar, Workday, whole_year
from gridapp.ports import Registers

LONGEST = 60
"""Letters that the name of a day and the reason for it may have."""


def work_calendar(registers: Registers) -> WorkCalendar:
    """The calendar that an office works by; asks the database.

    A day that the office keeps itself stands before the one that comes with the program, so a whole imported year
    replaces it. Days of a year that nobody has given whole make no calendar of it.
    """
    own = {kept.workday.day: kept.workday for kept in registers.workdays()}
    return WorkCalendar({**given_days(), **own}.values())


def change_day(registers: Registers, day: Workday, actor: Actor, at: datetime) -> None:
    """Keeps one day of the office's own.

    Raises `CalendarMissing` where its year is not known, `Unacceptable` where it does not say why (`source`).
    """
    work_calendar(registers).entry(day.day)
    problems = []
    if not day.source.strip():
        problems.append(Problem("source", "required", "请填写依据，例如“县政府办通知”。"))
    problems += [
        Problem(field, "long", f"{word}不要超过 {LONGEST} 字。")
        for field, word, text in (("name", "名称", day.name), ("source", "依据", day.source))
        if len(text) > LONGEST
    ]
    if problems:
        raise Unacceptable(tuple(problems))
    registers.put_workdays([day], actor, at)


@cache
def given_days() -> Mapping[date, Workday]:
    """Every day of the years in `resources/calendar`, which an office can extend."""
    exceptions = {
        (day := date.fromisoformat(row["date"])): Workday(day, row["is_workday"] == "是", row["name"], row["source"])
        for row in _rows("workdays.csv")
    }
    years = {int(row["year"]): row["source"] for row in _rows("years.csv")}
    return {entry.day: entry for year, source in years.items() for entry in whole_year(year, exceptions, source)}


def _rows(name: str) -> Sequence[Mapping[str, str]]:
    text = (files("resources") / "calendar" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))

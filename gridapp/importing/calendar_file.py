"""Reading a year's working days (导入工作日历) from a file: all of it is taken, or every mistake is told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gridapp.domain.actor import Actor, Clock
from gridapp.domain.columns import Column
from gridapp.domain.moment import day_of
from gridapp.domain.problem import Refusal
from gridapp.domain.workdays import Workday, whole_year
from gridapp.importing.reading.cells import Cell
from gridapp.importing.reading.whole import Sheet, read_sheets
from gridapp.importing.rows import RowProblem
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import READERS, text_of
from gridapp.ports import Registers
from gridapp.registers.work_calendar import LONGEST

_WORKED, _FREE = "是", "否"
_COLUMNS = (
    Column("日期", "day", "moment", required=True, aliases=("date", "day")),
    Column(
        "是否上班",
        "is_workday",
        "word",
        required=True,
        aliases=("is_workday", "是否工作日", "工作日", "上班"),
        words=(_WORKED, _FREE),
        synonyms={
            **dict.fromkeys(("1", "true", "True", "TRUE", "上班", "班", "工作日", "调休上班"), _WORKED),
            **dict.fromkeys(("0", "false", "False", "FALSE", "放假", "休", "休息", "休息日", "节假日"), _FREE),
        },
    ),
    Column("名称", "name", "text", aliases=("name", "节日", "说明")),
    Column("依据", "source", "text", aliases=("source", "来源", "文件")),
)
_SEARCHED_ROWS = 30
_FIXED = ((1, 1, "元旦"), (5, 1, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节"))


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a file says: whole years, or every problem of every row; with a problem nothing may be kept."""

    years: Sequence[int]
    days: Sequence[Workday]
    problems: Sequence[RowProblem]


@dataclass(frozen=True, slots=True)
class _Headings:
    sheet: Sheet
    row: int
    places: Mapping[str, int]


def read_calendar(path: Path) -> CalendarFile:
    """Reads a file with a line a day; days that are not listed are worked from Monday to Friday.

    A year is only taken where 元旦, 劳动节 and 国庆节 are listed as free: another one is no year's arrangement.
    Raises `Refusal` where the file cannot be read or holds no calendar.
    """
    found = _headings(read_sheets(path, None))
    entries: dict[date, Workday] = {}
    problems: list[RowProblem] = []
    rows: dict[date, int] = {}
    for number, cells in enumerate(found.sheet.rows[found.row :], found.row + 1):
        if not any(text_of(cell) for cell in cells):
            continue
        values, mistakes = _read(number, cells, found.places)
        problems += mistakes
        if mistakes:
            continue
        entry = Workday(
            day_of(values["day"]), values["is_workday"] == _WORKED, values.get("name", ""), values.get("source", "")
        )
        if entry.day in entries:
            message = f"{entry.day} 在第 {rows[entry.day]} 行已经写过，请只留一行。"
            problems.append(RowProblem(number, _COLUMNS[0].heading, entry.day.isoformat(), "twice", message))
        entries.setdefault(entry.day, entry)
        rows.setdefault(entry.day, number)
    years = sorted({day.year for day in entries})
    if not problems:
        if not years:
            raise Refusal(f"{path.name} 里没有任何日期，没有导入。")
        # A year may seem to lack a holiday only because its row could not be read.
        problems += [problem for year in years if (problem := _not_whole(year, entries, rows)) is not None]
    days = [] if problems else [entry for year in years for entry in whole_year(year, entries, path.name)]
    return CalendarFile(years, days, problems)


def import_calendar(
    registers: Registers, path: Path, actor: Actor, clock: Clock, *, dry_run: bool = False
) -> CalendarFile:
    """Reads a file and, where it has no problem, keeps its years as the office's own.

    Raises `Refusal` where the file cannot be read or holds no calendar.
    """
    found = read_calendar(path)
    if not found.problems and not dry_run:
        registers.put_workdays(found.days, actor, clock())
    return found


def _headings(sheets: Sequence[Sheet]) -> _Headings:
    for sheet in sheets:
        for number, cells in enumerate(sheet.rows[:_SEARCHED_ROWS], 1):
            said = [text_of(cell) for cell in cells]
            places = {
                column.field: place
                for column in _COLUMNS
                for name in reversed((column.heading, *column.aliases))
                for place in _place(said, name)
            }
            if all(column.field in places for column in _COLUMNS if column.required):
                return _Headings(sheet, number, places)
    raise Refusal("这不是工作日历：没有找到表头，表头应有“日期”“是否上班”两列，另可有“名称”“依据”。")


def _place(said: Sequence[str], name: str) -> Iterator[int]:
    if name in said:
        yield said.index(name)


def _read(
    number: int, cells: Sequence[Cell], places: Mapping[str, int]
) -> tuple[Mapping[str, Any], Sequence[RowProblem]]:
    values: dict[str, Any] = {}
    problems: list[RowProblem] = []
    for column in _COLUMNS:
        place = places.get(column.field)
        cell = cells[place] if place is not None and place < len(cells) else None
        try:
            if text_of(cell):
                values[column.field] = _value(column, cell)
            elif column.required:
                raise Unreadable("required", f"“{column.heading}”没有填写。")
        except Unreadable as error:
            problems.append(RowProblem(number, column.heading, text_of(cell), error.code, error.message))
    return values, problems


def _value(column: Column, cell: Cell) -> object:
    if column.type == "text" and len(text_of(cell)) > LONGEST:
        raise Unreadable("long", f"“{column.heading}”不要超过 {LONGEST} 字。")
    return READERS[column.type](cell, column)


def _not_whole(year: int, entries: Mapping[date, Workday], rows: Mapping[date, int]) -> RowProblem | None:
    missing = dict.fromkeys(
        name
        for month, number, name in _FIXED
        if (entry := entries.get(date(year, month, number))) is None or entry.is_workday
    )
    if not missing:
        return None
    first = min(day for day in entries if day.year == year)
    message = f"{year} 年没有列出{'、'.join(missing)}放假，不是完整的一年；请补全，或删去这一年的行。"
    return RowProblem(rows[first], _COLUMNS[0].heading, first.isoformat(), "part-of-year", message)

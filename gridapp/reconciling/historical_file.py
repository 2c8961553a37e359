"""Reading historical totals from a small ledger (补录汇总数台账): 月份、指标、数值、来源, every problem in one pass."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from gridapp.counting.historical import HistoricalTotal
from gridapp.counting.indicator import Indicator, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES
from gridapp.domain.area import Area
from gridapp.domain.columns import Column
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal
from gridapp.importing.reading.cells import Cell
from gridapp.importing.reading.whole import Sheet, read_sheets
from gridapp.importing.rows import RowProblem
from gridapp.importing.unreadable import Unreadable
from gridapp.importing.values import read_quantity, text_of
from gridapp.ports import Registers
from gridapp.reconciling.historical import problems_of_total
from gridapp.reconciling.upper_list import bare

_HEADINGS = {"month": "月份", "indicator": "指标", "value": "数值", "source": "来源", "where": "条件"}
_REQUIRED = ("month", "indicator", "value", "source")
_SEARCHED_ROWS = 30
_MONTH = re.compile(r"(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?")
_VALUE = Column(heading="数值", field="value", type="quantity")
_FIELDS = {"town": "month"}

Cells = Mapping[str, Cell]


def read_totals(
    path: Path, town: Area, registers: Registers, now: datetime
) -> tuple[Sequence[HistoricalTotal], Sequence[RowProblem]]:
    """The totals of a file, and what is wrong with each of its rows; where anything is, none should be kept.

    Raises `Refusal` where the file cannot be read or has not the four columns.
    """
    sheet, heading_row, places = _found(path)
    totals: list[HistoricalTotal] = []
    problems: list[RowProblem] = []
    for number, row in enumerate(sheet.rows[heading_row:], heading_row + 1):
        cells = {field: row[place] if place < len(row) else None for field, place in places.items()}
        if not any(text_of(cell) for cell in cells.values()):
            continue
        total = _read(number, cells, town, problems)
        if total is None:
            continue
        for problem in problems_of_total(registers, total, now):
            field = _FIELDS.get(problem.field, problem.field)
            problems.append(_problem(number, field, cells, problem.code, problem.message))
        totals.append(total)
    return totals, problems


def _found(path: Path) -> tuple[Sheet, int, Mapping[str, int]]:
    for sheet in read_sheets(path, None):
        for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS], 1):
            said = [bare(text_of(cell)) for cell in row]
            places = {field: said.index(heading) for field, heading in _HEADINGS.items() if heading in said}
            if all(field in places for field in _REQUIRED):
                return sheet, number, places
    raise Refusal(f"{path.name} 不是补录汇总数台账：表头应有“月份、指标、数值、来源”四列，可另有“条件”列。")


def _read(number: int, cells: Cells, town: Area, problems: list[RowProblem]) -> HistoricalTotal | None:
    """The total of a row; nothing where a cell cannot be read, of which every one is told."""
    readers: Mapping[str, Callable[[Cell], object]] = {
        "month": _month,
        "indicator": lambda cell: _indicator(text_of(cell)).code,
        "value": lambda cell: read_quantity(cell, _VALUE),
        "source": text_of,
        "where": lambda cell: dict(_where(text_of(cell))),
    }
    values: dict[str, object] = {}
    before = len(problems)
    for field, cell in cells.items():
        try:
            if field in _REQUIRED and not text_of(cell):
                raise Unreadable("required", f"“{_HEADINGS[field]}”没有填写。")
            values[field] = readers[field](cell)
        except Unreadable as error:
            problems.append(_problem(number, field, cells, error.code, error.message))
    if len(problems) > before:
        return None
    return HistoricalTotal(town=town.code, **values)  # type: ignore[arg-type]


def _problem(number: int, field: str, cells: Cells, code: str, message: str) -> RowProblem:
    return RowProblem(number, _HEADINGS[field], text_of(cells.get(field)), code, message)


def _month(cell: Cell) -> Month:
    if isinstance(cell, date):
        return Month.of(cell)
    match = _MONTH.fullmatch(text_of(cell))
    if match is None or not 1 <= int(match[2]) <= 12:
        raise Unreadable("month", f"“月份”写的是“{text_of(cell)}”，看不出是哪个月，请写成 2015-03。")
    return Month(int(match[1]), int(match[2]))


def _indicator(said: str) -> Indicator:
    """An indicator by its code or its name, before which its kind may stand."""
    every = [indicator for chapter in catalogue().values() for indicator in chapter.everything]
    wanted = bare(said)
    found = [i for i in every if said == i.code or wanted in (bare(i.name), bare(f"{i.kind.label}{i.name}"))]
    if not found:
        raise Unreadable("indicator", f"没有叫“{said}”的指标，请写指标目录里的名称。")
    if len(found) > 1:
        names = "、".join(f"{indicator.kind.label}{indicator.name}" for indicator in found)
        raise Unreadable("indicator", f"叫“{said}”的指标有几个，请写明是哪一个：{names}。")
    return found[0]


def _where(said: str) -> Iterator[tuple[Dimension, tuple[str, ...]]]:
    """Conditions as people write them: 村社=桐川村；类别=邻里纠纷."""
    names = {TITLES[dimension]: dimension for dimension in Dimension} | {d.value: d for d in Dimension}
    for pair in filter(None, re.split(r"[;；]", said)):
        name, equals, word = (part.strip() for part in pair.replace("＝", "=").partition("="))
        if not equals or name not in names or not word:
            raise Unreadable("where", f"看不懂条件“{pair}”，请写成 村社=桐川村。")
        yield names[name], (word,)

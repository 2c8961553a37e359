"""Everything that is wrong in the grid (核对表格), row by row, in the words in which it is listed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.batch.columns import Cell
from ui.batch.row_reader import E, RowReader
from ui.batch.sheet import Sheet

_LATE = "late_reason"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to be mended: in a cell of a row, or, without a cell, in the reason for late rows above the grid."""

    cell: Cell | None
    words: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at the grid found: what is listed, and what each marked cell says."""

    findings: Sequence[Finding]
    marks: Mapping[Cell, str]

    @property
    def rows(self) -> int:
        """How many rows have something wrong."""
        return len({place for place, _ in self.marks})


NOTHING_WRONG = Checked((), {})


def check_grid(sheet: Sheet, reader: RowReader[E], late_reason: str, but: int | None = None) -> Checked:
    """Looks at every row with anything in it, but the one that is being written.

    That late rows have no reason is listed once: it is written in one place.
    """
    listed: list[Finding] = []
    marks: dict[Cell, str] = {}
    late: list[int] = []
    for place in sheet.filled:
        if place == but:
            continue
        for problem in reader.problems(sheet.rows[place], late_reason):
            column = sheet.columns.places.get(problem.field, sheet.columns.day)
            marks.setdefault((place, column), problem.message)
            if problem.field == _LATE:
                late.append(place + 1)
            else:
                listed.append(Finding((place, column), _line(sheet, place, column, problem.message)))
    if late:
        listed.insert(0, Finding(None, f"补录原因：{_numbers(late)}属补录，请在表格上方填写补录原因。"))
    return Checked(listed, marks)


def _line(sheet: Sheet, place: int, column: int, message: str) -> str:
    """Names the row, and where it is about a case on file, the case."""
    about = f"（{sheet.rows[place][sheet.columns.about]}）" if sheet.fixed else " "
    return f"第 {place + 1} 行{about}{sheet.columns[column].heading}：{message}"


def _numbers(rows: Sequence[int]) -> str:
    if len(rows) <= 3:
        return f"第 {'、'.join(map(str, rows))} 行"
    return f"第 {'、'.join(map(str, rows[:3]))} 行等 {len(rows)} 行"

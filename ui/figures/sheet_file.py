"""A table of the screen as a file (导出统计表): the same lines, labels and headings."""

from pathlib import Path

from gridapp.counting.amount import Value
from gridapp.domain.problem import Refusal
from gridapp.reporting.table_file import Cells, write_csv, write_workbook
from ui.desk import Desk
from ui.figures.question import Question
from ui.figures.sheet import Cell, Sheet
from ui.figures.sheet_words import heading_in_line


def write_sheet(path: Path, title: str, sheet: Sheet) -> None:
    """Writes .xlsx or .csv by the name; raises `Refusal` where it cannot be written."""
    cells: Cells = [[*sheet.corner, *(heading_in_line(levels) for levels in sheet.columns)]]
    cells += [[*line.labels, *map(_content, line.cells)] for line in sheet.lines]
    if path.suffix.lower() == ".csv":
        write_csv(path, cells)
    elif path.suffix.lower() == ".xlsx":
        write_workbook(path, title, cells)
    else:
        raise Refusal(f"文件名要以 .xlsx 或 .csv 结尾，请修改 {path.name}。")


def write_form(path: Path, desk: Desk, question: Question, town: str, code: str) -> None:
    """Writes an official form with its headings and the lines for signing; raises `Refusal` where it cannot."""
    # Making workbooks is slow to import and only needed here.
    from gridapp.reporting.official.own_forms import own_forms
    from gridapp.reporting.official.tables import official_table
    from gridapp.reporting.official.workbook import write_official

    as_of, own = question.cut.as_of, own_forms(desk.office.templates)
    write_official(path, [official_table(desk.office, desk.words, town, question.period, code, as_of)], own=own)


def _content(cell: Cell) -> Value | str:
    return cell.text if cell.figure is None else cell.figure.value

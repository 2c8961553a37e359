"""A table of the screen as a file (导出统计表): the same lines, labels and headings."""

from pathlib import Path

from gridapp.domain.problem import Refusal
from gridapp.reporting.table_file import Cells, Content, Paper, Rule, write_csv, write_workbook
from ui.desk import Desk
from ui.figures.question import Question
from ui.figures.sheet import Cell, Sheet, Weight
from ui.figures.sheet_words import heading_in_line


def write_sheet(path: Path, desk: Desk, question: Question, title: str, sheet: Sheet) -> None:
    """Writes .xlsx or .csv by the name; raises `Refusal` where it cannot be written."""
    cells: Cells = [[*sheet.corner, *(heading_in_line(levels) for levels in sheet.columns)]]
    cells += [[*line.labels, *map(_content, line.cells)] for line in sheet.lines]
    if path.suffix.lower() == ".csv":
        write_csv(path, cells)
    elif path.suffix.lower() == ".xlsx":
        write_workbook(path, title, cells, _paper(desk, question, sheet))
    else:
        raise Refusal(f"文件名要以 .xlsx 或 .csv 结尾，请修改 {path.name}。")


def _paper(desk: Desk, question: Question, sheet: Sheet) -> Paper:
    """What belongs to the table on paper: whose it is, what it is about, and what its figures count."""
    areas = desk.areas
    counted = (cell.figure.indicator for line in sheet.lines for cell in line.cells if cell.figure)
    return Paper(
        unit=areas.name(question.town) or "、".join(town.name for town in areas.towns),
        question=" ".join(word for word in (question.told, question.area(areas)) if word),
        labels=len(sheet.corner),
        sums=frozenset(place for place, line in enumerate(sheet.lines, 1) if line.weight in _SUMS),
        notes=sheet.notes,
        rules=tuple(dict.fromkeys(Rule(one.name, one.unit, one.rule) for one in counted)),
    )


_SUMS = frozenset({Weight.SUBTOTAL, Weight.TOTAL})


def write_form(path: Path, desk: Desk, question: Question, town: str, code: str) -> None:
    """Writes an official form with its headings and the lines for signing; raises `Refusal` where it cannot."""
    # Making workbooks is slow to import and only needed here.
    from gridapp.reporting.official.own_forms import own_forms
    from gridapp.reporting.official.tables import official_table
    from gridapp.reporting.official.workbook import write_official

    as_of, own = question.cut.as_of, own_forms(desk.office.templates)
    write_official(path, [official_table(desk.office, desk.words, town, question.period, code, as_of)], own=own)


def _content(cell: Cell) -> Content:
    """A cell typed, as far as it is a figure or a change of one."""
    if cell.figure is not None:
        return cell.figure.value
    return cell.text if cell.change is None else cell.change

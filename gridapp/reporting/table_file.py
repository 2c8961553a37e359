"""A table of figures as a file (导出统计表): csv or workbook, equal to the screen."""

import csv
from pathlib import Path

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.tally import Tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.problem import Refusal
from gridapp.workbooks.whole_file import put_in_place
from gridapp.workbooks.workbook_bytes import new_workbook

Cells = list[list[Value | str]]


def table_of(tally: Tally, words: Words) -> Cells:
    """The cells of a table: headings with units, rows, 合计."""
    headings = [TITLES[dimension] for dimension in tally.by]
    headings += [f"{column.name}（{column.unit}）" for column in tally.columns]
    codes = [column.code for column in tally.columns]
    rows: Cells = [list(headings)]
    for row in tally.rows:
        names = [words.name(d, key) or UNFILLED for d, key in zip(tally.by, row.keys, strict=True)]
        rows.append([*names, *(row.values[code] for code in codes)])
    labels = ["合计", *([""] * (len(tally.by) - 1))] if tally.by else []
    rows.append([*labels, *(tally.total[code] for code in codes)])
    return rows


def write_csv(path: Path, cells: Cells) -> None:
    """Writes a csv file that Excel opens in Chinese; raises `Refusal` where it cannot be written."""

    def write(target: Path) -> None:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([_said(cell) for cell in row] for row in cells)

    put_in_place(path, write)


def write_workbook(path: Path, title: str, cells: Cells) -> None:
    """Writes a workbook with numbers as numbers; raises `Refusal` where it cannot be written."""
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"工作簿的文件名要以 .xlsx 结尾，请修改 {path.name}。")
    with new_workbook() as (book, made):
        sheet = book.add_worksheet(title[:31])
        sheet.freeze_panes(1, 0)
        for place, row in enumerate(cells):
            for column, cell in enumerate(row):
                typed = _typed(cell)
                # A name that begins with = is no formula.
                if isinstance(typed, str):
                    sheet.write_string(place, column, typed)
                else:
                    sheet.write_number(place, column, typed)
    put_in_place(path, lambda target: target.write_bytes(made.getvalue()))


def _said(cell: Value | str) -> str:
    return cell if isinstance(cell, str) else spoken(cell).replace(",", "")


def _typed(cell: Value | str) -> float | int | str:
    if cell is None or isinstance(cell, str | Rate):
        return _said(cell)
    return int(cell) if cell == cell.to_integral_value() else float(cell)

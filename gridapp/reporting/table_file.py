"""A table of figures as a file (导出统计表): csv or workbook, equal to the screen."""

import csv
from pathlib import Path

from gridapp.counting import amount
from gridapp.counting.change import Change
from gridapp.counting.tally import Tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.problem import Refusal
from gridapp.reporting.table_sheet import Content, Paper, Rule, add_rules, add_table
from gridapp.workbooks.cell_text import cell_text
from gridapp.workbooks.whole_file import put_in_place
from gridapp.workbooks.workbook_bytes import new_workbook

__all__ = ["Cells", "Content", "Paper", "Rule", "rules_of", "spoken", "table_of", "write_csv", "write_workbook"]

Cells = list[list[Content]]
"""The headings, then the lines."""

PLAIN = Paper(labels=0)
"""Headings and lines, nothing else."""


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


def rules_of(tally: Tally) -> tuple[Rule, ...]:
    """What each column of a table counts (指标口径)."""
    return tuple(Rule(column.name, column.unit, column.rule) for column in tally.columns)


def spoken(cell: Content) -> str:
    """What stands in a cell, in words."""
    return str(cell) if isinstance(cell, str | Change) else amount.spoken(cell)


def write_csv(path: Path, cells: Cells) -> None:
    """Writes a csv file that Excel opens in Chinese; raises `Refusal` where it cannot be written."""

    def write(target: Path) -> None:
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([_plain(cell) for cell in row] for row in cells)

    put_in_place(path, write)


def write_workbook(path: Path, title: str, cells: Cells, paper: Paper = PLAIN) -> None:
    """Writes a workbook with numbers as numbers; raises `Refusal` where it cannot be written."""
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"工作簿的文件名要以 .xlsx 结尾，请修改 {path.name}。")
    with new_workbook() as (book, made):
        add_table(book, title, cells, paper)
        if paper.rules:
            add_rules(book, paper.rules)
    put_in_place(path, lambda target: target.write_bytes(made.getvalue()))


def _plain(cell: Content) -> str:
    """A cell without the commas between thousands, so that a number stays one."""
    return cell_text(cell) if isinstance(cell, str) else spoken(cell).replace(",", "")

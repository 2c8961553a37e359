"""Official tables as files: a workbook to print and hand in, or csv; the same tables always give the same bytes."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from gridapp.domain.problem import Refusal
from gridapp.reporting.official.sheet import add_sheet
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialTable
from gridapp.workbooks.whole_file import put_in_place
from gridapp.workbooks.workbook_bytes import new_workbook

__all__ = ["Signers", "write_official"]


def write_official(path: Path, tables: Sequence[OfficialTable], signers: Signers | None = None) -> None:
    """Writes tables as `.xlsx` or `.csv`; raises `Refusal` for another kind of file, or where it cannot be written."""
    signed = (signers or Signers()).line
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        with new_workbook() as (book, made):
            for table in tables:
                add_sheet(book, table, signed)
        put_in_place(path, lambda target: target.write_bytes(made.getvalue()))
    elif suffix == ".csv":
        put_in_place(path, lambda target: _write_csv(target, tables, signed))
    else:
        raise Refusal(f"报表只能写成 .xlsx 或 .csv 文件，请修改 {path.name}。")


def _write_csv(path: Path, tables: Sequence[OfficialTable], signed: str) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for place, table in enumerate(tables):
            writer.writerows([[]] if place else [])
            writer.writerows(_lines(table, signed))


def _lines(table: OfficialTable, signed: str) -> Iterator[list[str]]:
    yield [table.title]
    yield [f"填报单位：{table.town}", table.period.label, table.unit_line]
    levels = [[""] * table.columns for _ in table.headings]
    for level, column, heading in table.placed_headings():
        levels[level][column] = heading.text
    yield from levels
    for row in table.rows:
        yield [*row.labels, *(cell.shown.replace(",", "") if cell.text is None else cell.text for cell in row.cells)]
    yield [signed]
    yield from ([note] for note in table.notes)

"""Official tables as files: a workbook to hand in, csv or PDF; the same tables always give the same bytes."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from gridapp.domain.problem import Refusal
from gridapp.pages.pdf import pdf
from gridapp.reporting.official.page import official_pages
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialTable
from gridapp.workbooks.whole_file import put_in_place

__all__ = ["Signers", "write_official"]


def write_official(
    path: Path, tables: Sequence[OfficialTable], signers: Signers | None = None, own: bytes | None = None
) -> None:
    """Writes tables as `.xlsx`, in the office's `own` forms if it has any, as `.csv` or as `.pdf`.

    Raises `Refusal` for another kind of file, where the office's forms do not fit, or where it cannot be written.
    """
    signed = (signers or Signers()).line
    suffix = path.suffix.lower()
    if suffix == ".xlsx":
        # The library of workbooks is slow to import and only needed here.
        from gridapp.reporting.official.forms import filled_forms

        made = filled_forms(tables, signers or Signers(), own)
        put_in_place(path, lambda target: target.write_bytes(made))
    elif suffix == ".csv":
        put_in_place(path, lambda target: _write_csv(target, tables, signed))
    elif suffix == ".pdf":
        printed = pdf(official_pages(tables, signers))
        put_in_place(path, lambda target: target.write_bytes(printed))
    else:
        raise Refusal(f"报表只能写成 .xlsx、.csv 或 .pdf 文件，请修改 {path.name}。")


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

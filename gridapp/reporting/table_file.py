"""A table of figures as a file (导出统计表): csv or workbook, equal to the screen."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.tally import Tally
from gridapp.counting.words import TITLES, UNFILLED, Words
from gridapp.domain.problem import Refusal

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

    _in_place(path, write)


def write_workbook(path: Path, title: str, cells: Cells) -> None:
    """Writes a workbook with numbers as numbers; raises `Refusal` where it cannot be written."""
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"工作簿的文件名要以 .xlsx 结尾，请修改 {path.name}。")
    # openpyxl is slow to import and only needed here.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    def write(target: Path) -> None:
        with target.open("wb") as file:
            book = Workbook(write_only=True)
            sheet = book.create_sheet(title[:31])
            sheet.freeze_panes = "A2"
            for row in cells:
                written = [WriteOnlyCell(sheet, value=_typed(cell)) for cell in row]
                for cell in written:
                    # A name that begins with = is no formula.
                    cell.data_type = "s" if cell.data_type == "f" else cell.data_type
                sheet.append(written)
            book.save(file)

    _in_place(path, write)


def _in_place(path: Path, write: Callable[[Path], None]) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        write(beside)
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refusal(f"不能写入 {path}，请检查位置和权限，或关闭正在打开它的程序。") from error


def _said(cell: Value | str) -> str:
    return cell if isinstance(cell, str) else spoken(cell).replace(",", "")


def _typed(cell: Value | str) -> float | int | str:
    if cell is None or isinstance(cell, str | Rate):
        return _said(cell)
    return int(cell) if cell == cell.to_integral_value() else float(cell)

"""Refused rows as a workbook (错误清单): the same rows, red, with 原行号 and 原因, ready to be mended and imported."""

import os
from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from gridapp.domain.problem import Refusal
from gridapp.importing.columns import Found
from gridapp.importing.rows import LedgerRow
from gridapp.importing.sheets import Cell

_RED = PatternFill("solid", fgColor="FFC7CE")


def write_rejects(path: Path, found: Found, rows: Sequence[LedgerRow]) -> None:
    """Writes refused rows beside the target and puts the file in place when it is whole.

    Raises `Refusal` where the target cannot be written, or is not named as a workbook.
    """
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"退回的行只能写成 .xlsx 工作簿，请把 {path.name} 改成以 .xlsx 结尾的文件名。")
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            _book(found, rows).save(file)
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Refusal(f"不能写入 {path}，请检查位置和权限，或关闭正在打开它的程序。") from error


def _book(found: Found, rows: Sequence[LedgerRow]) -> Workbook:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(found.sheet.name[:31] or "退回")
    sheet.freeze_panes = "A2"
    headings = [heading.strip() for heading in found.headings]
    sheet.append([_cell(sheet, word, bold=True) for word in [*headings, "原行号", "原因"]])
    for row in rows:
        cells = [*row.cells, *([""] * (len(headings) - len(row.cells)))]
        why = "；".join(problem.message for problem in row.problems)
        sheet.append([_cell(sheet, cell, red=True) for cell in [*cells, row.number, why]])
    return book


def _cell(sheet: WriteOnlyWorksheet, value: Cell, *, bold: bool = False, red: bool = False) -> Any:
    plain: Any = str(value) if isinstance(value, time | timedelta) else value
    cell = WriteOnlyCell(sheet, value=plain)
    if isinstance(plain, str):
        cell.data_type = "s"
        cell.number_format = "@"
    if red:
        cell.fill = _RED
    if bold:
        cell.font = Font(bold=True)
    return cell

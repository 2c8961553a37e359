"""Reading a ledger file (读取台账文件) into rows of cells, whatever its format."""

import csv
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import StringIO
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from gridapp.domain.problem import Refusal

Cell = str | float | int | bool | date | datetime | time | timedelta | None
"""What a cell holds; an empty one holds an empty text."""

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENCODINGS = ("utf-8-sig", "gb18030")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows; the first is row 1 as the office sees it."""

    name: str
    rows: Sequence[Sequence[Cell]]


def read_sheets(path: Path, wanted: str | None) -> Sequence[Sheet]:
    """The sheets of a file, or the one that is wanted.

    Raises `Refusal` where the file is missing, of another format, or cannot be read.
    """
    if not path.is_file():
        raise Refusal(f"找不到文件 {path}，请核对路径。")
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return [Sheet(path.stem, _csv_rows(path))]
    if suffix not in WORKBOOKS:
        raise Refusal(f"不能读取 {suffix or '无后缀'} 文件，请另存为 .xlsx、.xls、.ods 或 .csv 后再导入。")
    return _workbook(path, wanted)


def _workbook(path: Path, wanted: str | None) -> Sequence[Sheet]:
    try:
        workbook = CalamineWorkbook.from_path(path)
        names = workbook.sheet_names
        if wanted is not None and wanted not in names:
            raise Refusal(f"文件里没有叫“{wanted}”的工作表，现有：{'、'.join(names)}。")
        chosen = [wanted] if wanted is not None else names
        return [Sheet(n, _seen(workbook.get_sheet_by_name(n).to_python(skip_empty_area=False))) for n in chosen]
    except (CalamineError, OSError, zipfile.BadZipFile) as error:
        raise Refusal(f"打不开 {path.name}：文件已损坏、加密或不是真正的电子表格，请重新另存后再导入。") from error
    except BaseException as error:
        # calamine is Rust: where it panics, what arrives is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise Refusal(f"打不开 {path.name}：文件已损坏，请重新另存后再导入。") from error


def _seen(rows: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell]]:
    """The rows without control characters, which no database and no workbook takes."""
    return [
        [_UNSEEN.sub("", cell) if isinstance(cell, str) and not cell.isprintable() else cell for cell in row]
        for row in rows
    ]


def _csv_rows(path: Path) -> Sequence[Sequence[Cell]]:
    content = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        delimiter = max(",\t;", key=text[:4096].count)
        try:
            return _seen(list(csv.reader(StringIO(text, newline=""), delimiter=delimiter)))
        except csv.Error as error:
            raise Refusal(f"{path.name} 里有没有成对的引号，读不出各列；请重新另存后再导入。") from error
    raise Refusal(f"{path.name} 的文字编码无法识别，请另存为 UTF-8 编码的 CSV 后再导入。")

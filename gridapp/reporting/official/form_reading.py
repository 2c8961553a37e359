"""Reading a form (读取报表模板): where its rows stand, which placeholders it has, and what it lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from gridapp.domain.problem import Refusal
from gridapp.reporting.official.placeholders import (
    HEAD,
    NOTE,
    PLACEHOLDER,
    REQUIRED,
    ROW_MARKS,
    SIGNING,
    column_names,
    columns_left_out,
    in_one_way,
)
from gridapp.reporting.official.table import OfficialTable, RowKind

_AROUND = {*HEAD, *SIGNING, NOTE}
_BRACES = "{}｛｝"
"""What is left over of a placeholder that was not written as one."""
_KINDS = {mark: kind for kind, mark in ROW_MARKS.items()}


@dataclass(frozen=True, slots=True)
class Form:
    """Where a template keeps its rows: of each kind the row after which it is made; `bottom` is the last of them."""

    rows: dict[RowKind, int]
    top: int
    bottom: int


def form_of(sheet: Worksheet, table: OfficialTable) -> Form:
    """Where a sheet keeps the rows of a table.

    Raises `Refusal`, which names the placeholder, where it lacks one, has one that the table does not know, has its
    rows apart, or has a formula.
    """
    names = {in_one_way(name): name for name in (*column_names(table), *columns_left_out(table))}
    rows: dict[RowKind, int] = {}
    found: set[str] = set()
    for row, column, said in _placeholders(sheet):
        if said in _AROUND:
            found.add(said)
        elif said in _KINDS:
            rows[_KINDS[said]] = row
        elif in_one_way(said) in names:
            found.add(in_one_way(said))
            if rows.setdefault(RowKind.PLAIN, row) != row:
                raise _refused(sheet, f"“{{{{{said}}}}}”（{column}{row}）不在明细行（第 {rows[RowKind.PLAIN]} 行）里")
        else:
            raise _refused(sheet, f"{column}{row} 里的“{{{{{said}}}}}”不是这张表的占位符")
    missing = [name for key, name in names.items() if key not in found]
    missing += [word for word in REQUIRED if word not in found]
    if missing:
        raise _refused(sheet, "缺少占位符" + "、".join(f"“{{{{{name}}}}}”" for name in missing))
    top, bottom = min(rows.values()), max(rows.values())
    if bottom - top + 1 != len(rows):
        raise _refused(sheet, f"明细行、小计行、合计行要连在一起（第 {top} 至 {bottom} 行之间有别的行）")
    return Form(rows, top, bottom)


def _placeholders(sheet: Worksheet) -> Iterator[tuple[int, str, str]]:
    """Every placeholder with its row and the letters of its column; a formula or a brace left over is refused."""
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.data_type == "f":
                raise _refused(sheet, f"{cell.coordinate} 里有公式；数由系统填入，模板里不要写公式")
            if isinstance(cell.value, str):
                for said in PLACEHOLDER.findall(cell.value):
                    yield cell.row, cell.column_letter, said
                if any(brace in PLACEHOLDER.sub("", cell.value) for brace in _BRACES):
                    raise _refused(sheet, f"{cell.coordinate} 里的花括号不成对，或者是全角的")


def _refused(sheet: Worksheet, what: str) -> Refusal:
    return Refusal(f"报表模板的工作表“{sheet.title}”{what}；请修改模板，或恢复自带的模板。")


def sheet_of(sheets: Sequence[Worksheet], table: OfficialTable) -> Worksheet | None:
    """The sheet of a workbook that is for a table: its name begins with the table's code."""
    return next((sheet for sheet in sheets if sheet.title.split(" ")[0].upper() == table.code.upper()), None)

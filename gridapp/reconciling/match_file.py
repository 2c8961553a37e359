"""The matched list as a file (导出比对结果): every row with its group, what it is here and what differs."""

from pathlib import Path

from gridapp.domain.problem import Refusal
from gridapp.reconciling.matched import Group, Matched
from gridapp.reporting.table_file import Cells, write_csv, write_workbook

_HEADINGS = ["结论", "上级清单行号", "上级编号", "本地编号", "标题", "比对依据", "说明"]


def write_matched(path: Path, matched: Matched) -> None:
    """Writes every line, by groups, as csv or workbook; raises `Refusal` where that cannot be done."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        write_csv(path, cells_of(matched))
    elif suffix == ".xlsx":
        write_workbook(path, "比对结果", cells_of(matched))
    else:
        raise Refusal(f"比对结果只能存为 .xlsx 或 .csv，请修改 {path.name}。")


def cells_of(matched: Matched) -> Cells:
    """The headings, and a row for each line."""
    rows: Cells = [list(_HEADINGS)]
    for group in Group:
        for line in matched.of(group):
            place = "" if line.row is None else str(line.row)
            rows.append(
                [group.value, place, line.upper_number, line.number, line.title, line.by, "；".join(line.notes)]
            )
    return rows

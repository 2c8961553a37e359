"""Ledger files as offices write them: real workbooks and text files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook

EVENT_HEADINGS = [
    "事件编号",
    "标题",
    "平台",
    "类别",
    "所属村社",
    "网格",
    "地点",
    "上报人",
    "联系电话",
    "来源",
    "级别",
    "上报时间",
    "办理时限",
    "承办单位",
    "承办人",
    "办结时间",
    "处置结果",
    "状态",
    "备注",
]

Row = Mapping[str, Any]


def event_row(number: str | None = None, **cells: Any) -> dict[str, Any]:
    """A row of the event ledger that can be imported."""
    row = {
        "标题": "演示：道路积水",
        "类别": "邻里纠纷",
        "所属村社": "桐川村",
        "上报人": "演示网格员",
        "上报时间": "2018-06-11 09:30",
    }
    return row | ({} if number is None else {"事件编号": number}) | cells


def grid_of(rows: Sequence[Row], headings: Sequence[str]) -> list[list[Any]]:
    """The cells of rows under headings."""
    return [[row.get(heading) for heading in headings] for row in rows]


def workbook(
    path: Path,
    rows: Sequence[Row],
    headings: Sequence[str] = EVENT_HEADINGS,
    above: Sequence[Sequence[Any]] = (),
    merged: Sequence[str] = (),
) -> Path:
    """A workbook with some rows above the headings; `merged` are ranges of merged cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in [*above, headings, *grid_of(rows, headings)]:
        sheet.append(list(cells))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    book.close()
    return path


def text_file(path: Path, rows: Sequence[Row], headings: Sequence[str] = EVENT_HEADINGS, *, encoding: str) -> Path:
    """A csv file in some encoding."""
    lines = [headings, *([str(cell or "") for cell in row] for row in grid_of(rows, headings))]
    path.write_text("\n".join(",".join(line) for line in lines), encoding=encoding)
    return path


def open_document(path: Path, rows: Sequence[Row], headings: Sequence[str]) -> Path:
    """An OpenDocument sheet (.ods) with text cells."""
    lines = [headings, *([str(cell or "") for cell in row] for row in grid_of(rows, headings))]
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in line
        )
        + "</table:table-row>"
        for line in lines
    )
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
            f'<office:spreadsheet><table:table table:name="台账">{cells}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>",
        )
    return path

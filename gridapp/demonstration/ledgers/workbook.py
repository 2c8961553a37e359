"""Writes one ledger as a workbook whose bytes depend on its contents alone (台账工作簿)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from gridapp.demonstration.ledgers.workdays import END_OF_DAY

Cell = str | int | float | date | datetime | None
Row = Mapping[str, Cell]

HEADINGS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(text.split())
    for kind, text in {
        "event": (
            "事件编号 标题 平台 类别 所属村社 网格 地点 上报人 联系电话 来源 级别 上报时间 办理时限 "
            "承办单位 承办人 办结时间 处置结果 状态 备注"
        ),
        "dispute": (
            "纠纷编号 纠纷名称 纠纷类型 所属村社 当事人甲 当事人乙 涉及人数 涉及金额 来源 调解方式 "
            "调解组织 调解员 受理时间 办理时限 调解结果 协议形式 办结时间 回访时间 备注"
        ),
        "petition": (
            "信访编号 信访形式 信访人 人数 联系电话 所属村社 事项类别 诉求 信访时间 是否重复 "
            "处理方式 办理时限 办结时间 办理结果 是否积案 列入积案时间 积案化解时间 包案领导 备注"
        ),
        "hazard": (
            "隐患编号 场所名称 场所类型 所属村社 隐患类别 隐患等级 隐患内容 计数单位 专项行动 "
            "排查时间 整改通知书编号 整改期限 整改责任人 复查时间 复查结果 销号时间 备注"
        ),
        "inspection": ("检查编号 检查时间 场所名称 场所类型 所属村社 检查人 专项行动 检查结果 备注"),
        "notice": ("文书编号 文书种类 开具时间 场所名称 场所类型 专项行动 整改期限 备注"),
        "enforcement": ("措施 决定机关 决定时间 场所名称 场所类型 当事人 专项行动 文书编号 备注"),
        "person": ("姓名 类别 所属村社 排摸时间 联系电话 备注"),
        "worklog": ("日期 工作内容 数量 单位 专项行动 所属村社 备注"),
    }.items()
}
_WIDTHS = {
    "标题": 42,
    "纠纷名称": 40,
    "诉求": 44,
    "隐患内容": 34,
    "场所名称": 34,
    "处置结果": 30,
    "检查结果": 30,
    "办理结果": 30,
    "类别": 24,
    "纠纷类型": 24,
    "事项类别": 24,
    "隐患类别": 26,
    "地点": 22,
    "承办单位": 22,
    "调解组织": 26,
    "决定机关": 22,
    "专项行动": 24,
    "备注": 22,
    "检查人": 16,
    "文书编号": 24,
    "整改通知书编号": 24,
    "网格": 16,
    "工作内容": 24,
}
_WIDTH, _NUMBER_WIDTH, _MOMENT_WIDTH = 12, 26, 17

_HEADING_ROW = 3
_MADE = (2018, 7, 1, 8, 0, 0)
_LINE = Side(style="thin", color="FF999999")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TITLE_FONT = Font(name="宋体", size=16, bold=True)
_HEAD_FONT = Font(name="宋体", size=11, bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="FFDDEBF7")
_CENTRE = Alignment(horizontal="center", vertical="center")


@dataclass(frozen=True)
class Ledger:
    """One kind's rows in one town, with the words above them."""

    kind: str
    title: str
    unit: str
    filled_on: date
    rows: Sequence[Row]


def write(ledger: Ledger, path: Path) -> None:
    """Write the ledger to a file; the same ledger always gives the same bytes."""
    headings = HEADINGS[ledger.kind]
    last_column = get_column_letter(len(headings))
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("台账")
    sheet["A1"] = ledger.title
    sheet["A1"].font, sheet["A1"].alignment = _TITLE_FONT, _CENTRE
    sheet.merge_cells(f"A1:{last_column}1")
    sheet["A2"] = f"填报单位：{ledger.unit}"
    sheet["D2"] = f"填报时间：{ledger.filled_on:%Y年%m月%d日}"
    for column, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _width(heading)
        cell = sheet.cell(_HEADING_ROW, column, heading)
        cell.font, cell.alignment, cell.fill, cell.border = _HEAD_FONT, _CENTRE, _HEAD_FILL, _BORDER
    for index, row in enumerate(ledger.rows, _HEADING_ROW + 1):
        for column, heading in enumerate(headings, 1):
            if (value := _written(row.get(heading))) not in (None, ""):
                sheet.cell(index, column, value).number_format = _format(value)
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:{last_column}{len(ledger.rows) + _HEADING_ROW}"
    buffer = BytesIO()
    book.save(buffer)
    path.write_bytes(_without_the_moment_of_writing(buffer.getvalue()))


def _width(heading: str) -> int:
    if heading.endswith("编号"):
        return _WIDTHS.get(heading, _NUMBER_WIDTH)
    return _WIDTHS.get(heading, _MOMENT_WIDTH if heading.endswith(("时间", "时限", "期限")) else _WIDTH)


def _written(value: Cell) -> Cell:
    """What stands in the cell: a limit counted in days is written as its day."""
    return value.date() if isinstance(value, datetime) and value.time() == END_OF_DAY else value


def _format(value: Cell) -> str:
    if isinstance(value, datetime):
        return "yyyy-mm-dd hh:mm"
    if isinstance(value, date):
        return "yyyy-mm-dd"
    return "@" if isinstance(value, str) else "General"


def _without_the_moment_of_writing(data: bytes) -> bytes:
    stamp = datetime(*_MADE).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, content)
            entry = ZipInfo(name, _MADE)
            entry.compress_type = ZIP_DEFLATED
            written.writestr(entry, content)
    return target.getvalue()

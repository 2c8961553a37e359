"""The placeholders of a form (占位符): {{本月立案}} in a template stands for that column of a table."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from gridapp.reporting.official.definition import CODES, definition
from gridapp.reporting.official.headings import said_generally
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialTable, RowKind

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

NOTE = "说明"
"""Stands for the notes below a table, a line each."""

ROW_MARKS = {RowKind.SUBTOTAL: "小计行", RowKind.TOTAL: "合计行", RowKind.HEADING: "分段行"}
"""What marks the row of a template after which rows of a kind are made; plain rows need no mark."""

HEAD = ("表名", "填报单位", "统计期间", "单位")
SIGNING = ("填报人", "审核人", "签发人", "日期")
REQUIRED = ("填报单位", "统计期间", *SIGNING)
"""What every form must say, whatever it is about."""

_BLANK = "＿＿＿＿＿＿"


def column_names(table: OfficialTable) -> Sequence[str]:
    """The name of each column: its headings from above, joined by a stroke; a second one of the same name is （2）."""
    over: list[list[str]] = [[] for _ in range(table.columns)]
    for _, first, heading in table.placed_headings():
        for column in range(first, first + heading.columns):
            over[column].append(heading.text)
    seen: Counter[str] = Counter()
    names = []
    for headings in over:
        name = "/".join(headings)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}（{seen[name]}）")
    return names


def columns_left_out(table: OfficialTable) -> Sequence[str]:
    """The columns that a table of this kind may have, and that this one was made without since they count nothing."""
    if table.code not in CODES:
        return ()
    optional = [
        "/".join((*column.over, column.heading)) for column in definition(table.code).columns if column.optional
    ]
    present = {in_one_way(name) for name in column_names(table)}
    return [name for name in optional if in_one_way(name) not in present]


def in_one_way(name: str) -> str:
    """A placeholder's name, whether it was written for a month (本月) or for any period (本期)."""
    return said_generally("".join(name.split()))


def words_around(table: OfficialTable, signers: Signers) -> Mapping[str, str]:
    """What stands around the rows of a table: title, town, period, unit, and those who sign."""
    signed = (signers.filled_by, signers.checked_by, signers.signed_by, signers.on)
    told = (table.title, table.town, table.period.label, table.unit_line, *(name or _BLANK for name in signed))
    return dict(zip((*HEAD, *SIGNING), told, strict=True))

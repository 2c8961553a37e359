"""Empty ledgers to be filled in (空白台账): the headings that an import knows, what may be chosen, and notes on how.

Filled in, such a workbook is imported as it is; its example row is passed over.
"""

import hashlib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from gridapp.domain.area import Area, AreaTree
from gridapp.domain.columns import Column, Ledger, ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.exporting.column import Content
from gridapp.exporting.column_choices import Choices, choices_of
from gridapp.exporting.column_notes import note_on
from gridapp.exporting.example_row import MARK, example_of
from gridapp.workbooks.cell_ranges import column_range
from gridapp.workbooks.printing import print_across
from gridapp.workbooks.sheet_name import sheet_name
from gridapp.workbooks.styles import DAY, MOMENT, PARTS, TEXT, WHOLE, Styles
from gridapp.workbooks.whole_file import put_in_place
from gridapp.workbooks.widths import shown_width
from gridapp.workbooks.workbook_bytes import new_workbook

CHOICES = "选项"
"""The hidden sheet that holds what may be chosen."""
VERSION = "模板版本"
"""The property of the file that says which columns it has: the same columns have the same version."""

_HEADINGS, _EXAMPLE = 1, 2
_LAST = 1_048_575
_PRINTED = 40
"""Rows of an empty ledger that are printed."""
_HINT = "带 * 的列必填；一行一件，从示例行的下一行起填写，示例行导入时自动跳过；鼠标停在表头上有填写说明。"
_EARLIEST, _LATEST = date(1890, 1, 1), date(2099, 12, 31)
_WIDTHS = {"moment": 17, "limit": 17, "day": 12, "count": 9, "quantity": 11, "flag": 7, "phone": 14, "paper": 20}
_SHAPES = {"moment": MOMENT, "limit": MOMENT, "day": DAY, "count": WHOLE, "quantity": PARTS}


def write_empty_ledger(path: Path, kind: Kind, town: Area, areas: AreaTree) -> None:
    """Writes the empty ledger of a kind for a town; raises `Refusal` where it cannot be written."""
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"空白台账只能写成 .xlsx 文件，请修改 {path.name}。")
    ledger = ledger_of(kind)
    with new_workbook() as (book, made):
        book.set_custom_property(VERSION, version_of(ledger))
        _EmptyLedger(book, ledger, town, areas).write()
    put_in_place(path, lambda target: target.write_bytes(made.getvalue()))


def version_of(ledger: Ledger) -> str:
    """Which columns a ledger has, in a few letters."""
    told = "\n".join(f"{column.heading} {column.type} {column.required}" for column in ledger.columns)
    return f"{ledger.kind.value}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"


class _EmptyLedger:
    def __init__(self, book: Any, ledger: Ledger, town: Area, areas: AreaTree) -> None:
        self._book, self._ledger, self._town, self._areas = book, ledger, town, areas
        self._styles = Styles(book)
        self._sheet = book.add_worksheet(sheet_name(ledger.title))
        self._lists = book.add_worksheet(CHOICES)
        self._lists.hide()
        self._listed = 0

    def write(self) -> None:
        """Title, headings with their notes, the example, and what each column takes."""
        last = len(self._ledger.columns) - 1
        title = self._styles.style(bold=True, font_size=14)
        self._sheet.merge_range(0, 0, 0, last, "", title)
        self._sheet.write_string(0, 0, f"{self._town.name}{self._ledger.title}　　{_HINT}", title)
        example = example_of(self._ledger, self._town, self._areas)
        for place, column in enumerate(self._ledger.columns):
            self._head(place, column)
            self._column(place, column)
            self._show(place, example.get(column.field))
        self._sheet.freeze_panes(_EXAMPLE, 0)
        self._sheet.hide_gridlines(0)
        print_across(self._sheet, (_HEADINGS, _HEADINGS), _EXAMPLE + _PRINTED, last)

    def _head(self, place: int, column: Column) -> None:
        needed = column.required
        style = self._styles.style(
            border=1, bold=needed, bg_color="#FCE4D6" if needed else "#E8EEF6", align="center", text_wrap=True
        )
        self._sheet.write_string(_HEADINGS, place, f"{column.heading}{' *' if needed else ''}", style)
        self._sheet.write_comment(_HEADINGS, place, note_on(column), {"font_name": "宋体", "x_scale": 2})

    def _column(self, place: int, column: Column) -> None:
        width = max(_WIDTHS.get(column.type, 30 if column.long else 14), shown_width(column.heading) + 4)
        shape = self._styles.style(num_format=_SHAPES.get(column.type, TEXT))
        self._sheet.set_column(place, place, width, shape)
        rule = self._rule(column)
        if rule:
            self._sheet.data_validation(_EXAMPLE + 1, place, _LAST, place, rule)

    def _rule(self, column: Column) -> dict[str, Any]:
        choices = choices_of(self._ledger.kind, column, self._town, self._areas)
        if choices is not None and choices.words and column.type != "marks":
            return self._rule_of_choices(column, choices)
        if column.type in ("moment", "limit", "day"):
            # What is written as 2018年6月11日 is text to a spreadsheet and a date to an import.
            return {
                "validate": "date",
                "criteria": "between",
                "minimum": _EARLIEST,
                "maximum": _LATEST,
                "error_type": "warning",
                **_told(column, "请填日期，如 2018-06-11 或 2018-06-11 09:30。"),
            }
        if column.type in ("count", "quantity"):
            whole = column.type == "count"
            message = f"请填{'整数' if whole else '数字'}，不能小于 0。"
            validate = "integer" if whole else "decimal"
            return {"validate": validate, "criteria": ">=", "value": 0, **_told(column, message)}
        return {}

    def _rule_of_choices(self, column: Column, choices: Choices) -> dict[str, Any]:
        place, self._listed = self._listed, self._listed + 1
        self._lists.write_string(0, place, column.heading)
        for row, word in enumerate(choices.words, 1):
            self._lists.write_string(row, place, word)
        source = f"={column_range(CHOICES, place, 1, len(choices.words))}"
        message = "请从下拉列表中选。"
        return {"validate": "list", "source": source, "show_error": choices.only, **_told(column, message)}

    def _show(self, place: int, content: Content) -> None:
        style = {"border": 1, "italic": True, "font_color": "#7F7F7F"}
        if place == 0:
            said = content.isoformat(sep=" ", timespec="minutes") if isinstance(content, datetime) else str(content)
            content = said if said.startswith(MARK) else f"{MARK}：{said}"
        if content is None:
            self._sheet.write_blank(_EXAMPLE, place, None, self._styles.style(**style))
        elif isinstance(content, str):
            self._sheet.write_string(_EXAMPLE, place, content, self._styles.style(**style, num_format=TEXT))
        elif isinstance(content, datetime):
            self._sheet.write_datetime(_EXAMPLE, place, content, self._styles.style(**style, num_format=MOMENT))
        elif isinstance(content, date):
            self._sheet.write_datetime(_EXAMPLE, place, content, self._styles.style(**style, num_format=DAY))
        else:
            shape = WHOLE if content == int(content) else PARTS
            number = float(content) if isinstance(content, Decimal) else content
            self._sheet.write_number(_EXAMPLE, place, number, self._styles.style(**style, num_format=shape))


def _told(column: Column, message: str) -> dict[str, str]:
    return {"error_title": column.heading[:32], "error_message": message}

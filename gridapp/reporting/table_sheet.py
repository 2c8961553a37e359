"""A table of figures on a sheet (统计表工作表): typed cells, frozen labels, and what belongs to it on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.change import Change
from gridapp.reporting.official.signers import Signers
from gridapp.workbooks.cell_text import cell_text, looks_like_formula
from gridapp.workbooks.printing import print_across
from gridapp.workbooks.sheet_name import sheet_name
from gridapp.workbooks.styles import PARTS, PERCENT, TEXT, WHOLE, Styles
from gridapp.workbooks.widths import shown_width

Content = Value | Change | str
"""What a cell of a table holds."""

_WIDEST, _NARROWEST, _WIDEST_HEADING = 36, 8, 14
_LINE = 15.0
"""The height of a line, in points."""
_HUNDRED = 100
_CHANGE = "+0.00%;-0.00%;0.00%"
_POINTS = '+0.00"个百分点";-0.00"个百分点";0.00"个百分点"'
_RULES = "指标口径"
_RULE_WIDTHS = {"指标": 26, "单位": 8, "口径": 100}


@dataclass(frozen=True, slots=True)
class Rule:
    """What an indicator counts (口径), in its unit."""

    name: str
    unit: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What belongs to a table on paper.

    `unit` is who hands it in (填报单位), `question` what it is about (统计期间、范围); where nobody hands it in, title,
    question and signatures are left out. The first `labels` columns name a line, the lines in `sums` (from 1, below
    the headings) add others up.
    """

    unit: str = ""
    question: str = ""
    labels: int = 1
    sums: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


def add_table(book: Any, title: str, cells: Sequence[Sequence[Content]], paper: Paper) -> None:
    """Adds the sheet of a table."""
    _Table(book, title, cells, paper).write()


def add_rules(book: Any, rules: Sequence[Rule]) -> None:
    """Adds the sheet that says what each indicator counts."""
    sheet, styles = book.add_worksheet(_RULES), Styles(book)
    heading = styles.style(border=1, bold=True, align="center")
    plain = styles.style(border=1, text_wrap=True, valign="top")
    for place, (word, width) in enumerate(_RULE_WIDTHS.items()):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, word, heading)
    for row, rule in enumerate(rules, 1):
        for place, text in enumerate((rule.name, rule.unit, rule.rule)):
            sheet.write_string(row, place, cell_text(text), plain)
        sheet.set_row(row, _LINE * ceil(shown_width(rule.rule) / _RULE_WIDTHS["口径"]))
    sheet.freeze_panes(1, 0)
    print_across(sheet, (0, 0), len(rules), len(_RULE_WIDTHS) - 1)


class _Table:
    def __init__(self, book: Any, title: str, cells: Sequence[Sequence[Content]], paper: Paper) -> None:
        self._styles = Styles(book)
        self._sheet = book.add_worksheet(sheet_name(title))
        self._title, self._cells, self._paper = title, cells, paper
        self._top = 2 if paper.unit else 0
        self._last = len(cells[0]) - 1

    def write(self) -> None:
        """Title and question, headings, lines, notes, and the line of those who sign."""
        widths = [self._width(place) for place in range(self._last + 1)]
        for place, width in enumerate(widths):
            self._sheet.set_column(place, place, width)
        self._head(widths)
        for number, line in enumerate(self._cells[1:], 1):
            for place, content in enumerate(line):
                self._write(self._top + number, place, content, bold=number in self._paper.sums)
        end = self._below(self._top + len(self._cells), sum(widths))
        self._sheet.freeze_panes(self._top + 1, self._paper.labels)
        print_across(self._sheet, (self._top, self._top), end, self._last)

    def _below(self, row: int, width: int) -> int:
        """Writes what stands below the lines; the last row of all."""
        for note in self._paper.notes:
            self._across(row, note, text_wrap=True, font_size=9)
            self._sheet.set_row(row, _LINE * ceil(shown_width(note) / width))
            row += 1
        if self._paper.unit:
            self._across(row, f"填报单位：{self._paper.unit}　　　　{Signers().line}")
            return row
        return row - 1

    def _head(self, widths: Sequence[int]) -> None:
        if self._paper.unit:
            self._across(0, self._title, bold=True, font_size=16, align="center")
            self._sheet.set_row(0, 28)
            head = f"填报单位：{self._paper.unit}　　　统计：{self._paper.question}"
            self._across(1, head, text_wrap=True)
            self._sheet.set_row(1, _LINE * ceil(shown_width(head) / sum(widths)))
        style = self._styles.style(border=1, bold=True, align="center", text_wrap=True, bg_color="#E8EEF6")
        headings = [str(heading) for heading in self._cells[0]]
        for place, heading in enumerate(headings):
            self._sheet.write_string(self._top, place, cell_text(heading), style)
        lines = max(ceil(shown_width(heading) / (width - 1)) for heading, width in zip(headings, widths, strict=True))
        self._sheet.set_row(self._top, _LINE * lines)

    def _across(self, row: int, text: str, **style: Any) -> None:
        """Words over the whole width."""
        made = self._styles.style(**style)
        if self._last:
            self._sheet.merge_range(row, 0, row, self._last, "", made)
        self._sheet.write_string(row, 0, cell_text(text), made)

    def _write(self, row: int, place: int, content: Content, *, bold: bool) -> None:
        typed = _typed(content)
        if isinstance(typed, str):
            align = "left" if isinstance(content, str) and content != "—" else "right"
            shape = TEXT if looks_like_formula(typed) else "General"
            wrap = shown_width(typed) > _WIDEST
            style = self._styles.style(border=1, bold=bold, align=align, text_wrap=wrap, num_format=shape)
            self._sheet.write_string(row, place, cell_text(typed), style)
        else:
            number, shape = typed
            self._sheet.write_number(row, place, number, self._styles.style(border=1, bold=bold, num_format=shape))

    def _width(self, place: int) -> int:
        """As wide as the widest cell; headings are written in several lines where that is narrower."""
        cells = (_shown(line[place]) for line in self._cells[1:])
        heading = min(shown_width(str(self._cells[0][place])), _WIDEST_HEADING)
        return min(max(*map(shown_width, cells), heading, _NARROWEST - 2, 0) + 2, _WIDEST)


def _typed(content: Content) -> tuple[float, str] | str:
    """A cell as a number with its form, or as text where there is no number to be told (—)."""
    if isinstance(content, str):
        return content
    if isinstance(content, Change):
        whole = content.unit == "%"
        return (float(content.amount / _HUNDRED), _CHANGE) if whole else (float(content.amount), _POINTS)
    if content is None or (isinstance(content, Rate) and content.percent is None):
        return spoken(content)
    if isinstance(content, Rate):
        # The percentage as it is shown, which says 100 only where it is exactly so.
        return float((content.percent or Decimal(0)) / _HUNDRED), PERCENT
    return float(content), WHOLE if content == content.to_integral_value() else PARTS


def _shown(content: Content) -> str:
    return str(content) if isinstance(content, str | Change) else spoken(content)

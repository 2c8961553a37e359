"""A table with all that belongs to it (统计表): which one, the figures, what they mean, and how to take it away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.figures.demonstration_mark import DEMONSTRATION
from ui.figures.figure_view import FigureView
from ui.figures.question import Question
from ui.figures.rule_line import RuleLine
from ui.figures.sheet import Cell, Sheet
from ui.figures.sheet_file import write_form, write_sheet
from ui.figures.table_bar import TableBar
from ui.figures.table_reading import form_of, read_form, read_table, town_of
from ui.figures.table_tools import TableTools
from ui.jobs import Questions
from ui.printing.printing import Printing
from ui.printing.sheet_order import sheet_order
from ui.printing.tables_order import tables_order
from ui.reconciling.totals_line import TotalsLine, totals_in_words

_SPACING = 6
_ROWS_SEEN = 4
"""Of the table at least; on a low screen the whole tab scrolls."""


class TablePanel(QWidget):
    """Asks for the table itself whenever it is told to, or another one is chosen."""

    asked = Signal(object)
    case_asked = Signal(object)
    refused = Signal(object)
    told = Signal(str)
    shown = Signal()
    """The table that was asked for is there."""
    table_chosen = Signal()

    def __init__(self, desk: Desk, question: Question, kind: Kind, forms: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._question = question
        self._forms = dict(forms)
        self._questions = Questions(desk.jobs, self)
        self.bar = TableBar(kind, forms)
        self.view = FigureView(f"{kind.label}统计表")
        self.view.keep_readable(_ROWS_SEEN)
        self.rule = RuleLine()
        self.notes = QLabel()
        self.notes.setObjectName("hint")
        self.notes.setWordWrap(True)
        self.copied = TotalsLine()
        self.tools = TableTools(self.view, self._caption, self.export_to, self.print_table)
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(lambda words: self.refused.emit(Refusal(words)))
        top = QHBoxLayout()
        top.addWidget(self.bar, 1)
        top.addWidget(self.tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.copied)
        layout.addWidget(self.notes)
        layout.addWidget(self.rule)
        self.view.asked.connect(self.asked)
        self.view.case_asked.connect(self.case_asked)
        self.view.looked_at.connect(self._look_at)
        self.bar.changed.connect(self._choose)

    def ask(self, question: Question) -> None:
        """Asks for the table of a question."""
        self._question = question
        desk, kind, choice, chapter = self._desk, self._kind, self.bar.choice, self.bar.chapter

        def read() -> Sheet:
            if choice.table in self._forms:
                return read_form(desk, question, choice.table)
            return read_table(desk, question, chapter, choice)

        self._questions.ask("table", read, self._show, self.refused.emit)
        self._questions.ask(
            "totals", lambda: totals_in_words(desk, question.cut, kind), self._show_totals, self.refused.emit
        )

    def _choose(self) -> None:
        self.ask(self._question)
        self.table_chosen.emit()

    def _show(self, sheet: Sheet) -> None:
        self.view.show_sheet(sheet)
        said = [f"截至 {self._question.as_of} 24:00 的数"] if self._question.as_of else []
        self.notes.setText("　".join([*said, *sheet.notes]))
        self.notes.setVisible(bool(said or sheet.notes))
        self._keep_height()
        self.shown.emit()

    def _show_totals(self, words: str) -> None:
        self.copied.say(words)
        self._keep_height()

    def _look_at(self, cell: Cell) -> None:
        self.rule.tell_of(cell)
        self._keep_height()

    def _keep_height(self) -> None:
        """Never lower than all it says: a splitter does not ask how often words are wrapped."""
        below = [label for label in (self.copied, self.notes, self.rule) if label.isVisibleTo(self)]
        words = sum(label.heightForWidth(self.width()) + _SPACING for label in below)
        above = max(self.bar.heightForWidth(self.width() - self.tools.width()), self.tools.height())
        self.setMinimumHeight(above + _SPACING + self.view.minimumHeight() + words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def _caption(self) -> str:
        area = self._question.area(self._desk.areas)
        mark = DEMONSTRATION if self._desk.reference_day else ""
        return "　".join(word for word in (mark, self._title, area, self._question.told) if word)

    @property
    def _title(self) -> str:
        name = self.bar.table.currentText()
        return name if self.shows_form else f"{self._kind.label}{name}"

    @property
    def shows_form(self) -> bool:
        """Whether an official form is chosen."""
        return self.bar.choice.table in self._forms

    def print_table(self) -> None:
        """Shows how the table that is chosen comes out on paper."""
        desk, question, code = self._desk, self._question, self.bar.choice.table
        if code in self._forms:
            self.printing.show(tables_order(self._title, lambda: [form_of(desk, question, code)]))
        else:
            unit = question.area(desk.areas) or "、".join(town.name for town in desk.areas.towns)
            self.printing.show(sheet_order(self.view.figures.sheet, self._title, unit, question.told))

    def export_to(self, path: Path) -> None:
        """Writes the table that is chosen into a file."""
        desk, question, code = self._desk, self._question, self.bar.choice.table
        sheet, title = self.view.figures.sheet, self._title

        def write() -> None:
            if code in self._forms:
                write_form(path, desk, question, town_of(desk, question), code)
            else:
                write_sheet(path, desk, question, title, sheet)

        self._questions.ask("export", write, lambda _: self.told.emit(f"已导出到 {path}。"), self.refused.emit)

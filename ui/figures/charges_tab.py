"""What leaders have made their own, and what is supervised (督办包案): every count opens its list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.ports import ChargeLine
from ui.desk import Desk
from ui.figures.charge_figures import charge_figures
from ui.figures.charges_reading import Share, shares_of
from ui.figures.figure_view import FigureView
from ui.figures.forms import CHARGES
from ui.figures.question import Question
from ui.figures.rule_line import RuleLine
from ui.figures.sheet import Sheet
from ui.figures.sheet_file import write_form
from ui.figures.supervised import supervised_sheet
from ui.figures.tab import Tab
from ui.figures.table_reading import form_of, town_of
from ui.petition.charges.charge_table import WIDTHS, ChargeModel
from ui.printing.print_button import PrintButton
from ui.printing.tables_order import tables_order
from ui.requests import ShowRecord
from ui.widgets.card import Card
from ui.widgets.file_choosing import choose_file
from ui.widgets.row_table import RowTable
from ui.widgets.scroll_down import ScrollDown

_TITLE = 3
_LISTED = 5
"""Lines of the list with its headings at least."""
_LINES = 6
_SHARES = [520, 620]
"""How the two tables below share the width."""


@dataclass(frozen=True, slots=True)
class _Found:
    shares: Mapping[Share, Sequence[ChargeLine]]
    supervised: Sheet
    figures: Sheet


class ChargesTab(Tab):
    """The counts of the charges are buttons that choose what the list below them shows."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self._shares: Mapping[Share, Sequence[ChargeLine]] = {}
        self._share = Share.IN_FORCE
        self.buttons = {share: self._button(share) for share in Share}
        self.export = QPushButton("导出包案督办清单")
        self.export.setObjectName("quiet")
        self.export.clicked.connect(lambda: choose_file(self, "包案督办清单", self.export_to))
        self.print_button = PrintButton("包案督办清单", self.print_list)
        self.model = ChargeModel(desk)
        self.table = RowTable(self.model, "领导包案")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, _TITLE)
        self.table.row_opened.connect(self._open)
        self.table.setMinimumHeight(_LISTED * self.table.verticalHeader().defaultSectionSize())
        self.empty = QLabel()
        self.empty.setObjectName("empty")
        self.empty.setMinimumHeight(self.table.minimumHeight())
        self.view = FigureView("督办和红黄灯")
        self.view.keep_readable(_LINES)
        self.figures = FigureView("包案数字")
        self.rule = RuleLine()
        for view in (self.view, self.figures):
            view.asked.connect(self.asked)
            view.looked_at.connect(self.rule.tell_of)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in self.buttons.values():
            line.addWidget(button)
        line.addStretch()
        line.addWidget(self.export)
        line.addWidget(self.print_button)
        charges = Card("领导包案（信访和纠纷，按乡镇）")
        charges.body.addLayout(line)
        charges.body.addWidget(self.table, 1)
        charges.body.addWidget(self.empty, 1)
        supervised = Card("督办和红黄灯（现在在办的件）")
        supervised.body.addWidget(self.view, 1)
        counted = Card("包案数字（按统计期间）")
        counted.body.addWidget(self.figures, 1)
        below = QSplitter()
        below.setChildrenCollapsible(False)
        below.setHandleWidth(12)
        below.addWidget(supervised)
        below.addWidget(counted)
        below.setSizes(_SHARES)
        inside = QWidget()
        inside.setObjectName("canvas")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(charges, 5)
        layout.addWidget(below, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollDown(inside), 1)
        whole.addWidget(self.rule)

    def _button(self, share: Share) -> QPushButton:
        button = QPushButton(share.value)
        button.setObjectName("view")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.choose(share))
        return button

    @override
    def load(self) -> None:
        desk, question = self.desk, self.question

        def read() -> _Found:
            lines = desk.office.charges.charges(question.town)
            return _Found(
                shares_of(lines, question.period, desk.now),
                supervised_sheet(desk, question),
                charge_figures(desk, question),
            )

        self.questions.ask("charges", read, self._show, self.refuse)

    def _show(self, found: _Found) -> None:
        self._shares = found.shares
        for share, button in self.buttons.items():
            button.setText(f"{share.value} {len(found.shares[share])} 件")
        self.view.show_sheet(found.supervised)
        self.figures.show_sheet(found.figures)
        self.choose(self._share)
        self.shown.emit()

    def choose(self, share: Share) -> None:
        """Shows the charges of a share."""
        self._share = share
        for one, button in self.buttons.items():
            button.setChecked(one is share)
        lines = self._shares.get(share, ())
        self.model.show(lines)
        self.table.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.empty.setText(f"{self.question.period.label}没有“{share.value}”的件。")
        if lines:
            self.table.selectRow(0)

    def _open(self, row: int) -> None:
        line = self.model.rows[row]
        self.asked.emit(ShowRecord(line.kind, line.case_id))

    def print_list(self) -> None:
        """Shows how the official list (T9) comes out on paper."""
        desk, question = self.desk, self.question
        self.printing.show(tables_order("包案督办清单", lambda: [form_of(desk, question, CHARGES)]))

    def export_to(self, path: Path) -> None:
        """Writes the official list (T9) into a file."""
        desk, question = self.desk, self.question
        self.questions.ask(
            "export",
            lambda: write_form(path, desk, question, town_of(desk, question), CHARGES),
            lambda _: self.told.emit(f"已导出到 {path}。"),
            self.refuse,
        )

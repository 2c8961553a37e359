"""The tables of a month (报表): as the books stand now, or of a closed month as they were handed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.closing.month_end import standing
from gridapp.closing.reprint import signers_of
from gridapp.closing.tables import live_tables
from gridapp.domain.books import BookState, KeptTable, digest_of
from gridapp.domain.period import Month
from gridapp.ports import Office
from gridapp.reporting.official.canonical import canonical, table_from
from gridapp.reporting.official.own_forms import own_forms
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialTable
from ui.closing.forms_button import FormsButton
from ui.closing.month_tab import MonthTab
from ui.desk import Desk
from ui.figures.figure_view import FigureView
from ui.figures.official_sheet import official_sheet
from ui.printing.printing import KEYS as PRINT_KEYS
from ui.printing.printing import Printing
from ui.printing.tables_order import tables_order
from ui.widgets.combo import Combo
from ui.widgets.file_choosing import choose_file

_SHORT = 12
"""Letters of a digest that people compare."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a month, whether they were kept, and their one digest."""

    tables: Sequence[OfficialTable]
    is_kept: bool
    digest: str


class TablesTab(MonthTab):
    """One table at a time; a live one opens its lists, a kept one is printed again as it was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._tables: Sequence[OfficialTable] = ()
        self.chooser = Combo("报表")
        self.chooser.chosen.connect(self._show_chosen)
        self.state = QLabel()
        self.state.setObjectName("count")
        self.export_button = QPushButton("导出全部报表…(&X)")
        self.export_button.setToolTip("导出为工作簿；已关账的月份每次导出都相同（Alt+X）")
        self.export_button.clicked.connect(self.export)
        self.print_button = QPushButton("打印…")
        self.print_button.setToolTip(f"预览并打印全部报表（{PRINT_KEYS}）")
        self.print_button.clicked.connect(self.print_tables)
        QShortcut(QKeySequence(PRINT_KEYS), self, self.print_button.click)
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.forms = FormsButton(desk, self.questions)
        self.forms.told.connect(self.told)
        self.forms.refused.connect(self.refuse)
        self.view = FigureView("月报")
        self.view.asked.connect(self.asked)
        bar = QHBoxLayout()
        bar.addWidget(self.chooser)
        bar.addWidget(self.state, 1)
        bar.addWidget(self.forms)
        bar.addWidget(self.export_button)
        bar.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    @override
    def load(self) -> None:
        office, town, month = self.desk.office, self.town, self.month
        self.forms.town = town
        self.state.setText("正在统计…")
        self.export_button.setEnabled(False)
        self.print_button.setEnabled(False)
        self.questions.ask("tables", lambda: _read(office, town, month), self._show, self.refuse)

    def _show(self, found: Tables) -> None:
        self._tables = found.tables
        self.chooser.offer([(table.code, table.title) for table in found.tables])
        self.state.setText(
            f"{'关账时报表' if found.is_kept else '现在的数，尚未关账'}　校验码 {found.digest[:_SHORT]}"
            if found.tables
            else "这个月随以后月份一并关账，没有另存报表"
        )
        self.state.setToolTip(found.digest)
        self.export_button.setEnabled(bool(found.tables))
        self.print_button.setEnabled(bool(found.tables))
        self._show_chosen()

    def _show_chosen(self) -> None:
        for table in self._tables:
            if table.code == self.chooser.key:
                self.view.show_sheet(official_sheet(table))
        self.view.setVisible(bool(self._tables))

    def export(self) -> None:
        """Asks for a file and writes every table into it."""
        name = self.desk.areas.name(self.town)
        choose_file(self, f"{name}{self.month}月报", self.export_to)

    def print_tables(self) -> None:
        """Shows how all tables come out on paper; of a closed month with the names of those who signed."""
        books, town, month, tables = self.desk.office.books, self.town, self.month, self._tables

        def signed() -> Signers:
            is_closed = standing(books, town, month) is BookState.CLOSED
            return signers_of(books.steps(town, month)) if is_closed else Signers()

        title = f"{self.desk.areas.name(town)}{month}月报"
        self.printing.show(tables_order(title, lambda: tables, signed))

    def export_to(self, path: Path) -> None:
        """Writes every table into a workbook."""
        desk, town, month, tables = self.desk, self.town, self.month, self._tables
        self.questions.ask(
            "export",
            lambda: _write(desk.office, town, month, tables, path),
            lambda _: self.told.emit(f"已导出到 {path}。"),
            self.refuse,
        )


def _read(office: Office, town: str, month: Month) -> Tables:
    is_closed = standing(office.books, town, month) is BookState.CLOSED
    if is_closed:
        kept = office.books.tables(town, month)
        return Tables([table_from(table.content) for table in kept], is_closed, digest_of(kept))
    live = live_tables(office, town, month)
    written = [KeptTable(code=table.code, title=table.title, content=canonical(table)) for table in live]
    return Tables(live, is_closed, digest_of(written))


def _write(office: Office, town: str, month: Month, tables: Sequence[OfficialTable], path: Path) -> None:
    # Making workbooks is slow to import and only needed here.
    from gridapp.closing.reprint import write_reprint
    from gridapp.reporting.official.workbook import write_official

    if standing(office.books, town, month) is BookState.CLOSED:
        write_reprint(office, town, month, path)
    else:
        write_official(path, tables, own=own_forms(office.templates))

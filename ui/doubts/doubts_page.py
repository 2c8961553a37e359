"""The doubts of a period (数据疑点): what can hardly be, the figures that say so, the records to look at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.ports import CaseRow
from gridapp.reporting.sense.doubt import Doubt
from gridapp.reporting.sense.doubts import Examination, examined
from ui.desk import Desk
from ui.doubts.clean_card import CleanCard
from ui.doubts.doubt_model import SENTENCE, WIDTHS, DoubtModel
from ui.doubts.record_model import TITLE, RecordModel
from ui.doubts.record_model import WIDTHS as RECORD_WIDTHS
from ui.figures.figure_words import unit_in, value_in_words
from ui.figures.period_and_town import PeriodAndTown
from ui.page import Page
from ui.requests import ShowDoubts, ShowFigure, ShowRecord
from ui.widgets.row_table import RowTable

_SHARES = (420, 380)
_MOST = 200
"""Records that are listed of a doubt; its figures open the whole lists."""


class DoubtsPage(Page):
    """The doubts above; below what the chosen one says and the records behind it."""

    def __init__(self, desk: Desk, request: ShowDoubts) -> None:
        super().__init__(desk, "数据疑点")
        self.head = PeriodAndTown(desk, request.period, request.town)
        self.summary = QLabel("正在核对…")
        self.summary.setObjectName("count")
        self.clean = CleanCard()
        self.clean.hide()
        self.model = DoubtModel()
        self.table = RowTable(self.model, "数据疑点")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, SENTENCE)
        self.said = QLabel()
        self.said.setObjectName("rule")
        self.said.setWordWrap(True)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.figures: list[QPushButton] = []
        self._figures = QHBoxLayout()
        self.records = RecordModel()
        self.record_table = RowTable(self.records, "疑点涉及的记录")
        self.records.setParent(self.record_table)
        self.record_table.give_widths(RECORD_WIDTHS, TITLE)
        self._lay_out()
        self.head.changed.connect(self.reload)
        self.head.refused.connect(self.refused)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._choose(index.row()))
        self.table.row_opened.connect(lambda _: self.record_table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.record_table.row_opened.connect(self._open)

    def _lay_out(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addLayout(self._figures)
        column.addWidget(self.record_table, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(10)
        self.split.addWidget(self.table)
        self.split.addWidget(below)
        self.split.setSizes(_SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.summary)
        layout.addWidget(self.clean)
        layout.addWidget(self.split, 1)
        layout.addStretch()

    @override
    def reload(self) -> None:
        town = self.head.sure_town
        if town is None:
            return
        office, period = self.desk.office, self.head.period.period
        self.summary.setText("正在核对…")
        self.summary.show()
        self.questions.ask("doubts", lambda: examined(office, town, period), self._show, self.refuse)

    def _show(self, found: Examination) -> None:
        looked = f"看过 {found.figures:,} 个数字、{found.records:,} 件记录"
        self.summary.setText(f"{looked}，{f'有 {len(found.doubts)} 处疑点' if found.doubts else '没有发现疑点'}")
        self.clean.set_heading(self.summary.text())
        self.clean.setVisible(not found.doubts)
        for widget in (self.summary, self.split):
            widget.setVisible(bool(found.doubts))
        self.model.show(found.doubts)
        if found.doubts:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(0)

    def _choose(self, row: int) -> None:
        doubt = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        self.said.setText(doubt.sentence if doubt else "")
        self._offer(doubt)
        lists, counted = self.desk.office.lists, doubt.cases[:_MOST] if doubt else ()
        ids = [case.case_id for case in counted]
        self.questions.ask("records", lambda: lists.load_rows(ids), lambda rows: self._list(doubt, rows), self.refuse)

    def _list(self, doubt: Doubt | None, rows: Sequence[CaseRow]) -> None:
        counted = {case.case_id: case for case in doubt.cases} if doubt else {}
        self.records.show_records(list(rows), counted)

    def _offer(self, doubt: Doubt | None) -> None:
        """A button for each figure that the doubt names."""
        while (item := self._figures.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.figures = []
        for cell in doubt.figures if doubt else ():
            unit = "" if cell.indicator.denominator else unit_in(cell.indicator, cell.cut)
            button = QPushButton(f"{cell.cut.period.label} {cell.indicator.name} {value_in_words(cell.value)}{unit}")
            figure = ShowFigure(cell.indicator, cell.cut, cell.value, f"数据疑点 · {cell.cut.period.label}")
            button.setToolTip(f"口径：{cell.indicator.rule}　点击查看名单")
            button.clicked.connect(lambda _, f=figure: self.asked.emit(f))
            self.figures.append(button)
            self._figures.addWidget(button)
        self._figures.addStretch()

    def _open(self, row: int) -> None:
        record = self.records.rows[row]
        self.asked.emit(ShowRecord(record.kind, record.id))

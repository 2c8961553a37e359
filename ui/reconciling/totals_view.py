"""Historical totals (补录汇总数): the list, one more by a form or many from a small ledger, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.counting.cut import Cut
from gridapp.domain.period import Period
from gridapp.importing.rows import RowProblem
from gridapp.reconciling.historical import historical, keep, take_back
from gridapp.reconciling.historical_file import read_totals
from ui.desk import Desk
from ui.figures.question import Question
from ui.figures.tab import Tab
from ui.reconciling.readable_rows import keep_readable
from ui.reconciling.reason_dialog import ReasonDialog
from ui.reconciling.total_dialog import TOLD, TotalDialog
from ui.reconciling.totals_model import HEADINGS, INDICATOR, TotalLine, TotalsModel
from ui.requests import ShowFigure
from ui.settings.problems_dialog import ProblemsDialog
from ui.widgets.combo import Combo
from ui.widgets.file_choosing import choose_existing_file
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_table import RowTable

_EVER = Period(date(1900, 1, 1), date(2200, 1, 1))
_FILES = "补录汇总数台账 (*.xlsx *.xlsm *.xls *.ods *.csv)"
_ALL = "all"


@dataclass(frozen=True, slots=True)
class _Copied:
    """What came of a ledger: how many totals were kept, or what is wrong with its rows."""

    kept: int
    problems: Sequence[RowProblem]


class TotalsView(Tab):
    """Enter opens the records of the month, where there are any; totals are of their own months, whatever is asked."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self._lines: Sequence[TotalLine] = ()
        self.model = TotalsModel()
        self.table = RowTable(self.model, "补录汇总数")
        self.model.setParent(self.table)
        self.table.give_widths([width for _, width in HEADINGS], INDICATOR)
        keep_readable(self.table)
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._look_at(index.row()))
        self.summary = QLabel()
        self.summary.setObjectName("card_title")
        self.shown_ones = Combo("显示范围")
        self.shown_ones.offer([(None, "不含已撤回的"), (_ALL, "含已撤回的")])
        self.shown_ones.chosen.connect(self._narrow)
        self.new_button = QPushButton("补录…(&N)")
        self.new_button.setToolTip("补录一个月的汇总数（Alt+N）")
        self.file_button = QPushButton("从台账补录…(&O)")
        self.file_button.setToolTip("从小台账补录：月份、指标、数值、来源，可另有条件（Alt+O）")
        self.back_button = QPushButton("撤回…(&R)")
        self.back_button.setToolTip("撤回这一条，须写明原因；撤回后仍可查看（Alt+R）")
        self.new_button.clicked.connect(self.begin)
        self.file_button.clicked.connect(self.choose_file)
        self.back_button.clicked.connect(self.take_back)
        self.remark = QLabel()
        self.remark.setObjectName("rule")
        self.remark.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        hint = QLabel(TOLD)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        tools = (self.shown_ones, self.new_button, self.file_button, self.back_button)
        top = QWidget()
        # A label is lower than the buttons beside it.
        self.summary.setMinimumHeight(self.shown_ones.sizeHint().height())
        bar = FlowLayout(top, 8)
        bar.tail = len(tools)
        for widget in (self.summary, *tools):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(top)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.remark)

    @property
    def line(self) -> TotalLine | None:
        """The total that is looked at."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    @override
    def load(self) -> None:
        desk, town = self.desk, self.question.town
        self.questions.ask("totals", lambda: _read(desk, town), self._show, self.refuse)

    def _show(self, lines: Sequence[TotalLine]) -> None:
        self._lines = lines
        standing = sum(line.cell is not None for line in lines)
        self.summary.setText(f"补录汇总数 {standing} 条，不与记录相加" if standing else "还没有补录汇总数")
        self._narrow()
        self.shown.emit()

    def _narrow(self) -> None:
        self.model.show([line for line in self._lines if line.cell is not None or self.shown_ones.key == _ALL])
        self.table.selectRow(0)
        self._look_at(0)

    def _look_at(self, row: int) -> None:
        line = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        self.back_button.setEnabled(line is not None and line.cell is not None)
        self.remark.setText(line.remark if line else "")

    def _open(self, row: int) -> None:
        cell = self.model.rows[row].cell
        if cell is None or not cell.has_records:
            self.refused.emit("补录汇总数没有逐件记录，没有可以打开的名单。")
        else:
            self.asked.emit(ShowFigure(cell.indicator, cell.cut, cell.recorded, "本月逐件记录（不含补录）"))

    def begin(self) -> None:
        """Asks for one total."""
        dialog = TotalDialog(self, self.desk, self.question.town)
        dialog.saved.connect(lambda _: self._done("已补录 1 条汇总数。"))
        dialog.open()

    def take_back(self) -> None:
        """Asks why the total that is looked at is to be taken back."""
        line = self.line
        if line is None or line.cell is None:
            return
        desk, total = self.desk, line.total
        dialog = ReasonDialog(
            self,
            desk,
            "撤回",
            f"{line.town}　{total.month}　{line.cell.indicator.name}　{total.value}",
            "撤回后不再列示；补录和撤回的经过仍然保留，可以重新补录。",
            lambda reason: take_back(desk.office, [total.n or 0], reason, desk.actor, desk.clock),
        )
        dialog.saved.connect(lambda _: self._done(f"已撤回第 {total.n} 号补录汇总数。"))
        dialog.open()

    def choose_file(self) -> None:
        """Asks for a small ledger."""
        if self._town is None:
            self.refused.emit("请先在上方“范围”里选定一个乡镇，再从台账补录。")
            return
        choose_existing_file(self, "从台账补录", _FILES, self.copy_from)

    def copy_from(self, path: Path) -> None:
        """Keeps the totals of a small ledger, all or none."""
        desk, town = self.desk, self._town
        if town is not None:
            self.questions.ask("copy", lambda: _copied(desk, town, path), partial(self._copied, path), self.refuse)

    def _copied(self, path: Path, copied: _Copied) -> None:
        if copied.problems:
            ProblemsDialog(self, path.name, copied.problems).open()
        else:
            self._done(f"从 {path.name} 补录了 {copied.kept} 条汇总数。")

    def _done(self, told: str) -> None:
        self.told.emit(told)
        self.mark_stale()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _town(self) -> str | None:
        towns = self.desk.areas.towns
        return self.question.town or (towns[0].code if len(towns) == 1 else None)


def _read(desk: Desk, town: str | None) -> Sequence[TotalLine]:
    cells = {cell.total.n: cell for cell in historical(desk.office, Cut(_EVER, town))}
    totals = sorted(desk.office.historical.totals(town), key=lambda total: (total.month, total.n or 0))
    return [TotalLine(total, desk.areas.name(total.town) or "", cells.get(total.n)) for total in totals]


def _copied(desk: Desk, town: str, path: Path) -> _Copied:
    totals, problems = read_totals(path, desk.areas[town], desk.office.registers, desk.now)
    return _Copied(0, problems) if problems else _Copied(len(keep(desk.office, totals, desk.actor, desk.clock)), ())

"""Reconciliation (报表对账): what the reports said beside what the ledger says."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.counting.amount import Rate
from gridapp.counting.indicator import indicator_named
from gridapp.counting.reconciliation import cut_of, reconcile
from ui.desk import Desk
from ui.figures.figure_words import value_in_words
from ui.figures.question import Question
from ui.figures.reconciliation_model import COLUMNS, Line, ReconciliationModel
from ui.figures.tab import Tab
from ui.widgets.card import Card
from ui.widgets.row_table import RowTable

_Index = QModelIndex | QPersistentModelIndex


class ReconciliationTab(Tab):
    """All published figures; each has its own period, so the period above does not matter here."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk, question)
        self.model = ReconciliationModel()
        self.model.setParent(self)
        self.table = _Table(self.model)
        self.table.opened.connect(lambda line: self.asked.emit(line.figure))
        self.table.looked_at.connect(self._show_source)
        self.summary = QLabel()
        self.summary.setObjectName("card_title")
        hint = QLabel("每个数字按各自的统计期间重算；双击查看具体案件")
        hint.setObjectName("hint")
        top = QHBoxLayout()
        top.addWidget(self.summary)
        top.addStretch()
        top.addWidget(hint)
        self.source = QLabel()
        self.source.setObjectName("rule")
        self.source.setWordWrap(True)
        below = Card()
        below.body.addWidget(self.source)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addWidget(below)

    @override
    def load(self) -> None:
        desk, town = self.desk, self.desk.areas.name(self.question.town)
        self.questions.ask("figures", lambda: _reconciled(desk, town), self._show, self.refuse)

    def _show(self, lines: Sequence[Line]) -> None:
        self.model.show(lines)
        agreeing = sum(line.found.agrees for line in lines)
        self.summary.setText(
            f"已公布数字 {len(lines)} 个，相符 {agreeing} 个，不符 {len(lines) - agreeing} 个"
            if lines
            else "还没有登记已公布的数字"
        )
        if lines:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.shown.emit()

    def _show_source(self, line: Line) -> None:
        published = line.found.published
        indicator = indicator_named(published.indicator)
        told = f"出处：{published.source}（{published.sentence}）\n口径：{indicator.name}——{indicator.rule}"
        if isinstance(line.found.recomputed, Rate) and not line.found.agrees:
            told += f"\n公布 {line.found.reported_in_words}，重算 {value_in_words(line.found.recomputed)}，"
            told += f"相差 {line.found.difference_in_words}；两个数都保留，公布数不改。"
        self.source.setText(told)


class _Table(RowTable):
    """Double click or Enter on a row asks for its cases."""

    opened = Signal(object)
    looked_at = Signal(object)

    def __init__(self, model: ReconciliationModel) -> None:
        super().__init__(model, "报表对账")
        self._model = model
        self.give_widths([column.width for column in COLUMNS], 2)
        self.row_opened.connect(lambda row: self.opened.emit(model.lines[row]))

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.looked_at.emit(self._model.lines[current.row()])


def _reconciled(desk: Desk, town: str | None) -> list[Line]:
    ledger, words = desk.office.ledger, desk.words
    return [
        Line(reconcile(ledger, words, published), cut_of(published, words))
        for published in desk.office.registers.published(town)
    ]

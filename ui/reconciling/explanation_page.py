"""Why a reported figure differs from the records (差额说明): then, now, and each record that lies between."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.reconciling.causes import Cause
from ui.desk import Desk
from ui.figures.figure_words import value_in_words
from ui.figures.rule_line import rule_of
from ui.page import Page
from ui.reconciling.explanation_reading import Explained, RecordGroup, read_explained
from ui.reconciling.explanation_words import (
    group_in_words,
    history_in_words,
    moment_in_words,
    record_in_words,
    sum_in_words,
)
from ui.reconciling.figure_words import where_in_words
from ui.reconciling.number_tile import NumberTile
from ui.reconciling.record_model import TITLE, WIDTHS, RecordModel
from ui.requests import ShowExplanation, ShowFigure, ShowRecord
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_table import RowTable


class ExplanationPage(Page):
    """The numbers open their lists; a group narrows the records; Enter opens the record."""

    def __init__(self, desk: Desk, request: ShowExplanation) -> None:
        super().__init__(desk, "差额说明")
        self._figure_id = request.figure_id
        self.explained: Explained | None = None
        self._group: tuple[str, Cause | None] = ("", None)
        self.reported, self.then, self.now = NumberTile("上报数"), NumberTile("上报时账面"), NumberTile("现在重算")
        self.difference = NumberTile("差额")
        self.about, self.sum, self.group_sum = QLabel(), QLabel(), QLabel()
        self.sum.setObjectName("card_title")
        self.group_sum.setObjectName("figure")
        self.told_below, self.rule = QLabel(), QLabel()
        for label in (self.about, self.told_below, self.rule):
            label.setObjectName("rule")
        for label in (self.about, self.sum, self.told_below, self.rule):
            label.setWordWrap(True)
        self.groups: list[QPushButton] = []
        self._chips = QWidget()
        self._line = FlowLayout(self._chips)
        self._only_one = QButtonGroup(self)
        self.model = RecordModel()
        self.table = RowTable(self.model, "差异记录")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, TITLE)
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._tell(index.row()))
        self.then.opened.connect(lambda: self._open_list(self.explained.then if self.explained else None))
        self.now.opened.connect(lambda: self._open_list(self.explained.now if self.explained else None))
        self._lay_out()

    def _lay_out(self) -> None:
        card = Card()
        numbers = QHBoxLayout()
        numbers.setSpacing(24)
        for tile in (self.reported, self.then, self.now, self.difference):
            numbers.addWidget(tile)
        numbers.addStretch()
        for part in (self.about, self.sum):
            card.body.addWidget(part)
        card.body.insertLayout(2, numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(card)
        layout.addWidget(self._chips)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.group_sum)
        layout.addWidget(self.told_below)
        layout.addWidget(self.rule)

    @override
    def reload(self) -> None:
        desk, figure_id = self.desk, self._figure_id
        self.sum.setText("正在逐件核对…")
        self.questions.ask("explain", lambda: read_explained(desk, figure_id), self._show, self.refuse)

    def _show(self, explained: Explained) -> None:
        self.explained = explained
        explanation = explained.explanation
        found = explanation.reconciled
        published = found.published
        self.entitle(f"差额说明 · {published.id} {published.title}")
        where = f"，{where_in_words(published.where)}" if published.where else ""
        sentence = f"（{published.sentence}）" if published.sentence else ""
        self.about.setText(
            f"{published.town}　{published.period.label}{where}　{moment_in_words(explanation)}\n"
            f"出处：{published.source}{sentence}　{history_in_words(explained)}"
        )
        unit = "" if explained.indicator.denominator else published.unit
        self.reported.show_number(found.reported_in_words, unit)
        self.then.entitle("上报时账面" if explanation.since_is_known else "登记时账面")
        self.then.show_number(value_in_words(explanation.then), unit, opens=explained.then is not None)
        self.now.show_number(value_in_words(found.recomputed), unit, opens=True)
        self.difference.show_number(found.difference_in_words, unit, tone="good" if found.agrees else "bad")
        self.sum.setText(sum_in_words(explanation))
        self.rule.setText(rule_of(explained.now))
        self._offer(explained)

    def _offer(self, explained: Explained) -> None:
        for button in self.groups:
            self._only_one.removeButton(button)
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        groups = explained.groups
        self.groups = [self._chip(group) for group in groups]
        known = [(group.part, group.cause) for group in groups]
        place = known.index(self._group) if self._group in known else 0
        self.groups[place].setChecked(True)
        self._choose(groups[place])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, group: RecordGroup) -> QPushButton:
        button = QPushButton(group_in_words(group))
        button.setObjectName("view")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._choose(group))
        self._only_one.addButton(button)
        self._line.addWidget(button)
        return button

    def _choose(self, group: RecordGroup) -> None:
        self._group = group.part, group.cause
        self.model.show(group.records)
        self.group_sum.setText(f"合计：{group_in_words(group)}" if group.records else "没有变动的记录")
        self.group_sum.setObjectName("figure" if group.records else "muted")
        self.group_sum.style().polish(self.group_sum)
        self.table.selectRow(0)
        self._tell(0)

    def _tell(self, row: int) -> None:
        record = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        self.told_below.setText(record_in_words(record) if record else "")

    def _open(self, row: int) -> None:
        record = self.model.rows[row]
        if record.cause is Cause.TAKEN_BACK:
            self.refused.emit("这一件已随导入批次撤销，没有可以打开的记录。")
        else:
            self.asked.emit(ShowRecord(record.kind, record.case_id))

    def _open_list(self, figure: ShowFigure | None) -> None:
        if figure is not None:
            self.asked.emit(figure)

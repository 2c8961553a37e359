"""The cases behind a number (数字背后的名单): every figure is a list, and the list adds up to it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.counting.amount import Rate, spoken
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.ledger import Counted
from gridapp.domain.moment import spoken_limit
from gridapp.ports import CaseQuery, CaseRow
from ui.cases.case_list import CaseList
from ui.cases.case_model import PAGE
from ui.cases.columns import ListColumn
from ui.desk import Desk
from ui.figures.figure_words import unit_of, value_in_words
from ui.page import Page
from ui.requests import ShowFigure, ShowRecord
from ui.widgets.card import Card


class FigurePage(Page):
    """The number, its rule, and exactly the cases that were counted, with what each contributes."""

    def __init__(self, desk: Desk, figure: ShowFigure) -> None:
        super().__init__(desk, _title(figure))
        self._figure = figure
        self._counted: Mapping[UUID, Counted] = {}
        kind = figure.indicator.kind
        counted = (
            ListColumn("quantity", "计入", self._quantity, 8, is_number=True, content=self._counted_quantity),
            ListColumn("counted_on", "计入日期", self._day, 11, content=self._counted_day),
        )
        query = CaseQuery(kind=kind, ids=(), descending=False)
        self.list = CaseList(desk, query, self.title, counted)
        self.list.opened.connect(lambda case_id: self.asked.emit(ShowRecord(kind, case_id)))
        self.list.told.connect(self.told)
        self.list.refused.connect(self.refused)
        self.list.cases_changed.connect(self.cases_changed)
        self.sum = QLabel()
        self.sum.setObjectName("figure")
        rule = QLabel(f"口径：{figure.indicator.rule}")
        rule.setObjectName("rule")
        rule.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(rule, 1)
        line.addWidget(self.sum)
        card = Card()
        card.body.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(10)
        layout.addWidget(card)
        layout.addWidget(self.list, 1)

    @property
    def total(self) -> Decimal:
        """What the listed cases add up to."""
        return sum((counted.quantity for counted in self._counted.values()), Decimal(0))

    @override
    def reload(self) -> None:
        if self._counted:
            self._ask_all()
            return
        figure, ledger = self._figure, self.desk.office.ledger
        self.questions.ask(
            "cases", lambda: cases_behind(ledger, figure.indicator, figure.cut, PAGE), self._begun, self.refuse
        )

    def _begun(self, counted: Sequence[Counted]) -> None:
        """The first page is there at once; of a long list the rest is asked for when that is shown."""
        if len(counted) < PAGE:
            self._arrived(counted)
            return
        self.sum.setText("正在列出全部…")
        self.list.counted.connect(self._ask_all, Qt.ConnectionType.SingleShotConnection)
        self._show(counted)

    def _ask_all(self) -> None:
        figure, ledger = self._figure, self.desk.office.ledger
        self.questions.ask(
            "cases", lambda: cases_behind(ledger, figure.indicator, figure.cut), self._arrived, self.refuse
        )

    def _arrived(self, counted: Sequence[Counted]) -> None:
        self._show(counted)
        self.sum.setText(self._comparison())

    def _show(self, counted: Sequence[Counted]) -> None:
        self._counted = {one.case_id: one for one in counted}
        self.list.narrow(replace(self.list.base, ids=tuple(self._counted)))

    def _comparison(self) -> str:
        value = self._figure.value
        if isinstance(value, Rate):
            agree = self.total == value.numerator
            stated = f"统计 {value_in_words(value)}"
            listed = f"名单 {len(self._counted):,} 件，其中计入 {spoken(self.total)}"
        else:
            agree = self.total == value
            unit = unit_of(self._figure)
            stated = f"统计 {spoken(value)} {unit}"
            listed = f"名单计入合计 {spoken(self.total)} {unit}，共 {len(self._counted):,} 条"
        return f"{stated} {'＝' if agree else '≠'} {listed}{'' if agree else '（统计后数据有变动）'}"

    def _quantity(self, row: CaseRow, _: Desk) -> str:
        quantity = self._counted_quantity(row)
        return "" if quantity is None else spoken(quantity)

    def _counted_quantity(self, row: CaseRow) -> Decimal | None:
        counted = self._counted.get(row.id)
        return counted.quantity if counted else None

    def _counted_day(self, row: CaseRow) -> date | None:
        counted = self._counted.get(row.id)
        return counted.day if counted else None

    def _day(self, row: CaseRow, _: Desk) -> str:
        day = self._counted_day(row)
        return "" if day is None else day.isoformat()


def _title(figure: ShowFigure) -> str:
    value = value_in_words(figure.value)
    amount = value if isinstance(figure.value, Rate) else f"{value} {unit_of(figure)}"
    as_of = f"截至 {spoken_limit(figure.cut.as_of)} 24:00" if figure.cut.as_of else ""
    # A row of months names its month and its period alike: once is enough.
    parts = dict.fromkeys((figure.indicator.name, figure.where, figure.cut.period.label, as_of, amount))
    return " · ".join(part for part in parts if part)

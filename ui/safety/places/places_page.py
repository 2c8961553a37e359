"""The register of places (场所名录): found, put on file, opened, and how far they were inspected (覆盖率)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.cases.inspection.coverage import Coverage, coverage
from gridapp.counting.amount import Rate, spoken
from gridapp.ports import PlaceQuery, PlaceRow
from ui.desk import Desk
from ui.page import Page
from ui.printing.print_button import PrintButton
from ui.printing.printing import Printing
from ui.printing.table_order import model_order
from ui.requests import NewInspection, ShowPlace, ShowPlans
from ui.safety.places.place_filters import CLOSED, INSPECTED, LEFT_OUT, PlaceFilters
from ui.safety.places.place_model import WIDTHS, PlaceModel
from ui.widgets.row_table import RowTable


@dataclass(frozen=True, slots=True)
class _Found:
    rows: Sequence[PlaceRow]
    covered: Coverage | None


class PlacesPage(Page):
    """Enter opens a place, Alt+J begins an inspection there, Alt+B files visits to those that are selected."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "场所名录")
        self.filters = PlaceFilters(desk)
        self.model = PlaceModel(desk.areas)
        self.table = RowTable(self.model, "场所名录")
        self.table.give_widths(WIDTHS, 0)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.count = QLabel()
        self.count.setObjectName("about")
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.print_button = PrintButton("找到的场所", self.print_places)
        self.new_button = _button("登记场所", "把一个场所列入名录（Alt+N）")
        self.plan_button = _button("报备检查", "报备对选中场所的检查（Alt+B）")
        self.inspect_button = _button("新检查", "到所在行的场所检查（Alt+J）")
        self.inspect_button.setObjectName("primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.count, 1)
        for button in (self.print_button, self.new_button, self.plan_button, self.inspect_button):
            told.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addLayout(told)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.reload)
        self.filters.search.left.connect(self._enter_table)
        self.table.row_opened.connect(lambda row: self.asked.emit(ShowPlace(self.model.rows[row].place.id)))
        self.new_button.clicked.connect(lambda: self.asked.emit(ShowPlace()))
        self.plan_button.clicked.connect(lambda: self.asked.emit(ShowPlans(tuple(self.selected))))
        self.inspect_button.clicked.connect(self._inspect)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search)
        for keys, button in (
            ("Alt+N", self.new_button),
            ("Alt+B", self.plan_button),
            ("Alt+J", self.inspect_button),
        ):
            # A button's own shortcut clicks a tenth of a second late, when the next keys have gone elsewhere already.
            QShortcut(QKeySequence(keys), self, button.click)

    @property
    def selected(self) -> Sequence[UUID]:
        """The places that are selected."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row].place.id for row in rows]

    @override
    def reload(self) -> None:
        book, today = self.desk.office.places, self.desk.today
        query, which = self.filters.query(today), self.filters.inspected.key

        def work() -> _Found:
            if which == CLOSED:
                return _Found(book.find(query), None)
            period = query.period
            covered = coverage(book, query, period) if period else _ever(self.desk, query)
            rows = {INSPECTED: covered.inspected, LEFT_OUT: covered.left_out}
            return _Found(rows[which] if which in rows else book.find(query), covered)

        self.questions.ask("places", work, self._show, self.refuse)

    def _show(self, found: _Found) -> None:
        span = self.filters.span if found.covered is not None else ""
        self.model.show_places(found.rows, span)
        self.count.setText(_in_words(found, span))
        if found.rows and not self.filters.search.hasFocus():
            self.table.selectRow(0)

    def print_places(self) -> None:
        """Shows how the places that are found come out on paper."""
        towns = "、".join(town.name for town in self.desk.areas.towns)
        self.printing.show(model_order(self.model, "场所名录", (f"填报单位：{towns}　　　{self.count.text()}",)))

    def _inspect(self) -> None:
        chosen = self.selected
        self.asked.emit(NewInspection(place=chosen[0] if chosen else None))

    def _search(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def _enter_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rows:
            self.table.selectRow(max(self.table.currentIndex().row(), 0))


def _ever(desk: Desk, query: PlaceQuery) -> Coverage:
    """The places that were inspected at all, and those that never were."""
    book = desk.office.places
    return Coverage(book.find(replace(query, inspected=True)), book.find(replace(query, inspected=False)))


def _in_words(found: _Found, span: str) -> str:
    if found.covered is None:
        return f"已注销 {len(found.rows)} 家"
    inspected, left_out = len(found.covered.inspected), len(found.covered.left_out)
    when = f"{span}检查过" if span else "检查过"
    rate = spoken(Rate(Decimal(inspected), Decimal(inspected + left_out)))
    return f"在册 {inspected + left_out} 家 · {when} {inspected} 家 · 未检查 {left_out} 家 · 覆盖率 {rate}"


def _button(text: str, hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    return button

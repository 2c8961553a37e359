"""A searchable list of cases with its count (台账列表), for whatever query it is given."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.filter import Condition
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseQuery
from ui.cases.case_model import PAGE, CaseModel
from ui.cases.case_table import CaseTable
from ui.cases.columns import ListColumn
from ui.cases.search_box import SearchBox
from ui.desk import Desk
from ui.lists.arrangement import Arrangement
from ui.lists.export_dialog import ExportDialog
from ui.lists.filter_bar import FilterBar
from ui.lists.foot import Foot
from ui.lists.list_actions import ListActions
from ui.lists.list_exporting import ListExporting
from ui.lists.narrowing import Narrowing
from ui.lists.question_words import question_in_words, unit_of_query
from ui.lists.shown_columns import ShownColumns
from ui.printing.list_order import list_order
from ui.printing.printing import Printing
from ui.widgets.flow_layout import FlowLayout


class CaseList(QWidget):
    """Search box, conditions, the table, and how many there are; a page puts its own choosers into `finders`, its
    buttons into `tools`.

    `base` is what the page itself asks; text, conditions and order come from here. Columns in `extra` belong to
    the page and stand behind the first of the kind's own.
    """

    opened = Signal(object)
    told = Signal(str)
    refused = Signal(str)
    counted = Signal(int)
    narrowed = Signal()
    """Somebody asks for something else: other words, conditions or order."""
    cases_changed = Signal()
    """Cases of the list were written."""

    def __init__(self, desk: Desk, base: CaseQuery, name: str, extra: Sequence[ListColumn] = ()) -> None:
        super().__init__()
        self._desk, self._base, self._name = desk, base, name
        self.kind = base.kind or Kind.EVENT
        self._order = base.sort, base.descending
        self._narrowing: Narrowing | None = None
        self._count = 0
        self.model = CaseModel(desk, ())
        self.model.setParent(self)
        self.table = CaseTable(desk, self.model, name)
        self.arrangement = Arrangement(desk, self.kind, self._refuse, self)
        self.columns = ShownColumns(self.table, self.model, desk, self.arrangement, extra)
        self.table.show_order(base.sort, descending=base.descending)
        self.search = SearchBox()
        self.filters = FilterBar(desk, self.kind)
        self.count = QLabel()
        self.count.setObjectName("count")
        self._foot = Foot(desk, self.kind, self.count, self.table.selected_ids)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        finders = QWidget()
        self.finders = FlowLayout(finders, spacing=8)
        self.finders.addWidget(self.search)
        self.tools.addWidget(finders, 1)
        self.list_actions = ListActions(desk, self.kind, self.table)
        self.exporting = ListExporting(desk, self.kind, self)
        self.printing = Printing(desk, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.filters, 1)
        line.addWidget(self.list_actions, 0, Qt.AlignmentFlag.AlignTop)
        self.above = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.tools)
        layout.addLayout(self.above)
        layout.addLayout(line)
        layout.addWidget(self.exporting.bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)

    def _connect(self) -> None:
        self.search.wanted.connect(self._ask_otherwise)
        self.search.left.connect(self._to_table)
        self.filters.changed.connect(self._conditions_changed)
        self.table.sorted.connect(self._sort)
        self.table.opened.connect(self.opened)
        self.table.selected.connect(self._show_count)
        self.list_actions.columns_wanted.connect(self.columns.choose)
        self.list_actions.changed.connect(self._changed_many)
        self.table.copying.told.connect(self.told)
        self.list_actions.exporting.connect(self.export)
        self.exporting.told.connect(self.told)
        self.exporting.refused.connect(self.refused)
        self.list_actions.printing.connect(self._print)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.model.failed.connect(self.refused)
        self.model.counted.connect(self._counted)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._start_search)

    @property
    def query(self) -> CaseQuery:
        """What is shown."""
        base = self._narrowing.of(self._base) if self._narrowing else self._base
        return replace(
            base,
            text=self.search.text().strip(),
            conditions=(*base.conditions, *self.filters.conditions),
            today=base.today or self._desk.today,
            sort=self._order[0],
            descending=self._order[1],
        )

    @property
    def narrowing(self) -> Narrowing | None:
        """What the list is narrowed to beyond its conditions."""
        return self._narrowing

    @property
    def base(self) -> CaseQuery:
        """What the page itself asks."""
        return self._base

    def narrow(self, base: CaseQuery) -> None:
        """Asks something else of the page's own; words, conditions and order stay."""
        self._base = base
        self._ask()

    def ask(
        self,
        base: CaseQuery,
        conditions: Sequence[Condition] = (),
        text: str = "",
        columns: Sequence[str] = (),
        narrowing: Narrowing | None = None,
    ) -> None:
        """Asks a whole question anew, in the order that `base` has."""
        self._base, self._order, self._narrowing = base, (base.sort, base.descending), narrowing
        self.search.show_text(text)
        self.filters.show_conditions(conditions, narrowing.name if narrowing else "")
        self.table.show_order(base.sort, descending=base.descending)
        self.columns.show_those_of_a_view(columns)
        self._ask()

    def reload(self) -> None:
        """Asks for the list again; where somebody stands in it stays."""
        self.arrangement.when_read(self._begin)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrangement.look_again(self.columns.show_again)

    def _begin(self) -> None:
        self.columns.show_again()
        self.model.show(self.query, self.table.currentIndex().row() + PAGE)

    def _ask(self) -> None:
        self.table.scrollToTop()
        self.model.show(self.query)

    def _ask_otherwise(self) -> None:
        self._ask()
        self.narrowed.emit()

    def _conditions_changed(self) -> None:
        if not self.filters.fixed:
            self._narrowing = None
        self._ask_otherwise()

    def _sort(self, field: str, descending: bool) -> None:
        self._order = field, descending
        self._ask_otherwise()

    def _changed_many(self, told: str) -> None:
        self.reload()
        self.cases_changed.emit()
        self.told.emit(told)

    def _counted(self, count: int) -> None:
        self._count = count
        self._show_count()
        self.counted.emit(count)

    def _show_count(self) -> None:
        query = self.query
        searched = bool(query.text or self.filters.conditions)
        self._foot.show(query, self._count, self.table.selected_count, searched=searched)

    def export(self) -> ExportDialog:
        """Asks how the whole list is to be exported."""
        query, areas = self.query, self._desk.areas
        question, unit = question_in_words(query, areas, self._narrowing), unit_of_query(query, areas)
        return self.exporting.ask(query, self.table.columns, self._name, unit, question)

    def _print(self) -> None:
        query, areas = self.query, self._desk.areas
        question, unit = question_in_words(query, areas, self._narrowing), unit_of_query(query, areas)
        self.printing.show(list_order(self._desk, query, self.table.columns, self._name, unit, question))

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))

    def _to_table(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _start_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

"""The list of a kind (台账) with its filters and saved views."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from ui.cases.case_list import CaseList
from ui.cases.kind_buttons import kind_buttons
from ui.desk import Desk
from ui.lists.condition_words import states_of
from ui.lists.shown_view import WHOLE, ShownView, named
from ui.lists.view_keeper import ViewKeeper
from ui.lists.views_bar import ViewsBar
from ui.page import Page
from ui.requests import EndMany, RecheckMany, ShowRecord
from ui.widgets.area_chooser import AreaChooser
from ui.widgets.combo import Combo
from ui.widgets.tab_order import put_in_order


class LedgerPage(Page):
    """All cases of a kind, newest first."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(desk, kind.label)
        self._kind = kind
        self._begun = False
        self.list = CaseList(desk, CaseQuery(kind=kind), f"{kind.label}台账")
        self.status = Combo("状态")
        self.status.offer([(None, "全部状态"), *((status.value, status.label) for status in states_of(kind))])
        self.areas = AreaChooser(desk.areas)
        self.views = ViewsBar(desk, kind)
        self.keeper = ViewKeeper(desk, self.list)
        for widget in (self.status, self.areas):
            self.list.finders.addWidget(widget)
        self.status.setVisible(any(column.name == "status" for column in self.list.table.columns))
        self.starters = kind_buttons(kind, self.asked.emit, on_list=True)
        for button in self.starters.values():
            self.list.finders.addWidget(button)
        self.list.finders.tail = len(self.starters)
        self.list.above.addWidget(self.views)
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(self.list)
        self._put_in_tab_order()

    def _put_in_tab_order(self) -> None:
        """Tab goes as one reads: what finds, what adds, the views, the conditions, the table."""
        cases = self.list
        put_in_order(
            [
                cases.search,
                self.status,
                self.areas.towns,
                self.areas.villages,
                *self.starters.values(),
                self.views.save_button,
                self.views.menu_button,
                cases.filters.add_button,
                cases.filters.clear_button,
                cases.list_actions.end_button,
                cases.list_actions.visit_button,
                cases.list_actions.bulk_button,
                cases.list_actions.columns_button,
                cases.list_actions.export_button,
                cases.list_actions.print_button,
                cases.table,
            ]
        )

    def _connect(self) -> None:
        self.status.chosen.connect(self._narrow)
        self.areas.changed.connect(self._narrow)
        self.list.opened.connect(lambda case_id: self.asked.emit(ShowRecord(self._kind, case_id)))
        self.list.told.connect(self.told)
        self.list.refused.connect(self.refused)
        self.list.cases_changed.connect(self._cases_changed)
        self.list.list_actions.asked.connect(self.asked)
        self.list.list_actions.ending.connect(lambda ids: self.asked.emit(EndMany(ids)))
        self.list.list_actions.rechecking.connect(lambda ids: self.asked.emit(RecheckMany(ids)))
        self.list.narrowed.connect(lambda: self.views.mark(None))
        self.views.chosen.connect(self.show_view)
        self.views.read.connect(self._views_read)
        self.views.failed.connect(self.refused)
        self.views.saving.connect(lambda: self.keeper.save(len(self.views.saved)))
        self.views.renaming.connect(self.keeper.rename)
        self.views.deleting.connect(self.keeper.delete)
        self.views.replacing.connect(self.keeper.replace)
        self.views.beginning.connect(self.keeper.begin_with)
        self.keeper.kept.connect(self.show_view)
        self.keeper.gone.connect(self._count_views)
        self.keeper.told.connect(self.told)
        self.keeper.refused.connect(self.refused)

    @property
    def _page(self) -> CaseQuery:
        """What the choosers of the page ask."""
        status = self.status.key
        return CaseQuery(
            kind=self._kind,
            statuses=frozenset({Status(status)}) if status else frozenset(),
            town=self.areas.town,
            village=self.areas.village,
        )

    def show_view(self, view: ShownView) -> None:
        """Shows what a view asks, in the area that is chosen."""
        self.status.choose(None)
        self.list.ask(view.base(self._page), view.conditions, view.text, view.columns, view.narrowing)
        self.views.mark(view)
        self._count_views()

    def _narrow(self) -> None:
        page, base = self._page, self.list.base
        self.list.narrow(replace(base, statuses=page.statuses, town=page.town, village=page.village))
        if page.statuses:
            self.views.mark(None)
        self._count_views()

    def _count_views(self) -> None:
        self.views.reload(replace(self._page, statuses=frozenset()))

    def _views_read(self) -> None:
        if self._begun:
            return
        self._begun = True
        first = named(self.views.views, self.list.arrangement.layout.view or WHOLE.name)
        self.show_view(first or WHOLE)

    def _cases_changed(self) -> None:
        self._count_views()
        self.cases_changed.emit()

    @override
    def reload(self) -> None:
        if self._begun:
            self.list.reload()
            self._count_views()
        else:
            self.list.arrangement.when_read(self._count_views)

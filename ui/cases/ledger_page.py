"""The list of a kind (台账) with its filters."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from ui.cases.case_list import CaseList
from ui.cases.columns import columns_of
from ui.desk import Desk
from ui.icons import icon
from ui.page import Page
from ui.requests import NewEvent, ShowRecord
from ui.theme import COLOURS
from ui.widgets.area_chooser import AreaChooser
from ui.widgets.combo import Combo


class LedgerPage(Page):
    """All cases of a kind, newest first."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__(desk, kind.label)
        self._kind = kind
        columns = columns_of(kind)
        self.list = CaseList(desk, columns, CaseQuery(kind=kind), f"{kind.label}台账")
        self.status = Combo("状态")
        self.status.offer([(None, "全部状态"), *((status.value, status.label) for status in Status)])
        self.status.chosen.connect(self._narrow)
        self.areas = AreaChooser(desk.areas)
        self.areas.changed.connect(self._narrow)
        for widget in (self.status, self.areas):
            self.list.tools.addWidget(widget)
        self.status.setVisible(any(column.is_state for column in columns))
        self.list.tools.addStretch()
        if kind is Kind.EVENT:
            self.list.tools.addWidget(self._new_button())
        self.list.opened.connect(lambda case_id: self.asked.emit(ShowRecord(kind, case_id)))
        self.list.told.connect(self.told)
        self.list.refused.connect(self.refused)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(self.list)

    def _new_button(self) -> QPushButton:
        button = QPushButton("新增事件")
        button.setObjectName("primary")
        button.setIcon(icon("plus", COLOURS.card))
        button.setToolTip("新增事件（Ctrl+N）")
        button.clicked.connect(lambda: self.asked.emit(NewEvent()))
        return button

    def _narrow(self) -> None:
        status = self.status.key
        self.list.narrow(
            replace(
                self.list.query,
                statuses=frozenset({Status(status)}) if status else frozenset(),
                town=self.areas.town,
                village=self.areas.village,
            )
        )

    @override
    def reload(self) -> None:
        self.list.reload()

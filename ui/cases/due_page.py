"""The list of a queue (待办清单): the very query that was counted; F8 goes through it case by case."""

from uuid import UUID

from PySide6.QtWidgets import QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from ui.cases.case_list import CaseList
from ui.desk import Desk
from ui.lists.walk import begun_at
from ui.page import Page
from ui.requests import EndMany, RecheckMany, ShowDue, ShowRecord


class DuePage(Page):
    """What a counter has counted."""

    def __init__(self, desk: Desk, request: ShowDue) -> None:
        super().__init__(desk, request.title)
        self._queue = request.queue or request.title
        self._kind = request.query.kind or Kind.EVENT
        self.list = CaseList(desk, request.query, request.title)
        hint = QLabel("F8 逐件办理：打开一件，办完按 F8 直接到下一件")
        hint.setObjectName("hint")
        self.list.tools.addWidget(hint)
        self.list.opened.connect(self._open)
        self.list.told.connect(self.told)
        self.list.refused.connect(self.refused)
        self.list.cases_changed.connect(self.cases_changed)
        self.list.list_actions.asked.connect(self.asked)
        self.list.list_actions.ending.connect(lambda ids: self.asked.emit(EndMany(ids)))
        self.list.list_actions.rechecking.connect(lambda ids: self.asked.emit(RecheckMany(ids)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(self.list)

    @override
    def go_on(self) -> None:
        row = max(self.list.table.currentIndex().row(), 0)
        for case_id in self.list.model.ids_at([row]):
            self._open(case_id)

    def _open(self, case_id: UUID) -> None:
        model = self.list.model
        row = model.row_of(case_id)
        if row is not None:
            stop = begun_at(self._queue, self.list.query, model.ids, row)
            self.asked.emit(ShowRecord(self._kind, case_id, stop.walk))

    @override
    def reload(self) -> None:
        self.list.reload()

"""The list behind a counter of the first page (待办清单): the very query that was counted."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from gridapp.domain.kind import Kind
from ui.cases.case_list import CaseList
from ui.cases.columns import columns_of
from ui.desk import Desk
from ui.page import Page
from ui.requests import ShowDue, ShowRecord


class DuePage(Page):
    """What a counter has counted."""

    def __init__(self, desk: Desk, request: ShowDue) -> None:
        super().__init__(desk, request.title)
        kind = request.query.kind or Kind.EVENT
        self.list = CaseList(desk, columns_of(kind), request.query, request.title)
        self.list.tools.addStretch()
        self.list.opened.connect(lambda case_id: self.asked.emit(ShowRecord(kind, case_id)))
        self.list.told.connect(self.told)
        self.list.refused.connect(self.refused)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.addWidget(self.list)

    @override
    def reload(self) -> None:
        self.list.reload()

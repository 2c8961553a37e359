"""Taking a list away as a file (导出列表): asks how, asks where, and shows how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gridapp.domain.kind import Kind
from gridapp.domain.moment import SHANGHAI
from gridapp.exporting.order import ListOrder
from gridapp.ports import CaseQuery
from ui.cases.columns import ListColumn
from ui.desk import Desk
from ui.lists.export_bar import ExportBar
from ui.lists.export_columns import every_column, export_columns
from ui.lists.export_dialog import ExportChoice, ExportDialog
from ui.lists.export_run import ExportRun
from ui.widgets.file_choosing import choose_file

KEYS = "Ctrl+E"

_FORBIDDEN = str.maketrans('/\\:*?"<>|', "／＼：＊？＂＜＞｜")
"""What no name of a file may hold."""


class ListExporting(QObject):
    """The export of one list; `bar` belongs above its table."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, kind: Kind, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._kind, self._owner = desk, kind, owner
        self.bar = ExportBar()
        self.run = ExportRun(desk, self)
        self.run.progressed.connect(self.bar.show_progress)
        self.run.ended.connect(self.bar.hide)
        self.run.told.connect(self.told)
        self.run.refused.connect(self.refused)
        self.bar.cancelled.connect(self.run.cancel)

    def ask(self, query: CaseQuery, shown: Sequence[ListColumn], title: str, unit: str, question: str) -> ExportDialog:
        """Asks how the list of a query is to be exported, then where, then does it."""
        told = f"{title}：{question}"
        dialog = ExportDialog(self._owner.window(), title, told, shown, every_column(shown, self._kind))

        def chosen(choice: ExportChoice) -> None:
            order = ListOrder(
                query=query,
                columns=export_columns(choice.columns, self._kind, self._desk),
                title=title,
                unit=unit,
                question=f"查询条件：{question}",
                reason=choice.reason,
            )
            self._choose_place(order, choice.files)

        dialog.chosen.connect(chosen)
        dialog.open()
        return dialog

    def _choose_place(self, order: ListOrder, files: str) -> None:
        name = f"{order.title.translate(_FORBIDDEN)}_{self._desk.now.astimezone(SHANGHAI):%Y%m%d-%H%M}"
        choose_file(self._owner, name, lambda path: self.run.start(order, path), "导出列表", files)

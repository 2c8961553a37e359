"""The button that writes an empty ledger (空白台账) to be filled in and imported."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.exporting.empty_ledger import write_empty_ledger
from ui.desk import Desk
from ui.jobs import Questions
from ui.widgets.file_choosing import choose_file

_FILES = "工作簿 (*.xlsx)"


class EmptyLedgerButton(QPushButton):
    """Asks where, then writes the ledger of the kind and the town that are chosen then; of no town, the first."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, chosen: Callable[[], tuple[Kind, str | None]]) -> None:
        super().__init__("空白台账…(&K)")
        self.setToolTip("存一份空白台账：表头、下拉列表、填写说明和示例行，填好后可直接导入（Alt+K）")
        self._desk, self._chosen = desk, chosen
        self._questions = Questions(desk.jobs, self)
        self.clicked.connect(self._ask_where)

    def write_to(self, path: Path) -> None:
        """Writes the ledger that is chosen."""
        areas = self._desk.areas
        kind, code = self._chosen()
        town = areas[code] if code is not None else areas.towns[0]
        self._questions.ask(
            "ledger",
            lambda: write_empty_ledger(path, kind, town, areas),
            lambda _: self.told.emit(f"空白台账已存到 {path}，填好后可直接导入。"),
            self.refused.emit,
        )

    def _ask_where(self) -> None:
        kind, _ = self._chosen()
        choose_file(self, f"空白{ledger_of(kind).title}", self.write_to, "保存空白台账", _FILES)

"""Copying rows for a spreadsheet (复制到表格): text with headings, identities whole, nothing masked twice."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from gridapp.ports import CaseRow
from ui.cases.columns import ListColumn
from ui.desk import Desk
from ui.jobs import Questions

MOST_COPIED = 20_000
"""Rows that are copied at once; more would choke the spreadsheet's clipboard."""


class Copying(QObject):
    """Puts the lines of some cases on the clipboard, also of those that were never painted."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._questions = Questions(desk.jobs, self)

    def copy(self, ids: Sequence[UUID], columns: Sequence[ListColumn]) -> None:
        """Copies the first cases of a selection, as many as may be copied at once."""
        if ids:
            wanted, lists = ids[:MOST_COPIED], self._desk.office.lists
            self._questions.ask(
                "copy", lambda: lists.load_rows(wanted), lambda rows: self._to_clipboard(rows, columns, len(ids))
            )

    def _to_clipboard(self, rows: Sequence[CaseRow], columns: Sequence[ListColumn], selected: int) -> None:
        lines = [[column.heading for column in columns]]
        lines += [[column.said(row, self._desk) for column in columns] for row in rows]
        text = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(text)
        if selected > MOST_COPIED:
            self.told.emit(f"选了 {selected:,} 行，一次最多复制 {MOST_COPIED:,} 行；已复制前 {len(rows):,} 行。")
        else:
            self.told.emit(f"已复制 {len(rows):,} 行（含表头），可直接粘贴到表格中。")

"""What whole ranges of the grid are edited by (区域编辑): copy, paste, fill down, clear, remove, undo."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

from ui.batch.batch_model import BatchModel
from ui.batch.block_places import places_for
from ui.batch.clipboard_block import block_text, cells_of, read_block
from ui.batch.columns import Cell
from ui.batch.row_questions import ask_before_removing

_KEYS = QKeySequence.StandardKey
_CONTROL = Qt.KeyboardModifier.ControlModifier


class GridEdits(QObject):
    """Acts on the selected cells of a table."""

    told = Signal(str)
    """Something that a clerk should know, in one sentence."""
    today_wanted = Signal()
    """Today's day is to be written (Ctrl+;)."""

    def __init__(self, table: QTableView, model: BatchModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model

    def handles(self, event: QKeyEvent) -> bool:
        """Carries out what a key stands for; whether it stands for anything here.

        Where no edit can be taken back, undoing is left to the window: it takes the last save back.
        """
        sheet = self._model.sheet
        control = bool(event.modifiers() & _CONTROL)
        key = event.key()
        again = control and key == Qt.Key.Key_Y
        for applies, act in (
            (event.matches(_KEYS.Copy), self.copy),
            (event.matches(_KEYS.Cut), self.cut),
            (event.matches(_KEYS.Paste), self.paste),
            (event.matches(_KEYS.Undo) and not sheet.is_fresh, self._model.undo),
            ((event.matches(_KEYS.Redo) or again) and not sheet.is_fresh, self._model.redo),
            (control and key == Qt.Key.Key_D, self.fill_down),
            (control and key == Qt.Key.Key_Semicolon, self.today_wanted.emit),
            (control and key == Qt.Key.Key_Delete, self.remove_rows),
            (not control and key == Qt.Key.Key_Delete, self.clear),
            (not control and key == Qt.Key.Key_Backspace, self.clear),
        ):
            if applies:
                act()
                return True
        return False

    def copy(self) -> None:
        """Copies the selected cells with their headings."""
        self._to_clipboard(with_headings=True)

    def cut(self) -> None:
        """Copies the selected cells and clears them."""
        self._to_clipboard(with_headings=False)
        self.clear()

    def paste(self) -> None:
        """Puts a block in; a single cell goes into every selected one, rows are added where there are too few."""
        text = QGuiApplication.clipboard().text()
        here = self._table.currentIndex()
        if not text or not here.isValid():
            return
        cells = cells_of(text)
        selected = self._selected()
        if len(cells) == 1 and len(cells[0]) == 1:
            if len(selected) > 1:
                self._model.write({(index.row(), index.column()): cells[0][0] for index in selected})
            else:
                self._model.setData(here, cells[0][0])
            return
        first = min((index.row() for index in selected), default=here.row())
        block = read_block(
            text, min((index.column() for index in selected), default=here.column()), self._model.columns
        )
        places = places_for(block, self._model.sheet, first)
        self._model.write(
            {
                (place, block.columns[n]): self._model.columns.in_our_words(block.columns[n], cell)
                for place, line in zip(places, block.lines, strict=True)
                for n, cell in enumerate(line)
                if place is not None and n in block.columns
            }
        )
        said = f"已粘贴 {len(places) - places.count(None)} 行" + ("，按表头对应栏目" if block.has_headings else "")
        if None in places:
            said += f"；{places.count(None)} 行的编号不在表中，已略过"
        if block.above:
            said += f"；表头上方的 {block.above} 行标题已略过"
        if block.unknown:
            said += f"；没有对应栏目、已略过：{'、'.join(block.unknown)}"
        elif max((len(line) for line in block.lines), default=0) > len(block.columns):
            said += "；右侧超出表格的列已略过"
        self.told.emit(f"{said}。")

    def fill_down(self) -> None:
        """Writes the topmost selected cell into those below it; of a single cell, the one above."""
        cells: dict[Cell, str] = {}
        for column in {index.column() for index in self._selected()}:
            places = sorted(index.row() for index in self._selected() if index.column() == column)
            source = places[0] - 1 if len(places) == 1 else places[0]
            if source >= 0:
                text = self._model.sheet.rows[source][column]
                cells |= {(place, column): text for place in places if place != source}
        self._model.write(cells)

    def clear(self) -> None:
        """Clears the selected cells; asks where they are whole rows."""
        selected = self._selected()
        if not self._model.sheet.fixed and self._whole_rows(selected):
            self.remove_rows()
            return
        self._model.write({(index.row(), index.column()): "" for index in selected})

    def remove_rows(self) -> None:
        """Asks, then takes the selected rows out; empty ones go without asking, those of a fixed sheet are cleared."""
        places = {index.row() for index in self._selected()}
        if self._model.sheet.fixed:
            self._model.write({(place, n): "" for place in places for n in range(len(self._model.columns))})
            return
        filled = places & set(self._model.sheet.filled)
        if not places:
            return
        if filled:
            ask_before_removing(self._table, len(filled), lambda: self._remove(places))
        else:
            self._remove(places)

    def write_today(self, text: str) -> None:
        """Writes a day into the current row."""
        here = self._table.currentIndex()
        if here.isValid():
            self._model.setData(here.siblingAtColumn(self._model.columns.day), text)

    def _remove(self, places: set[int]) -> None:
        column = self._table.currentIndex().column()
        self._model.remove(places)
        row = min(min(places), self._model.rowCount() - 1)
        index = self._model.index(row, max(column, 0))
        self._table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _selected(self) -> Sequence[QModelIndex]:
        return self._table.selectedIndexes() or [self._table.currentIndex()]

    def _whole_rows(self, selected: Sequence[QModelIndex]) -> Sequence[int]:
        counts: dict[int, int] = {}
        for index in selected:
            counts[index.row()] = counts.get(index.row(), 0) + 1
        return [place for place, count in counts.items() if count == len(self._model.columns)]

    def _to_clipboard(self, *, with_headings: bool) -> None:
        selected = self._selected()
        columns = sorted({index.column() for index in selected})
        rows = self._model.sheet.rows
        lines = [[rows[place][column] for column in columns] for place in sorted({index.row() for index in selected})]
        if with_headings and (len(lines) > 1 or len(columns) > 1):
            lines.insert(0, [self._model.columns[column].heading for column in columns])
        QGuiApplication.clipboard().setText(block_text(lines))

"""What cannot both take place (约调冲突): one line a session, with what stands against it."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from typing_extensions import override

from ui.mediation.desk.week_entry import WEEKDAYS, Entry, day_in_words
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_HEADINGS = ("时间", "冲突", "纠纷", "地点", "调解员")
_WIDTHS = (22, 30, 27, 18, 14)
_AGAINST = 1
_SPARE = (3, 4)
"""Where it is narrow place and mediators stand in the week alone."""
_SHARE = 0.2
"""Of the window's height the part that it takes at most."""


class ConflictModel(RowModel[Entry]):
    """The sessions of a week that something stands against."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts(entry)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _AGAINST:
            return QColor(COLOURS.bad)
        return None

    def _texts(self, entry: Entry) -> tuple[str, ...]:
        line = entry.line
        when = f"{WEEKDAYS[entry.day.weekday()]} {day_in_words(entry.day)} {entry.hours}"
        return (when, f"▲ {'；'.join(entry.against)}", line.title, line.place or "", "、".join(line.mediators))


class ConflictTable(RowTable):
    """As high as its lines, but never more than a few of them; Enter goes to the session in the week."""

    wanted = Signal(object)
    """An `Entry` is to be shown."""

    def __init__(self) -> None:
        self.entries = ConflictModel()
        super().__init__(self.entries, "约调冲突")
        self.entries.setParent(self)
        self.give_widths(_WIDTHS, _AGAINST)
        self._wide = self.horizontalHeader().length()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.row_opened.connect(lambda row: self.wanted.emit(self.entries.rows[row]))

    def show_entries(self, entries: list[Entry]) -> None:
        """Shows the conflicts of a week; hidden where there is none."""
        self.entries.show(entries)
        line = self.verticalHeader().defaultSectionSize()
        most = max(1, int(self.window().height() * _SHARE / line) - 1)
        rows = min(len(entries), most) * line
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())
        self.setVisible(bool(entries))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        for column in _SPARE:
            self.setColumnHidden(column, event.size().width() < self._wide)
        super().resizeEvent(event)

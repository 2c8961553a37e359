"""As of when the books are looked at (截至): now, or as they stood at the end of a day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.figures.day_edit import DayEdit
from ui.widgets.combo import Combo

_NOW, _DAY = "now", "day"


class MomentChooser(QWidget):
    """The day is asked for only where one is wanted."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.moment = Combo("截至时点")
        self.moment.offer([(_NOW, "现在"), (_DAY, "某日 24:00")])
        self.moment.setToolTip("选某日：只算到那天 24:00 为止登记的，表就是当时的样子")
        self.day = DayEdit("截至日期")
        self.day.show_day(today)
        self.day.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for widget in (QLabel("截至"), self.moment, self.day):
            line.addWidget(widget)
        self.moment.chosen.connect(self._moment_chosen)
        self.day.dateChanged.connect(self.changed)

    @property
    def as_of(self) -> date | None:
        """The day at whose end the books are looked at; nothing means now."""
        return self.day.day if self.moment.key == _DAY else None

    def _moment_chosen(self) -> None:
        self.day.setVisible(self.moment.key == _DAY)
        self.changed.emit()

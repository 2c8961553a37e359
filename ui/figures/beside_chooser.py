"""What stands beside the figures (对照): another period, 本年累计, and as of when the books are looked at (截至)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from ui.figures.day_edit import DayEdit
from ui.widgets.combo import Combo

_NOW, _DAY = "now", "day"
_BEFORE, _LAST_YEAR, _BOTH = "before", "last_year", "both"


class BesideChooser(QWidget):
    """Four small choices in a line."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.compared = Combo("对照")
        self.compared.offer(
            [(None, "不比较"), (_BEFORE, "上期（环比）"), (_LAST_YEAR, "去年同期（同比）"), (_BOTH, "上期和去年同期")]
        )
        self.year = QCheckBox("本年累计(&L)")
        self.year.setToolTip("在每个数字旁边加上自 1 月 1 日起的累计（Alt+L）")
        self.moment = Combo("截至时点")
        self.moment.offer([(_NOW, "现在"), (_DAY, "某日 24:00")])
        self.moment.setToolTip("选某日：只算到那天 24:00 为止登记的，表就是当时的样子")
        self.day = DayEdit("截至日期")
        self.day.show_day(today)
        self.day.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(6)
        for widget in (QLabel("对照"), self.compared, self.year, QLabel("　截至"), self.moment, self.day):
            line.addWidget(widget)
        self.compared.chosen.connect(self.changed)
        self.year.toggled.connect(self.changed)
        self.moment.chosen.connect(self._moment_chosen)
        self.day.dateChanged.connect(self.changed)

    @property
    def before(self) -> bool:
        """Whether the period before is asked for."""
        return self.compared.key in (_BEFORE, _BOTH)

    @property
    def last_year(self) -> bool:
        """Whether the same period of last year is asked for."""
        return self.compared.key in (_LAST_YEAR, _BOTH)

    @property
    def to_date(self) -> bool:
        """Whether 本年累计 is asked for."""
        return self.year.isChecked()

    @property
    def as_of(self) -> date | None:
        """The day at whose end the books are looked at; nothing means now."""
        return self.day.day if self.moment.key == _DAY else None

    def _moment_chosen(self) -> None:
        self.day.setVisible(self.moment.key == _DAY)
        self.changed.emit()

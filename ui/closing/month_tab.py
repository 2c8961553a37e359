"""A tab of one month (月报页签): it loads when it is seen, for the month that is chosen."""

from PySide6.QtCore import Signal

from gridapp.domain.period import Month
from ui.desk import Desk
from ui.widgets.late_tab import LateTab


class MonthTab(LateTab):
    """What all tabs of a month have in common."""

    asked = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.town, self.month = "", Month.of(desk.today)

    def put(self, town: str, month: Month) -> None:
        """Shows another month, or the same one again."""
        self.town, self.month = town, month
        self.mark_stale()

"""The head of a page about a period of one town (时间与乡镇): both are asked for, and what else stands beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gridapp.domain.period import Period
from ui.desk import Desk
from ui.figures.period_chooser import PeriodChooser
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labelled import Labelled

_NO_TOWN = "还没有乡镇，请先导入台账或维护地区。"


class PeriodAndTown(QWidget):
    """Begins with what was asked for; `changed` when another period or town is chosen."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, period: Period | None, town: str | None, tools: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.period = PeriodChooser(desk.today)
        if period is not None:
            self.period.ask_for_days(period.start, period.last)
        self.towns = Combo("乡镇")
        self.towns.offer([(known.code, known.name) for known in desk.areas.towns])
        self.towns.choose(town)
        bar = FlowLayout(self, 8)
        bar.tail = len(tools)
        for widget in (self.period, Labelled("乡镇", self.towns), *tools):
            bar.addWidget(widget)
        self.period.changed.connect(self.changed)
        self.period.refused.connect(self.refused)
        self.towns.chosen.connect(self.changed)

    @property
    def sure_town(self) -> str | None:
        """The chosen town; where there is none that is said."""
        if not self.towns.key:
            self.refused.emit(_NO_TOWN)
        return self.towns.key or None

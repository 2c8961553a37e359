"""Where the statistics are told what to count (统计条件): period, area, as of when, and beside what."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.desk import Desk
from ui.figures.beside_chooser import BesideChooser
from ui.figures.moment_chooser import MomentChooser
from ui.figures.period_chooser import PeriodChooser
from ui.figures.question import Question
from ui.widgets.area_chooser import AreaChooser
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout


class QuestionBar(QFrame):
    """The question that all tabs answer; `closed` says whether the months of the period are closed (关账)."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._areas = desk.areas
        self.period = PeriodChooser(desk.today)
        self.areas = AreaChooser(desk.areas)
        self.grid = Combo("网格")
        self.beside = BesideChooser()
        self.moment = MomentChooser(desk.today)
        self.closed = QLabel()
        self.closed.setObjectName("state")
        self.closed.setMinimumHeight(self.period.sizeHint().height())
        self.closed.hide()
        self._offer_grids()
        layout = FlowLayout(self, spacing=6)
        for widget in (self.period, self._where(), self.beside, self.moment, self.closed):
            layout.addWidget(widget)
        self._line = layout
        self.period.changed.connect(self.changed)
        self.period.refused.connect(self.refused)
        self.areas.changed.connect(self._area_chosen)
        self.grid.chosen.connect(self.changed)
        self.beside.changed.connect(self.changed)
        self.moment.changed.connect(self.changed)

    def put_last(self, widget: QWidget) -> None:
        """Puts something behind everything that is asked."""
        self._line.addWidget(widget)

    def _where(self) -> QWidget:
        group = QWidget()
        line = QHBoxLayout(group)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(6)
        for widget in (QLabel("范围"), self.areas, self.grid):
            line.addWidget(widget)
        return group

    @property
    def question(self) -> Question:
        """What is to be counted."""
        return Question(
            self.period.period,
            self.areas.town,
            self.areas.village,
            self.grid.key,
            self.moment.as_of,
            self.beside.before,
            self.beside.last_year,
            self.beside.to_date,
        )

    def ask_for(self, first: date, last: date) -> None:
        """Asks for any period, both days included."""
        self.period.ask_for_days(first, last)

    def show_closed(self, words: str) -> None:
        """Says how far the months of the period are closed; nothing where none is."""
        self.closed.setText(words)
        self.closed.setVisible(bool(words))

    def _area_chosen(self) -> None:
        self._offer_grids()
        self.changed.emit()

    def _offer_grids(self) -> None:
        """Offers the grids of the chosen village."""
        village = self.areas.village
        grids = self._areas.children(village) if village else ()
        self.grid.offer([(None, "全部网格"), *((grid.code, grid.name) for grid in grids)])
        self.grid.setVisible(bool(grids))

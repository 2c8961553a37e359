"""Whose cases the first page counts, and of which town (看谁的、哪个乡镇)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gridapp.cases.queues import Seat, Whose
from gridapp.domain.area import AreaTree
from ui.widgets.combo import Combo


class SeatChooser(QWidget):
    """全部, 我经办的 or 我首问的; the town only where there are several."""

    changed = Signal()

    def __init__(self, areas: AreaTree, person: str) -> None:
        super().__init__()
        self._person = person
        self.whose = Combo("看谁的")
        self.whose.offer((whose.value, whose.value) for whose in Whose)
        self.whose.setToolTip("看谁的（Alt+W）")
        self.towns = Combo("乡镇")
        self.towns.offer([(None, "全部乡镇"), *((town.code, town.name) for town in areas.towns)])
        self.towns.setVisible(len(areas.towns) > 1)
        label = QLabel("看(&W)")
        label.setBuddy(self.whose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (label, self.whose, self.towns):
            layout.addWidget(widget)
        self.whose.chosen.connect(self.changed)
        self.towns.chosen.connect(self.changed)

    @property
    def seat(self) -> Seat:
        """Who asks, and for which part of the office."""
        return Seat(self._person, Whose(self.whose.key or Whose.ALL.value), self.towns.key)

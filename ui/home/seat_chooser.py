"""Whose cases the first page counts, of which town, and which kind stands in front (看谁的、哪个乡镇、先看什么)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from gridapp.cases.queues import Seat, Whose
from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from ui.home.due import KINDS
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout


class SeatChooser(QWidget):
    """全部, 我经办的 or 我首问的; the town only where there are several; the kind that its person works on."""

    changed = Signal()
    first_changed = Signal(object)
    """Another `Kind` is to stand in front."""

    def __init__(self, areas: AreaTree, person: str) -> None:
        super().__init__()
        self._person = person
        self.whose = Combo("看谁的")
        self.whose.offer((whose.value, whose.value) for whose in Whose)
        self.whose.setToolTip("看谁的（Alt+W）")
        self.towns = Combo("乡镇")
        self.towns.offer([(None, "全部乡镇"), *((town.code, town.name) for town in areas.towns)])
        self.first = Combo("先看")
        self.first.offer((kind.value, kind.label) for kind in KINDS)
        self.first.setToolTip("哪一类放在最前，下次打开仍是它（Alt+K）")
        layout = FlowLayout(self, spacing=8)
        for label, widget in ((_label("看(&W)", self.whose), self.whose), (_label("先看(&K)", self.first), self.first)):
            layout.addWidget(label)
            layout.addWidget(widget)
        layout.insert(2, self.towns)
        self.towns.setVisible(len(areas.towns) > 1)
        self.whose.chosen.connect(self.changed)
        self.towns.chosen.connect(self.changed)
        self.first.chosen.connect(lambda: self.first_changed.emit(self.first_kind))

    @property
    def seat(self) -> Seat:
        """Who asks, and for which part of the office."""
        return Seat(self._person, Whose(self.whose.key or Whose.ALL.value), self.towns.key)

    @property
    def first_kind(self) -> Kind:
        """The kind that stands in front."""
        return Kind(self.first.key or Kind.EVENT.value)


def _label(text: str, buddy: Combo) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    label.setMinimumHeight(buddy.sizeHint().height())
    return label

"""Town and village to look at (乡镇、村社)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gridapp.domain.area import AreaTree
from ui.widgets.combo import Combo


class AreaChooser(QWidget):
    """全部乡镇 or one, and below it 全部村社 or one."""

    changed = Signal()

    def __init__(self, areas: AreaTree) -> None:
        super().__init__()
        self._areas = areas
        self.towns = Combo("乡镇")
        self.towns.offer([(None, "全部乡镇"), *((town.code, town.name) for town in areas.towns)])
        self.villages = Combo("村社")
        self.villages.setMinimumWidth(130)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.towns)
        layout.addWidget(self.villages)
        if len(areas.towns) == 1:
            self.towns.choose(areas.towns[0].code)
            self.towns.hide()
        self._offer_villages()
        self.towns.chosen.connect(self._town_chosen)
        self.villages.chosen.connect(self.changed)

    @property
    def town(self) -> str | None:
        """The town's code, or nothing for all."""
        return self.towns.key

    @property
    def village(self) -> str | None:
        """The village's code, or nothing for all."""
        return self.villages.key

    def choose(self, town: str | None, village: str | None = None) -> None:
        """Chooses an area and tells that it has changed."""
        self.towns.choose(town)
        self._offer_villages()
        self.villages.choose(village)
        self.changed.emit()

    def _town_chosen(self) -> None:
        self._offer_villages()
        self.changed.emit()

    def _offer_villages(self) -> None:
        several = self.town is None and len(self._areas.towns) > 1
        self.villages.offer(
            [
                (None, "全部村社"),
                *(
                    (v.code, f"{self._areas.name(v.parent)} {v.name}" if several else v.name)
                    for v in self._areas.villages(self.town)
                ),
            ]
        )

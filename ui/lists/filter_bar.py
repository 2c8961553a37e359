"""The filter bar (筛选条): the conditions of a list as chips; all of them must hold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from gridapp.domain.filter import Condition
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.lists.chip import Chip
from ui.lists.condition_editor import ConditionEditor
from ui.lists.condition_words import condition_in_words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tab_order import put_before

KEYS = "Ctrl+Shift+F"


class FilterBar(QWidget):
    """Chips, a way to add one, and a way to be rid of all."""

    changed = Signal()
    """Other conditions hold now."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._conditions: tuple[Condition, ...] = ()
        self._fixed = ""
        self.chips: list[Chip] = []
        self._flow = FlowLayout(self)
        self.add_button = QPushButton("+ 条件")
        self.add_button.setObjectName("quiet")
        self.add_button.setToolTip(f"添加筛选条件（{KEYS}），各条件须同时成立")
        self.add_button.clicked.connect(lambda: self.edit(None))
        QShortcut(QKeySequence(KEYS), self, self.add_button.click)
        self.clear_button = QPushButton("清除")
        self.clear_button.setObjectName("quiet")
        self.clear_button.setToolTip("去掉全部条件")
        self.clear_button.clicked.connect(self._clear)
        self._flow.addWidget(self.add_button)
        self._flow.addWidget(self.clear_button)
        self._show_chips()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What must hold, all of it."""
        return self._conditions

    @property
    def fixed(self) -> str:
        """What the list is narrowed to besides, in words; nothing if it is not."""
        return self._fixed

    def show_conditions(self, conditions: Sequence[Condition], fixed: str = "") -> None:
        """Shows other conditions without telling anybody; `fixed` names what is no condition."""
        self._conditions, self._fixed = tuple(conditions), fixed
        self._show_chips()

    def edit(self, place: int | None) -> ConditionEditor:
        """Opens the editor for a new condition, or for one that is there."""
        condition = None if place is None else self._conditions[place]
        editor = ConditionEditor(self.window(), self._desk, self._kind, condition)
        editor.settled.connect(lambda settled: self._settle(place, settled))
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()
        return editor

    def _settle(self, place: int | None, condition: Condition) -> None:
        kept = list(self._conditions)
        if place is None:
            kept.append(condition)
        else:
            kept[place] = condition
        self._tell(tuple(dict.fromkeys(kept)), self._fixed)
        self.chips[-1].button.setFocus()

    def _remove(self, place: int) -> None:
        kept = [condition for n, condition in enumerate(self._conditions) if n != place]
        self._tell(tuple(kept), self._fixed)
        left = self.chips[min(place, len(self.chips) - 1)].button if self.chips else self.add_button
        left.setFocus()

    def _clear(self) -> None:
        self._tell((), "")
        self.add_button.setFocus()

    def _tell(self, conditions: tuple[Condition, ...], fixed: str) -> None:
        if (conditions, fixed) != (self._conditions, self._fixed):
            self.show_conditions(conditions, fixed)
            self.changed.emit()

    def _show_chips(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, condition in enumerate(self._conditions):
            chip = Chip(condition_in_words(condition, self._desk.areas, self._kind), "修改（Enter），去掉（Del）")
            chip.changing.connect(lambda n=place: self.edit(n))
            chip.removed.connect(lambda n=place: self._remove(n))
            self.chips.append(chip)
        if self._fixed:
            chip = Chip(self._fixed, "去掉（Del）")
            chip.removed.connect(lambda: self._tell(self._conditions, ""))
            self.chips.append(chip)
        for place, chip in enumerate(self.chips):
            self._flow.insert(place, chip)
            chip.show()
        self.clear_button.setVisible(bool(self.chips))
        put_before(self.add_button, [chip.button for chip in self.chips])
        self.updateGeometry()

"""What is imported (导入什么): the kind of ledger, the town and the file; stands above every step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from gridapp.domain.area import Area
from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.lists.empty_ledger_button import EmptyLedgerButton
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.hinted_button import hinted_button
from ui.widgets.labelled import Labelled


class ImportHead(QWidget):
    """Where there is no town nothing can be imported."""

    chosen = Signal()
    """Another kind or town was chosen."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._areas = desk.areas
        self.kinds = Combo("台账种类")
        self.kinds.offer([(one.value, one.label) for one in Kind])
        self.kinds.choose(kind.value)
        self.kinds.chosen.connect(self.chosen)
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in desk.areas.towns])
        self.towns.chosen.connect(self.chosen)
        self.file_button = hinted_button("选择文件…(&O)", "选择要导入的台账（Alt+O）")
        self.empty_button = EmptyLedgerButton(desk, lambda: (self.kind, self.towns.key))
        for button in (self.file_button, self.empty_button):
            button.setEnabled(self.town is not None)
        self.told = QLabel()
        self.told.setObjectName("count")
        # A label is lower than the buttons beside it.
        self.told.setMinimumHeight(self.kinds.sizeHint().height())
        layout = FlowLayout(self, spacing=8)
        for widget in (Labelled("台账", self.kinds), Labelled("乡镇", self.towns), self.file_button, self.empty_button):
            layout.addWidget(widget)
        layout.addWidget(self.told)

    @property
    def kind(self) -> Kind:
        """The kind of ledger."""
        return Kind(self.kinds.key or Kind.EVENT.value)

    @property
    def town(self) -> Area | None:
        """The town whose ledger it is; none where the office has no town yet."""
        return None if self.towns.key is None else self._areas[self.towns.key]

"""Which column of the list holds what (列对应): every heading with its first rows and what it is taken for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.importing.values import text_of
from gridapp.reconciling.upper_columns import Columns
from gridapp.reconciling.upper_list import UpperList
from ui.widgets.combo import Combo
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.scroll_down import ScrollDown

_SAMPLES = 3
_LINES = 12
_NOT_USED = "（不用这一列）"
_HEADINGS = ("清单的列", "作为", "前三行")


class ColumnsPanel(QWidget):
    """A field has one column: taking another for it frees the first."""

    def __init__(self) -> None:
        super().__init__()
        self.told = QLabel()
        self.told.setObjectName("card_title")
        self.told.setWordWrap(True)
        self.choosers: list[Combo] = []
        self._inside = QWidget()
        self._inside.setObjectName("canvas")
        self._scroll = ScrollDown(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.told)
        layout.addWidget(self._scroll, 1)
        self._scroll.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)

    @property
    def columns(self) -> Columns:
        """What the columns are taken for."""
        return {chooser.key: place for place, chooser in enumerate(self.choosers) if chooser.key}

    def show_list(self, kind: Kind, upper: UpperList, columns: Columns) -> None:
        """Shows the columns of a list, each with what it is taken for."""
        self.told.setText(
            f"{upper.file}“{upper.sheet}”，表头在第 {upper.heading_row} 行，共 {len(upper.rows):,} 行；"
            f"已认出 {len(columns)} 列，可以改动后再比对"
        )
        fields = [(None, _NOT_USED), *((column.field, column.heading) for column in ledger_of(kind).columns)]
        taken_for = {place: field for field, place in columns.items()}
        self.choosers = []
        self._inside = QWidget()
        self._inside.setObjectName("canvas")
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(2, 1)
        for column, heading in enumerate(_HEADINGS):
            label = QLabel(heading)
            label.setObjectName("muted")
            grid.addWidget(label, 0, column)
        for place, heading in enumerate(upper.headings):
            chooser = Combo(f"“{heading}”作为")
            chooser.offer(fields)
            chooser.choose(taken_for.get(place))
            chooser.chosen.connect(lambda one=chooser: self._free_others(one))
            self.choosers.append(chooser)
            samples = ElidedLabel()
            samples.setObjectName("muted")
            samples.say("　｜　".join(_samples(upper, place)))
            grid.addWidget(QLabel(heading or "（无表头）"), place + 1, 0)
            grid.addWidget(chooser, place + 1, 1)
            grid.addWidget(samples, place + 1, 2)
        grid.setRowStretch(len(upper.headings) + 1, 1)
        self._scroll.setWidget(self._inside)

    def _free_others(self, one: Combo) -> None:
        for chooser in self.choosers:
            if chooser is not one and chooser.key and chooser.key == one.key:
                chooser.choose(None)


def _samples(upper: UpperList, place: int) -> Sequence[str]:
    return [text_of(row.cell(place)) or "（空）" for row in upper.rows[:_SAMPLES]]

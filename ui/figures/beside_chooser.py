"""What stands beside the figures (对照): another period, and 本年累计."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from ui.widgets.combo import Combo

_BEFORE, _LAST_YEAR, _BOTH = "before", "last_year", "both"


class BesideChooser(QWidget):
    """Two small choices in a line."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.compared = Combo("对照")
        self.compared.offer(
            [(None, "不比较"), (_BEFORE, "上期（环比）"), (_LAST_YEAR, "去年同期（同比）"), (_BOTH, "上期和去年同期")]
        )
        self.year = QCheckBox("本年累计(&L)")
        self.year.setToolTip("在每个数字旁边加上自 1 月 1 日起的累计（Alt+L）")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 12, 0)
        line.setSpacing(6)
        for widget in (QLabel("对照"), self.compared, self.year):
            line.addWidget(widget)
        self.compared.chosen.connect(self.changed)
        self.year.toggled.connect(self.changed)

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

"""Where a tab is told which table to show (统计表的选择)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gridapp.counting.indicator import Chapter, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES
from gridapp.domain.kind import Kind
from ui.figures.key_figures import FIRST
from ui.figures.table_choice import PIVOT, WHOLE, TableChoice
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout

_ACROSS = Dimension.MONTH


class TableBar(QWidget):
    """The table, and how its rows (and columns) are told; what does not belong to the table is hidden."""

    changed = Signal()

    def __init__(self, kind: Kind, forms: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._chapter = catalogue()[kind]
        self._forms = {code for code, _ in forms}
        self.table = Combo("统计表")
        asides = [(name, name) for name in self._chapter.asides]
        self.table.offer([("", WHOLE), *asides, *forms, (PIVOT, PIVOT)])
        self.rows, self.within = Combo("分行项目"), Combo("再分行项目")
        self.measure, self.across = Combo("交叉表指标"), Combo("分列项目")
        self.measure.offer([(i.code, i.name) for i in self._chapter.everything])
        self.measure.choose(FIRST[kind])
        self._again = QLabel("再按")
        self._by_rows = _titled(QLabel("按"), self.rows, self._again, self.within, QLabel("分行"))
        self._by_both = _titled(QLabel("指标"), self.measure, QLabel("按"), self.across, QLabel("分列"))
        self.line = FlowLayout(self, spacing=6)
        for widget in (self.table, self._by_rows, self._by_both):
            self.line.addWidget(widget)
        self._offer()
        self.table.chosen.connect(self._table_chosen)
        self.measure.chosen.connect(self._table_chosen)
        self.rows.chosen.connect(self._rows_chosen)
        for combo in (self.within, self.across):
            combo.chosen.connect(self.changed)

    @property
    def chapter(self) -> Chapter:
        """The figures of the table that is chosen."""
        name = self.table.key or ""
        return self._chapter.aside(name) if name in self._chapter.asides else self._chapter

    @property
    def choice(self) -> TableChoice:
        """The table that is chosen."""
        return TableChoice(
            self.table.key or "",
            Dimension(self.rows.key or _ACROSS),
            Dimension(self.within.key) if self.within.key and self._is_own else None,
            Dimension(self.across.key or _ACROSS),
            self.measure.key or "",
        )

    @property
    def _is_own(self) -> bool:
        return self.table.key != PIVOT and self.table.key not in self._forms

    def _known(self) -> list[Dimension]:
        """What the table can be told by; a 交叉表 by what its indicator has."""
        known = self.chapter.dimensions
        if self.table.key == PIVOT:
            indicator = next(i for i in self._chapter.everything if i.code == self.measure.key)
            known = tuple(d for d in known if d not in indicator.lacks)
        return [d for d in known if d is not self._chapter.apart]

    def _offer(self) -> None:
        """Offers what the table can be laid out by; what was chosen stays where it can."""
        titles = [(d.value, TITLES[d]) for d in self._known()]
        self.rows.offer(titles)
        others = [pair for pair in titles if pair[0] != self.rows.key]
        self.within.offer([(None, "不再分"), *others])
        self.across.offer(others)
        is_pivot = self.table.key == PIVOT
        self._by_rows.setVisible(is_pivot or self._is_own)
        self._by_both.setVisible(is_pivot)
        self._again.setVisible(not is_pivot)
        self.within.setVisible(not is_pivot)

    def _table_chosen(self) -> None:
        self._offer()
        self.changed.emit()

    def _rows_chosen(self) -> None:
        self._offer()
        self.changed.emit()


def _titled(*parts: QWidget) -> QWidget:
    """What stays together where the line needs two."""
    group = QWidget()
    line = QHBoxLayout(group)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for part in parts:
        line.addWidget(part)
    return group

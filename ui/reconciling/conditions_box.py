"""The conditions of a figure (统计条件): a line each, a dimension and its word, as many as are needed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from gridapp.counting.indicator import Indicator, catalogue
from gridapp.counting.posting import Dimension
from gridapp.counting.words import TITLES
from gridapp.domain.kind import Kind
from ui.icons import icon
from ui.reconciling.figure_words import BETWEEN, Where
from ui.theme import COLOURS
from ui.widgets.choices import Choice
from ui.widgets.combo import Combo
from ui.widgets.pick_box import PickBox
from ui.widgets.tab_order import put_before

_NEVER_ASKED = (Dimension.TOWN, Dimension.MONTH)
Offered = Callable[[Kind, Dimension], Sequence[Choice]]


class ConditionsBox(QWidget):
    """Nothing written is lost when another indicator is chosen; what does not fit it is told, not dropped."""

    changed = Signal()

    def __init__(self, offered: Offered) -> None:
        super().__init__()
        self._offered = offered
        self._indicator: Indicator | None = None
        self.lines: list[ConditionLine] = []
        self.add_button = QPushButton("加条件(&W)")
        self.add_button.setObjectName("quiet")
        self.add_button.setToolTip("只统计某个村社、类别、来源等（Alt+W）")
        self.add_button.clicked.connect(self._add_here)
        self.setFocusProxy(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def where(self) -> Where:
        """The conditions that are written; a line without a word asks for nothing."""
        return {line.dimension: line.words for line in self.lines if line.words}

    def show_where(self, where: Where) -> None:
        """Shows some conditions."""
        for line in list(self.lines):
            self._remove(line)
        for dimension, words in where.items():
            self._add(dimension).word.show_words(BETWEEN.join(words))

    def ask_of(self, indicator: Indicator | None) -> None:
        """Offers what an indicator can be asked for; what must be chosen for it has its line at once."""
        self._indicator = indicator
        for line in self.lines:
            self._offer(line)
        apart = None if indicator is None else catalogue()[indicator.kind].apart
        if apart is not None and all(line.dimension is not apart for line in self.lines):
            self._add(apart)
        self.add_button.setEnabled(indicator is not None)

    @property
    def _dimensions(self) -> Sequence[Dimension]:
        if self._indicator is None:
            return ()
        chapter, lacks = catalogue()[self._indicator.kind], self._indicator.lacks
        return [d for d in chapter.dimensions if d not in _NEVER_ASKED and d not in lacks]

    def _add_here(self) -> None:
        asked = {line.dimension for line in self.lines}
        free = next(
            (d for d in (Dimension.VILLAGE, *self._dimensions) if d in self._dimensions and d not in asked), None
        )
        if free is not None:
            self._add(free).what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, dimension: Dimension) -> "ConditionLine":
        line = ConditionLine(dimension)
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        self._offer(line)
        line.what.chosen.connect(lambda: self._chosen(line))
        line.word.textChanged.connect(self.changed)
        line.cross.clicked.connect(lambda: self._taken_away(line))
        put_before(self.add_button, [line.what, line.word, line.cross])
        return line

    def _offer(self, line: "ConditionLine") -> None:
        line.offer(dict.fromkeys((*self._dimensions, line.dimension)))
        if self._indicator is not None:
            line.word.offer(self._offered(self._indicator.kind, line.dimension))

    def _chosen(self, line: "ConditionLine") -> None:
        self._offer(line)
        self.changed.emit()

    def _taken_away(self, line: "ConditionLine") -> None:
        self._remove(line)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, line: "ConditionLine") -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class ConditionLine(QWidget):
    """One condition: what is asked for, which word, and a cross that takes it away."""

    def __init__(self, dimension: Dimension) -> None:
        super().__init__()
        self.what = Combo("条件项目")
        self.what.offer([(dimension.value, TITLES[dimension])])
        self.word = PickBox("条件内容", free=True)
        self.word.setPlaceholderText("从清单选择；几个词用“、”隔开")
        self.cross = QToolButton()
        self.cross.setIcon(icon("cross", COLOURS.muted))
        self.cross.setAccessibleName("去掉这个条件")
        self.cross.setToolTip("去掉这个条件")
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.what)
        row.addWidget(self.word, 1)
        row.addWidget(self.cross)

    @property
    def dimension(self) -> Dimension:
        """What is asked for."""
        return Dimension(self.what.key or "")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are written."""
        return tuple(word.strip() for word in self.word.words.split(BETWEEN) if word.strip())

    def offer(self, dimensions: "dict[Dimension, None]") -> None:
        """Offers some dimensions."""
        self.what.offer([(dimension.value, TITLES[dimension]) for dimension in dimensions])

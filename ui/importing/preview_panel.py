"""The third step (预览): what would become of every row, before anything is written."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.area import AreaTree
from gridapp.importing.examination import PREVIEWED, Examination
from gridapp.importing.plan import Plan
from ui.importing.preview_rows import Lines, Part, counts_of, lines_of
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_EARLIEST, _LATEST = 1990, 2099
_TOLD_WHOLE = frozenset({Part.REFUSED, Part.REMARKS, Part.CHANGED})
"""The parts of which each row is told in a sentence."""


class LineModel(RowModel[tuple[str, ...]]):
    """Lines of text; the headings come with them."""

    def __init__(self) -> None:
        super().__init__(())

    def show_lines(self, lines: Lines) -> None:
        """Shows other lines under other headings."""
        self._headings = lines.headings
        self.show([tuple(row) for row in lines.rows])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self.rows[index.row()][index.column()]


class PreviewPanel(QWidget):
    """A button for each part with its count; a year and a leader's leave are asked for where rows wait for them."""

    year_given = Signal(int)
    leave_wanted = Signal()

    def __init__(self, areas: AreaTree) -> None:
        super().__init__()
        self._areas = areas
        self._found: Examination | None = None
        self._plan: Plan | None = None
        self._told_at: int | None = None
        self.buttons = {part: QPushButton() for part in Part}
        self._group = QButtonGroup(self)
        parts = FlowLayout(spacing=8)
        for part, button in self.buttons.items():
            button.setCheckable(True)
            button.setObjectName("view")
            button.clicked.connect(lambda _=False, one=part: self.show_part(one))
            self._group.addButton(button)
            parts.addWidget(button)
        self.year = QSpinBox()
        self.year.setAccessibleName("没有写年份的日期按哪一年")
        self.year.setRange(_EARLIEST, _LATEST)
        self.year.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.year_button = QPushButton("按这一年重新检查(&Y)")
        self.year_button.clicked.connect(lambda: self.year_given.emit(self.year.value()))
        self.undated = _line(QLabel("有的日期没有写年份，都是"), self.year, QLabel("年？"), self.year_button)
        self.leave_button = QPushButton("由负责人更正…(&G)")
        self.leave_button.clicked.connect(self.leave_wanted)
        told = QLabel("有的行会改变已关账月份的数，现在退回；负责人准许的，可以记为更正。")
        self.closed = _line(told, self.leave_button)
        self.allowed = QLabel()
        self.allowed.setObjectName("problem")
        self.allowed.setWordWrap(True)
        self.model = LineModel()
        self.table = RowTable(self.model, "导入预览")
        self.table.selectionModel().currentRowChanged.connect(self._read_out)
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = QLabel()
        self.more.setObjectName("muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(parts)
        layout.addWidget(self.undated)
        layout.addWidget(self.closed)
        layout.addWidget(self.allowed)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.whole)
        layout.addWidget(self.more)

    def show_examination(self, found: Examination, plan: Plan, year: int) -> None:
        """Shows what an import would do; what is refused comes first."""
        self._found, self._plan = found, plan
        counts = counts_of(found)
        for part, button in self.buttons.items():
            button.setText(f"{part.value} {counts[part]:,}")
            button.setEnabled(counts[part] > 0)
        self.undated.setVisible(found.undated and plan.year is None)
        self.year.setValue(plan.year or year)
        self.closed.setVisible(found.closed and plan.correction is None)
        self.allowed.setVisible(plan.correction is not None)
        if plan.correction is not None:
            by, why = plan.correction.authority, plan.correction.reason
            self.allowed.setText(f"经{by}同意，会改变已关账月份的行记为更正；原因：{why}")
        order = (Part.REFUSED, Part.NEW, Part.CHANGED, Part.SAME, Part.REMARKS, Part.SKIPPED)
        self.show_part(next((part for part in order if counts[part]), Part.NEW))

    def show_part(self, part: Part) -> None:
        """Shows one part."""
        if self._found is None or self._plan is None:
            return
        self.buttons[part].setChecked(True)
        lines = lines_of(part, self._found, self._plan, self._areas)
        self.model.show_lines(lines)
        self.table.give_widths(lines.widths, lines.stretched)
        count = counts_of(self._found)[part]
        is_cut = part in (Part.NEW, Part.CHANGED, Part.SAME) and count > PREVIEWED
        self.more.setText(f"只列出前 {PREVIEWED} 行，共 {count:,} 行" if is_cut else "")
        self.more.setVisible(is_cut)
        self._told_at = lines.stretched if part in _TOLD_WHOLE else None
        if self.model.rows:
            self.table.selectRow(0)
        self._read_out()

    def _read_out(self) -> None:
        """Says the sentence of the row that is looked at: it is often longer than its column."""
        row = self.table.currentIndex().row()
        is_told = self._told_at is not None and 0 <= row < len(self.model.rows)
        self.whole.setVisible(is_told)
        if self._told_at is not None and is_told:
            self.whole.setText(f"第 {self.model.rows[row][0]} 行：{self.model.rows[row][self._told_at]}")


def _line(*widgets: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    line.hide()
    return line

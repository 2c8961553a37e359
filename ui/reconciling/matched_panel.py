"""The matched list (比对结果): five groups with their counts, their lines, and both sides of the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from gridapp.ports import CaseRow
from gridapp.reconciling.matched import Group, Line, Matched
from gridapp.reconciling.upper_list import UpperList
from ui.desk import Desk
from ui.jobs import Questions
from ui.reconciling.both_sides import UPPER, SidesModel, both_sides
from ui.reconciling.both_sides import WIDTHS as SIDES_WIDTHS
from ui.reconciling.matched_model import TITLE, WIDTHS, MatchedModel
from ui.reconciling.readable_rows import keep_readable
from ui.requests import ShowRecord
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.row_table import RowTable

_SHARES = (320, 220)
_FIRST_LOOKED_AT = (
    Group.LOCAL_ONLY,
    Group.UPPER_ONLY,
    Group.MONTH_DIFFERS,
    Group.CATEGORY_DIFFERS,
    Group.AGREES,
)


class MatchedPanel(QWidget):
    """A group's button narrows the lines; Enter opens the local record."""

    asked = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._questions = desk, Questions(desk.jobs, self)
        self.matched: Matched | None = None
        self._upper: UpperList | None = None
        self.told = QLabel()
        self.told.setObjectName("rule")
        self.told.setWordWrap(True)
        chips = QWidget()
        line = FlowLayout(chips)
        only_one = QButtonGroup(self)
        self.groups: dict[Group, QPushButton] = {}
        for group in Group:
            button = QPushButton(group.value)
            button.setObjectName("view")
            button.setCheckable(True)
            button.clicked.connect(lambda _, one=group: self._choose(one))
            only_one.addButton(button)
            line.addWidget(button)
            self.groups[group] = button
        self.model = MatchedModel()
        self.table = RowTable(self.model, "比对结果")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, TITLE)
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._look_at(index.row()))
        self.sides = SidesModel()
        self.sides_table = RowTable(self.sides, "两边对照")
        self.sides.setParent(self.sides_table)
        self.sides_table.give_widths(SIDES_WIDTHS, UPPER)
        for one in (self.table, self.sides_table):
            keep_readable(one)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(10)
        split.addWidget(self.table)
        split.addWidget(self.sides_table)
        split.setSizes(_SHARES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(chips)
        layout.addWidget(self.told)
        layout.addWidget(split, 1)

    def show_matched(self, matched: Matched, upper: UpperList) -> None:
        """Shows another result, first the first group that is no agreement."""
        self.matched, self._upper = matched, upper
        sizes = matched.sizes
        for group, button in self.groups.items():
            button.setText(f"{group.value} {sizes[group]:,}")
        self.told.setText(_told(matched, upper))
        first = next((group for group in _FIRST_LOOKED_AT if sizes[group]), Group.AGREES)
        self.groups[first].click()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, group: Group) -> None:
        if self.matched is not None:
            self.model.show(self.matched.of(group))
            self.table.selectRow(0)
            self._look_at(0)

    def _look_at(self, row: int) -> None:
        line = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        if line is None:
            self.sides.show(())
            return
        lists = self._desk.office.lists
        ids = [] if line.case_id is None else [line.case_id]
        self._questions.ask(
            "case",
            lambda: lists.load_rows(ids),
            lambda rows: self._show_sides(line, rows),
            lambda r: self.refused.emit(str(r)),
        )

    def _show_sides(self, line: Line, rows: Sequence[CaseRow]) -> None:
        if self.matched is None or self._upper is None:
            return
        upper = next((row for row in self._upper.rows if row.number == line.row), None)
        case = rows[0] if rows else None
        self.sides.show(both_sides(self.matched.kind, self.matched.columns, upper, case, self._desk.areas))

    def _open(self, row: int) -> None:
        line = self.model.rows[row]
        if line.case_id is None or self.matched is None:
            self.refused.emit("本地没有这一件，没有可以打开的记录。")
        else:
            self.asked.emit(ShowRecord(self.matched.kind, line.case_id))


def _told(matched: Matched, upper: UpperList) -> str:
    told = (
        f"{matched.file}（{len(upper.rows):,} 行）与 {matched.town} {matched.period.label} 的{matched.kind.label}比对"
    )
    if matched.outside:
        told += f"；另有 {matched.outside:,} 行不属于这个期间，没有列入"
    read_as = "、".join(f"“{said}”按“{ours}”" for said, ours in matched.read_as.items())
    return f"{told}；上级类别{read_as}理解" if read_as else told

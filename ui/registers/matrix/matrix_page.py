"""Who answers for what in which village (责任矩阵): a table whose cells open what stands in them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.register.responsibilities import Side, matrix_of, read_responsibilities
from gridapp.domain.kind import Kind
from gridapp.domain.register_words import register_words
from gridapp.ports import CaseQuery, CaseRow
from ui.cases.kind_buttons import kind_buttons
from ui.desk import Desk
from ui.page import Page
from ui.printing.print_button import PrintButton
from ui.printing.printing import Printing
from ui.printing.table_order import model_order
from ui.registers.matrix.matrix_model import MatrixModel
from ui.requests import ShowDue, ShowMatrix, ShowRecord
from ui.widgets.combo import Combo
from ui.widgets.flow_layout import FlowLayout

_WHOLE_TOWN = "全镇"
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST, _MOST = 10, 32
"""Of a column, in digits."""


class MatrixPage(Page):
    """One system of responsibilities or all, from one of three sides."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "责任矩阵")
        self._rows: Sequence[CaseRow] = ()
        self.towns = Combo("乡镇")
        self.towns.offer([(town.code, town.name) for town in desk.areas.towns])
        self.towns.setVisible(len(desk.areas.towns) > 1)
        self.towns.chosen.connect(self.reload)
        self.systems = Combo("责任制")
        systems = register_words().lists["responsibility_systems"]
        self.systems.offer([(None, "全部责任制"), *((name, name) for name in systems)])
        self.systems.chosen.connect(self._show)
        self.sides = Combo("行列")
        self.sides.offer([(side.name, side.value) for side in Side])
        self.sides.chosen.connect(self._show)
        self.count = QLabel()
        self.count.setObjectName("count")
        self.model = MatrixModel(self._village_name)
        self.model.setParent(self)
        self.table = MatrixTable(self.model)
        self.table.wanted.connect(self._open)
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)
        self.print_button = PrintButton("这张责任矩阵", self.print_matrix)
        hint = QLabel("方向键移动，回车打开格中的责任；空格子是空缺")
        hint.setObjectName("hint")
        above = QWidget()
        top = FlowLayout(above, spacing=8)
        buttons = kind_buttons(Kind.RESPONSIBILITY, self.asked.emit)
        starters = [button for request, button in buttons.items() if not isinstance(request, ShowMatrix)]
        for chooser in (self.towns, self.systems, self.sides):
            top.addWidget(chooser)
        self.count.setMinimumHeight(self.sides.sizeHint().height())
        top.addWidget(self.count)
        for button in (self.print_button, *starters):
            top.addWidget(button)
        top.tail = 1 + len(starters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 10)
        layout.setSpacing(8)
        layout.addWidget(above)
        layout.addWidget(self.table, 1)
        layout.addWidget(hint)

    @override
    def reload(self) -> None:
        lists, town, now = self.desk.office.lists, self.towns.key or "", self.desk.now
        self.questions.ask("rows", lambda: read_responsibilities(lists, town, now), self._take, self.refuse)

    def _take(self, rows: Sequence[CaseRow]) -> None:
        first = not self._rows
        self._rows = rows
        self._show()
        if first:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        side, system = Side[self.sides.key or Side.VILLAGES.name], self.systems.key
        rows = [row for row in self._rows if system in (None, row.category)]
        villages = [area.name for area in self.desk.areas.villages(self.towns.key or "")]
        matrix = matrix_of(rows, side, self._village_name, villages)
        self.model.show(matrix, side)
        self.table.fit()
        leaders = len({row.handler for row in rows})
        self.count.setText(f"{leaders} 位领导 · {len(rows)} 条责任" if rows else "还没有登记责任包干")

    def print_matrix(self) -> None:
        """Shows how the matrix comes out on paper, as it is narrowed."""
        town = self.desk.areas.name(self.towns.key) or ""
        system = self.systems.key or "全部责任制"
        about = (f"填报单位：{town}　　　{system}　　　{self.count.text()}",)
        side = Side[self.sides.key or Side.VILLAGES.name]
        self.printing.show(model_order(self.model, f"{town}责任矩阵（{side.value}）", about, corner=""))

    def _village_name(self, row: CaseRow) -> str:
        return self.desk.areas.name(row.village) or _WHOLE_TOWN

    def _open(self, index: QModelIndex) -> None:
        cases = self.model.cases(index)
        if not cases:
            self.refused.emit("这一格空缺，按 Ctrl+Shift+R 登记责任包干。")
        elif len(cases) == 1:
            self.asked.emit(ShowRecord(Kind.RESPONSIBILITY, cases[0].id))
        else:
            ids = tuple(row.id for row in cases)
            title = self.model.data(index, Qt.ItemDataRole.AccessibleTextRole).partition("：")[0]
            self.asked.emit(ShowDue(CaseQuery(kind=Kind.RESPONSIBILITY, ids=ids), f"责任包干 · {title}"))


class MatrixTable(QTableView):
    """Enter or a double click opens a cell."""

    wanted = Signal(object)

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("责任矩阵")
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # An empty row is as high as one that holds a line.
        self.verticalHeader().setMinimumSectionSize(2 * self.fontMetrics().height() + 1)
        self.doubleClicked.connect(lambda index: self.wanted.emit(index))

    def fit(self) -> None:
        """Gives each column the width of what it holds, within bounds, and stands in the first cell."""
        digit, columns = self.fontMetrics().horizontalAdvance("0"), self.model().columnCount()
        self.resizeColumnsToContents()
        share = self.viewport().width() // max(columns, 1)
        for column in range(columns):
            width = min(self.columnWidth(column), _MOST * digit)
            self.setColumnWidth(column, max(_LEAST * digit, width, min(share, _MOST * digit)))
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

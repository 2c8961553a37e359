"""When the workers served (在岗时间): whoever came or left in the course of a month is assessed for his days."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.assessing.services import put_services
from gridapp.domain.period import Month
from gridapp.domain.problem import Refusal, Unacceptable
from ui.assessing.form_dialog import without_leave
from ui.assessing.server_model import TIMES, WIDTHS, Server, ServerModel, grids_of, servers_of
from ui.assessing.service_lines import ServiceLines
from ui.desk import Desk
from ui.dialogs import ask_before_dropping
from ui.jobs import Questions
from ui.widgets.row_table import RowTable

_TOLD = (
    "没有登记的按一直在岗。月中到岗、离岗的登记日期（仍在岗的不填离岗日期），按在岗工作日折算；已关账月份的成绩不变。"
)


class ServicesDialog(QDialog):
    """The workers above; Enter goes to the lines of the chosen one, Ctrl+Enter keeps them."""

    kept = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, town: str, month: Month) -> None:
        super().__init__(parent)
        self._desk, self._town, self._month = desk, town, month
        self._questions = Questions(desk.jobs, self)
        self._server: Server | None = None
        self._touched = False
        self.setWindowTitle("在岗时间")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = ServerModel(desk.areas)
        self.table = RowTable(self.model, "考核对象")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, TIMES)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._choose(index.row()))
        self.table.row_opened.connect(lambda _: self._go_to_lines())
        self.heading = QLabel()
        self.heading.setObjectName("card_title")
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.keep_button = QPushButton("保存(&S)")
        self.keep_button.setObjectName("primary")
        self.keep_button.setToolTip("保存这个人的在岗时间（Ctrl+Enter）")
        self.keep_button.clicked.connect(self.keep)
        self.close_button = QPushButton("关闭")
        self.close_button.clicked.connect(self.reject)
        self.lines = ServiceLines((), (), desk.today)
        self._lay_out()
        room = parent.window().size()
        self.resize(min(860, room.width() - 80), min(620, room.height() - 80))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep)
        self._ask()

    def _lay_out(self) -> None:
        told = QLabel(_TOLD)
        told.setObjectName("hint")
        told.setWordWrap(True)
        below = QWidget()
        self._below = QVBoxLayout(below)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(8)
        self._below.addWidget(self.heading)
        self._below.addWidget(self.lines)
        self._below.addWidget(self.problem)
        self._below.addStretch()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setSizes((320, 160))
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.close_button, self.keep_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(told)
        column.addWidget(split, 1)
        column.addLayout(buttons)

    def _ask(self) -> None:
        office, town, month = self._desk.office, self._town, self._month
        self._questions.ask("servers", lambda: servers_of(office, town, month), self._show, self._refuse)

    def _show(self, servers: Sequence[Server]) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self.model.show(servers)
        self.keep_button.setEnabled(bool(servers))
        if not servers:
            self.heading.setText("还没有登记网格员，请先维护人员名册。")
            self.lines.hide()
            return
        self.table.selectRow(min(row, len(servers) - 1))
        self._choose(self.table.currentIndex().row())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self.model.rows) or self.model.rows[row] is self._server:
            return
        if self._touched:
            self._stay(row)
            return
        self._server = server = self.model.rows[row]
        self.heading.setText(f"{server.name}　{'、'.join(server.roles)}")
        lines = ServiceLines(server.roles, grids_of(self._desk.areas, self._town), self._desk.today)
        lines.show_services(server.services)
        lines.changed.connect(self._touch)
        self._below.replaceWidget(self.lines, lines)
        self.lines.hide()
        self.lines.deleteLater()
        self.lines = lines
        self._tell("")

    def _stay(self, row: int) -> None:
        """Asks before the next worker's lines take the place of what was written."""
        self.table.selectRow([one is self._server for one in self.model.rows].index(True))

        def go_on() -> None:
            self._touched = False
            self.table.selectRow(row)

        ask_before_dropping(self, go_on)

    def _touch(self) -> None:
        self._touched = True

    def _go_to_lines(self) -> None:
        self.lines.rows[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keeps the times of the chosen worker, or shows everything that is wrong."""
        server, desk, town = self._server, self._desk, self._town
        if server is None or not self.keep_button.isEnabled():
            return
        wrong = self.lines.wrong()
        self._tell("\n".join(one.message for one in wrong))
        if wrong:
            wrong[0].entry.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        services = self.lines.services(town, server.name)
        self.keep_button.setEnabled(False)
        work = without_leave(lambda: put_services(desk.office, town, server.name, services, desk.actor, desk.clock))
        self._questions.ask("keep", work, lambda _: self._kept(server.name), self._refuse)

    def _kept(self, name: str) -> None:
        self._touched, self._server = False, None
        self.kept.emit(f"{name}的在岗时间已保存。")
        self._ask()

    def _refuse(self, refusal: Refusal) -> None:
        self.keep_button.setEnabled(True)
        problems = refusal.problems if isinstance(refusal, Unacceptable) else ()
        self._tell("\n".join(problem.message for problem in problems) or str(refusal))

    def _tell(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    @override
    def reject(self) -> None:
        if self._touched:
            ask_before_dropping(self, super().reject)
        else:
            super().reject()

"""The months and their closing (月报与关账): a year's months beside the one that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.books import BookAction, BookState
from gridapp.domain.moment import spoken
from gridapp.domain.period import Month
from ui.closing.changes_tab import ChangesTab
from ui.closing.checks_tab import ChecksTab
from ui.closing.doing import OFFERED, doing
from ui.closing.month_reading import MonthLine, MonthStanding, read_standing, read_year
from ui.closing.month_tab import MonthTab
from ui.closing.sign_dialog import SignDialog
from ui.closing.steps_tab import StepsTab, signature
from ui.closing.tables_tab import TablesTab
from ui.closing.timeliness_tab import TimelinessTab
from ui.closing.year_bar import YearBar
from ui.closing.year_table import YearModel, YearTable
from ui.desk import Desk
from ui.page import Page


class MonthEndPage(Page):
    """F6 goes from the months to the tabs and back; the buttons below take the next step of the month."""

    def __init__(self, desk: Desk, town: str = "", month: Month | None = None) -> None:
        super().__init__(desk, "月报与关账")
        self.month = month or Month.of(desk.today).later(-1)
        self.standing: MonthStanding | None = None
        self.bar = YearBar(desk.areas, self.month.year)
        self.bar.towns.choose(town)
        self.bar.changed.connect(self.reload)
        self.model = YearModel(desk.today)
        self.table = YearTable(self.model)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._choose(index.row()))
        self.table.row_opened.connect(lambda _: self._go_to_tabs())
        self.heading = QLabel()
        self.heading.setObjectName("card_title")
        self.way = QLabel()
        self.way.setObjectName("rule")
        self.way.setWordWrap(True)
        self.tabs: dict[str, MonthTab] = {
            "关账前检查": ChecksTab(desk),
            "报表": TablesTab(desk),
            "各村报送": TimelinessTab(desk),
            "关账后变动": ChangesTab(desk),
            "办理经过": StepsTab(desk),
        }
        self.book = QTabWidget()
        self.book.setDocumentMode(True)
        self.book.tabBar().setAccessibleName("月报页签")
        self.book.tabBar().setExpanding(False)
        for name, tab in self.tabs.items():
            tab.asked.connect(self.asked)
            tab.told.connect(self.told)
            tab.refused.connect(self.refused)
            self.book.addTab(tab, name)
        self.buttons: dict[BookAction, QPushButton] = {}
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_F6), self, self._turn)

    def _lay_out(self) -> None:
        left = QWidget()
        months = QVBoxLayout(left)
        months.setContentsMargins(0, 0, 8, 0)
        months.setSpacing(8)
        months.addWidget(self.bar)
        months.addWidget(self.table, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch()
        right = QWidget()
        one = QVBoxLayout(right)
        one.setContentsMargins(8, 0, 0, 0)
        one.setSpacing(6)
        one.addWidget(self.heading)
        one.addWidget(self.way)
        one.addWidget(self.book, 1)
        one.addLayout(self._buttons)
        sides = QSplitter()
        sides.setChildrenCollapsible(False)
        for side, share in ((left, 1), (right, 3)):
            sides.addWidget(side)
            sides.setStretchFactor(sides.count() - 1, share)
        letter = self.fontMetrics().horizontalAdvance("字")
        sides.setSizes([letter * 25, letter * 60])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.addWidget(sides, 1)

    @override
    def reload(self) -> None:
        office, town, year = self.desk.office, self.bar.town, self.bar.year
        self.questions.ask("year", lambda: read_year(office, town, year), self._show_year, self.refuse)

    def _show_year(self, lines: Sequence[MonthLine]) -> None:
        had_focus = self.table.hasFocus() or self.standing is None
        self.month = Month(self.bar.year, self.month.number)
        number = self.month.number
        self.model.show(lines)
        self.table.selectRow(number - 1)
        self._choose(number - 1)
        if had_focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self.model.rows):
            return
        self.month = self.model.rows[row].month
        office, town, month = self.desk.office, self.bar.town, self.month
        self.questions.ask("standing", lambda: read_standing(office, town, month), self._show, self.refuse)
        for tab in self.tabs.values():
            tab.put(town, month)

    def _show(self, standing: MonthStanding) -> None:
        self.standing = standing
        period = standing.month.period
        self.heading.setText(f"{self.desk.areas.name(self.bar.town)} {period.label} · {standing.state.value}")
        self.way.setText(_way(standing))
        self._offer(standing)

    def _offer(self, standing: MonthStanding) -> None:
        for button in self.buttons.values():
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        offered = OFFERED[standing.state]
        self.buttons = {action: self._button(standing, action) for action in offered}
        for action, button in self.buttons.items():
            if action is offered[-1] and action is not BookAction.REOPEN:
                button.setObjectName("primary")
            self._buttons.addWidget(button)

    def _button(self, standing: MonthStanding, action: BookAction) -> QPushButton:
        again = action is BookAction.SUBMIT and standing.state is not BookState.DRAFT
        button = QPushButton(f"{'重新' if again else ''}{action.value}…")
        button.setAccessibleName(action.value)
        button.clicked.connect(lambda: self.begin(action))
        if action is BookAction.REOPEN and not standing.is_last_closed:
            button.setEnabled(False)
            button.setToolTip("只能从最后关账的月份开始重开")
        return button

    def begin(self, action: BookAction) -> None:
        """Asks for the signature of an action."""
        standing = self.standing
        if standing is None:
            return
        town, month = self.bar.town, standing.month
        dialog = SignDialog(
            self,
            self.desk,
            action,
            f"{self.desk.areas.name(town)} {month.period.label}",
            standing.authority,
            doing(self.desk, action, town, month),
        )
        dialog.done_with.connect(lambda: self._done(action, month))
        dialog.open()

    def _done(self, action: BookAction, month: Month) -> None:
        self.told.emit(f"{month.period.label}已{action.value}。")
        self.books_changed.emit()
        # The button that was pressed is about to go; the next step is a few keys from the months.
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def _turn(self) -> None:
        if self.table.hasFocus():
            self._go_to_tabs()
        else:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_tabs(self) -> None:
        self.book.tabBar().setFocus(Qt.FocusReason.ShortcutFocusReason)


def _way(standing: MonthStanding) -> str:
    """The steps of the present report in one line."""
    if not standing.steps:
        closed = standing.state is BookState.CLOSED
        return "随以后的月份一并关账" if closed else "还没有提交"
    told = [f"{step.action.value}（{signature(step)}，{spoken(step.at)}）" for step in standing.steps[-3:]]
    more = f"　第 {standing.closings} 次关账" if standing.closings > 1 else ""
    return " → ".join(told) + more

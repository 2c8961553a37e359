"""What somebody can do with the assessment of a month, and what can be seen there."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from gridapp.domain.assessment_mark import Mark, Verdict
from tests.offices import TOWN
from tests.ui.figures.chief import statistics
from tests.ui.screen import Screen
from ui.assessing.appeal_dialog import AppealDialog
from ui.assessing.assessment_bar import View
from ui.assessing.assessment_tab import AssessmentTab
from ui.assessing.decide_dialog import DecideDialog
from ui.assessing.enter_dialog import EnterDialog
from ui.assessing.withdraw_dialog import WithdrawDialog

D = TypeVar("D", bound=QDialog)
REASON = "演示：漏报塌方"


class Assessor:
    """Opens the tab on June; every form is filled and confirmed by the keyboard."""

    def __init__(self, screen: Screen, first: date = date(2018, 6, 1), last: date = date(2018, 6, 30)) -> None:
        self.screen = screen
        tab = statistics(screen, first, last).open_tab("网格员考核")
        screen.settle()
        assert isinstance(tab, AssessmentTab)
        self.tab = tab

    def show(self, view: View) -> None:
        """Chooses a view by its button."""
        self.screen.click(self.tab.bar.buttons[view])

    def dialog(self, kind: type[D]) -> D:
        """The form that is open."""
        self.screen.settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        return found

    def confirm(self, dialog: QDialog) -> None:
        """Ctrl+Enter."""
        target = dialog.focusWidget() or dialog
        self.screen.press(target, Qt.Key.Key_Return, control=True)

    def enter(self, item: str, number: str = "") -> EnterDialog:
        """Enters points for the worker who is chosen."""
        self.show(View.MARKS)
        self.screen.click(self.tab.views.marks.enter_button)
        dialog = self.dialog(EnterDialog)
        say(dialog.item, item)
        if number:
            say(dialog.number, number)
        say(dialog.reason, REASON)
        self.confirm(dialog)
        return dialog

    def withdraw(self, reason: str) -> WithdrawDialog:
        """Takes the chosen entry back."""
        self.screen.click(self.tab.views.marks.withdraw_button)
        dialog = self.dialog(WithdrawDialog)
        say(dialog.reason, reason)
        self.confirm(dialog)
        return dialog

    def appeal(self, reason: str, what: str = "") -> AppealDialog:
        """Appeals against the chosen entry, or against what is written."""
        self.screen.click(self.tab.views.marks.appeal_button)
        dialog = self.dialog(AppealDialog)
        if what:
            say(dialog.what, what)
        say(dialog.reason, reason)
        self.confirm(dialog)
        return dialog

    def decide(self, verdict: Verdict, opinion: str, points: str = "") -> DecideDialog:
        """Decides the chosen appeal."""
        self.screen.click(self.tab.views.marks.decide_button)
        dialog = self.dialog(DecideDialog)
        place = [*Verdict].index(verdict)
        for _ in range(place):
            self.screen.press(dialog.verdict, Qt.Key.Key_Down)
        if points:
            say(dialog.points, points)
        say(dialog.opinion, opinion)
        self.confirm(dialog)
        return dialog

    @property
    def marks(self) -> list[Mark]:
        """Every act on file."""
        return list(self.screen.office.assessment.marks(TOWN))

    def total(self, name: str) -> str:
        """A worker's total as the ranking shows it."""
        self.show(View.SCORES)
        figures = self.tab.views.scores.view.figures
        row = next(n for n in range(figures.rowCount()) if name in figures.label(n))
        return str(figures.index(row, 0).data())


def say(entry: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Writes into an entry as an input method does."""
    entry.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(entry, event)

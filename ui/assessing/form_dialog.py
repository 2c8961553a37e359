"""A small form over the assessment (考核登记窗口): what is wrong stands in it, and nothing written is lost."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from gridapp.domain.problem import ClosedMonth, Refusal, Unacceptable
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.small_form import SmallForm
from ui.widgets.confirm_dialog import ConfirmDialog

T = TypeVar("T")
_WIDE = 40
"""Letters across."""


class FormDialog(ConfirmDialog):
    """Ctrl+Enter confirms, Esc leaves everything as it is."""

    done_with = Signal()
    """It was done."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, about: str, told: str, form: SmallForm) -> None:
        super().__init__(parent, title, title)
        self.desk, self.form = desk, form
        self.questions = Questions(desk.jobs, self)
        heading = QLabel(about)
        heading.setObjectName("card_title")
        heading.setWordWrap(True)
        self.told = QLabel(told)
        self.told.setObjectName("hint")
        self.told.setWordWrap(True)
        for widget in (heading, self.told, form):
            self.column.addWidget(widget)
        self.end_with_buttons()
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("字") * _WIDE)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def work(self) -> Callable[[], object]:
        """What is to be done, with what is written now; each dialog says it."""
        raise NotImplementedError

    def problems(self) -> Mapping[str, str]:
        """What cannot be read at all, by the fields."""
        return {problem.field: problem.message for problem in self.form.unreadable()}

    @override
    def answer(self) -> None:
        """Does it, or shows everything that is wrong."""
        if not self.confirm.isEnabled():
            return
        unreadable = self.problems()
        self.form.show_problems(unreadable)
        self.tell("")
        if unreadable:
            self.form.go_to_first_problem()
            self._fit()
            return
        self.confirm.setEnabled(False)
        self.questions.ask("do", without_leave(self.work()), lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.accept()
        self.done_with.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self.confirm.setEnabled(True)
        if not isinstance(refusal, Unacceptable):
            self.tell(str(refusal))
            return
        known = {p.field: p.message for p in reversed(refusal.problems) if p.field in self.form.boxes}
        self.form.show_problems(known)
        self.form.go_to_first_problem()
        self.tell("\n".join(p.message for p in refusal.problems if p.field not in self.form.boxes))

    @override
    def tell(self, words: str) -> None:
        super().tell(words)
        self._fit()

    def _fit(self) -> None:
        # What is said takes its place only once it is laid out.
        QTimer.singleShot(0, self, self.adjustSize)


def without_leave(work: Callable[[], T]) -> Callable[[], T]:
    """The same work; a closed month is told as it is, for no leave makes a signed sheet change."""

    def plain() -> T:
        try:
            return work()
        except ClosedMonth as closed:
            raise Refusal(str(closed)) from closed

    return plain

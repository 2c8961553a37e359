"""A dialog that saves what is written in it (填写窗口): everything wrong is told in place, nothing written is lost."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.problem import Problem, Refusal, Unacceptable
from ui.desk import Desk
from ui.dialogs import ask_before_dropping
from ui.jobs import Questions
from ui.recording.small_form import SmallForm
from ui.widgets.confirm_dialog import KEYS, ConfirmDialog
from ui.widgets.scroll_down import ScrollDown

_LETTERS = 60
_OF_THE_WINDOW = 0.92


class SavingDialog(ConfirmDialog):
    """Ctrl+Enter saves; Esc asks before it drops what was written. On a low screen its form scrolls."""

    saved = Signal(object)
    """What the work gave back."""

    def __init__(self, parent: QWidget, desk: Desk, title: str, form: SmallForm, word: str = "保存") -> None:
        super().__init__(parent, title, word, (*KEYS, "Ctrl+S"))
        self.desk, self.form = desk, form
        self._window = parent.window()
        self._questions = Questions(desk.jobs, self)
        self._has_changed = False
        self.form.changed.connect(self._mark_changed)

    def lay_out(self, lines: int, above: Sequence[QWidget] = (), below: Sequence[QWidget] = ()) -> None:
        """Puts everything in its place, about so many lines of text high; begins with nothing changed."""
        inside = QWidget()
        inside.setObjectName("canvas")
        scrolled = QVBoxLayout(inside)
        scrolled.setContentsMargins(0, 0, 0, 0)
        scrolled.setSpacing(10)
        for widget in (*above, self.form):
            scrolled.addWidget(widget)
        scrolled.addStretch()
        self.column.addWidget(ScrollDown(inside), 1)
        for widget in below:
            self.column.addWidget(widget)
        self.end_with_buttons()
        metrics, window = self.fontMetrics(), self._window
        wanted = metrics.horizontalAdvance("字") * _LETTERS, metrics.lineSpacing() * lines
        width, height = (int(size * _OF_THE_WINDOW) for size in (window.width(), window.height()))
        self.resize(min(wanted[0], width), min(wanted[1], height))
        self._has_changed = False

    def work(self) -> Callable[[], object]:
        """What saving does with what is written now; it runs in the database's thread."""
        raise NotImplementedError

    @override
    def answer(self) -> None:
        """Saves, or shows everything that is wrong."""
        if not self.confirm.isEnabled():
            return
        self.confirm.setEnabled(False)
        self.tell("")
        self._questions.ask("save", self.work(), self._done, self._refuse)

    def _done(self, kept: object) -> None:
        self.accept()
        self.saved.emit(kept)

    def _refuse(self, refusal: Refusal) -> None:
        self.confirm.setEnabled(True)
        problems: Sequence[Problem] = refusal.problems if isinstance(refusal, Unacceptable) else ()
        self.form.show_problems({problem.field: problem.message for problem in reversed(problems)})
        self.form.go_to_first_problem()
        self.tell("" if self.form.has_problems else str(refusal))

    def _mark_changed(self) -> None:
        self._has_changed = True

    @override
    def reject(self) -> None:
        if self._has_changed:
            ask_before_dropping(self, super().reject)
        else:
            super().reject()

"""Making papers behind the window (制作文书): one order at a time, so that impatience makes nothing twice."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from gridapp.domain.problem import Refusal
from gridapp.papers.asking import Given
from gridapp.papers.offers import Choice
from gridapp.ports import IssuedPaper
from ui.desk import Desk
from ui.jobs import Questions


class PaperMaking(QObject):
    """What is ordered while an order is under way is not begun."""

    turned = Signal()
    """An order was begun, or has ended."""
    made = Signal(object, object)
    """The papers that were made, and what was typed for them."""
    refused = Signal(object)

    def __init__(self, desk: Desk, case_id: UUID, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._case, self._questions = desk, case_id, questions
        self.is_under_way = False

    def make(self, choices: Sequence[Choice], given: Given) -> None:
        """Makes what is chosen, all or none."""
        desk, case_id = self._desk, self._case

        def work() -> Sequence[IssuedPaper]:
            # Word files are slow to import and only needed here.
            from gridapp.papers.making import made

            return made(desk.office, case_id, choices, given, desk.actor, desk.clock)

        self._begin(work, given)

    def make_file(self, given: Given) -> None:
        """Makes the whole file (卷宗)."""
        desk, case_id = self._desk, self._case

        def work() -> Sequence[IssuedPaper]:
            from gridapp.papers.making import whole_file

            return whole_file(desk.office, case_id, given, desk.actor, desk.clock)

        self._begin(work, given)

    def _begin(self, work: Callable[[], Sequence[IssuedPaper]], given: Given) -> None:
        if not self.is_under_way:
            self._turn(is_under_way=True)
            self._questions.ask("make", work, lambda papers: self._end(papers, given), self._fail)

    def _end(self, papers: Sequence[IssuedPaper], given: Given) -> None:
        self._turn(is_under_way=False)
        self.made.emit(papers, given)

    def _fail(self, refusal: Refusal) -> None:
        self._turn(is_under_way=False)
        self.refused.emit(refusal)

    def _turn(self, *, is_under_way: bool) -> None:
        self.is_under_way = is_under_way
        self.turned.emit()

"""A tab of the statistics (统计页签): it loads when it is seen, for the question that stands above."""

from PySide6.QtCore import Signal

from ui.desk import Desk
from ui.figures.question import Question
from ui.printing.printing import Printing
from ui.widgets.late_tab import LateTab


class Tab(LateTab):
    """What all tabs have in common."""

    asked = Signal(object)
    case_asked = Signal(object)
    """One case is to be opened, by its id."""
    told = Signal(str)
    shown = Signal()
    """Everything that was asked for is shown."""

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__(desk)
        self.question = question
        self.printing = Printing(desk, self)
        self.printing.told.connect(self.told)
        self.printing.refused.connect(self.refused)

    def put(self, question: Question) -> None:
        """Puts a question, or the same one again after cases have changed."""
        self.question = question
        self.mark_stale()

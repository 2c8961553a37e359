"""The right side of a case's page (办理栏): what can be done now, and below it what was done."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gridapp.domain.area import AreaTree
from gridapp.domain.deadline import Deadlines
from ui.cases.history_view import HistoryView
from ui.cases.moves_bar import MovesBar
from ui.handling.loaded import Loaded
from ui.handling.timeline import timeline
from ui.printing.printing import KEYS as PRINT_KEYS
from ui.widgets.card import Card

PAPERS_KEYS = "Ctrl+Shift+T"


class CoursePanel(QWidget):
    """The buttons and the line of time of one case."""

    chosen = Signal(object)
    """An action is to be done."""
    papers = Signal()
    """The papers of the case are to be seen."""
    printing = Signal()
    """The case is to be printed."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = MovesBar()
        self.moves.chosen.connect(self.chosen)
        self.history = HistoryView("办理经过")
        self.now = Card("现在可以办理")
        self.now.body.addWidget(self.moves)
        past = Card()
        self.papers_button = QPushButton("文书…")
        self.papers_button.setObjectName("quiet")
        self.papers_button.setToolTip(f"制作、打印这一件的文书（{PAPERS_KEYS}）")
        self.papers_button.clicked.connect(self.papers)
        QShortcut(QKeySequence(PAPERS_KEYS), self, self.papers_button.click)
        self.history.tools.addWidget(self.papers_button)
        self.print_button = QPushButton("打印…")
        self.print_button.setObjectName("quiet")
        self.print_button.setToolTip(f"预览并打印这一件的登记内容和办理经过（{PRINT_KEYS}）")
        self.print_button.clicked.connect(self.printing)
        QShortcut(QKeySequence(PRINT_KEYS), self, self.print_button.click)
        self.history.tools.addWidget(self.print_button)
        past.body.addWidget(self.history, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.now)
        column.addWidget(past, 1)

    def show_case(self, loaded: Loaded, areas: AreaTree, now: datetime, deadlines: Deadlines) -> None:
        """Shows what can be done with a case, and what was."""
        self.show_moves(loaded, now, deadlines, unsaved=False)
        self.history.show_items(timeline(loaded.case.kind, loaded.history, areas))

    def show_moves(self, loaded: Loaded, now: datetime, deadlines: Deadlines, *, unsaved: bool) -> None:
        """Shows what can be done with a case; nothing can while its form has unsaved changes."""
        self.moves.show_case(loaded.case, now, deadlines, unsaved=unsaved)

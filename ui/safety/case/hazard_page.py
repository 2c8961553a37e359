"""The page of a saved hazard (隐患办理): what and where left, the course and photos in the middle, outcome right."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.permission import why_no_amending
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.handling.case_page import CasePage
from ui.handling.content_view import ContentView
from ui.handling.due_panel import DuePanel
from ui.handling.fact_cards import FactCards
from ui.handling.loaded import Loaded
from ui.handling.three_columns import Columns
from ui.safety.case.hazard_dialog import HazardDialog
from ui.safety.case.hazard_due import due_lines
from ui.safety.case.matter import matter_of
from ui.safety.case.outcome import (
    enforcement_of,
    listing_of,
    rechecks_of,
    reports_of,
    securities_of,
    striking_off_of,
)
from ui.safety.case.photos_panel import PhotosPanel
from ui.safety.case.ties import ties_known, ties_of
from ui.safety.case.ties_panel import TiesPanel
from ui.widgets.card import Card

_NAMES = ("隐患情况", "办理情况", "复查、销号、保障和执法")
_HISTORY_LINES = 6


class HazardPage(CasePage):
    """One screen that shows the whole hazard."""

    def __init__(self, desk: Desk, case_id: UUID) -> None:
        super().__init__(desk, Kind.HAZARD, case_id)
        self.ties = TiesPanel()
        self.ties.asked.connect(self.asked)
        self.content = ContentView(1)
        heading = QLabel("隐患情况")
        heading.setObjectName("card_title")
        self.edit_button = QPushButton("更正…(&E)")
        self.edit_button.setObjectName("quiet")
        self.edit_button.setAccessibleName("更正")
        self.edit_button.clicked.connect(self.edit)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.edit_button)
        matter = Card()
        matter.body.addLayout(head)
        matter.body.addWidget(self.content)
        self.due = DuePanel()
        self.photos = PhotosPanel(desk)
        self.photos.wanted.connect(lambda file: self._look_at_file(file.name, file.sha256))
        self.photos.refused.connect(self.refuse)
        self.outcome: FactCards[Hazard] = FactCards(
            (
                ("复查", rechecks_of),
                ("销号", striking_off_of),
                ("重大隐患整改保障", securities_of),
                ("挂牌督办", listing_of),
                ("上报部门", reports_of),
                ("执法处置", enforcement_of),
            )
        )
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.due)
        column.addWidget(self.course, 1)
        column.addWidget(self.photos)
        self.course.history.text.setMinimumHeight(_HISTORY_LINES * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 12)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(Columns(_NAMES, (self.ties, matter), middle, self.outcome.cards), 1)

    @override
    def show_loaded(self, loaded: Loaded) -> None:
        hazard = loaded.case
        if not isinstance(hazard, Hazard):
            self.refuse(Refusal(f"这条记录不是{self._kind.label}，请刷新列表后重试。"))
            return
        super().show_loaded(loaded)
        now, deadlines, store = self.desk.now, self.desk.deadlines, self.desk.office.cases
        refusal = why_no_amending(hazard)
        self.edit_button.setEnabled(refusal is None)
        self.edit_button.setToolTip(refusal or "更正登记内容（Alt+E）")
        self.edit_button.setAccessibleDescription(refusal or "")
        self.content.show_pairs(matter_of(hazard, self.desk.areas))
        self.due.show_lines(due_lines(hazard, now, deadlines))
        self.photos.show_hazard(hazard)
        self.outcome.show_case(hazard)
        self.ties.show_ties(ties_known(hazard, loaded))
        self.questions.ask("ties", lambda: ties_of(store, hazard, loaded), self.ties.show_ties, self.refuse)

    def edit(self) -> None:
        """Opens the form in which what is written is corrected."""
        if self.loaded is not None and isinstance(self.loaded.case, Hazard):
            dialog = HazardDialog(self, self.desk, self.loaded.case, self.people)
            dialog.amended.connect(self.carried_out)
            dialog.open()

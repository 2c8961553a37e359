"""The page on which petitions are registered (登记信访)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.order import Order
from gridapp.cases.permission import why_not
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.entered import entered_of
from gridapp.cases.petition.record import registered
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.petition import GROUP_THRESHOLD, Channel, Petition
from gridapp.domain.problem import Refusal
from gridapp.ports import CaseRow, Entered
from ui.desk import Desk
from ui.petition.intake.carried import next_after
from ui.petition.intake.deciding import Deciding
from ui.petition.intake.decision_button import DecisionButton
from ui.petition.intake.earlier_advice import EarlierAdvice
from ui.petition.intake.earlier_panel import EarlierPanel
from ui.petition.intake.limits_card import LimitsCard
from ui.petition.intake.new_petition_form import NewPetitionForm
from ui.petition.intake.petition_draft import NEW_PETITION
from ui.petition.intake.saving import save_new
from ui.recording.new_case_page import NewCasePage
from ui.recording.page_plan import PagePlan
from ui.recording.recorded import Recorded

_PLAN = PagePlan(
    kind=Kind.PETITION,
    title="登记信访",
    form=NEW_PETITION,
    drafts_key="Alt+U",
    carried="信访形式、日期、接待日和交办来源",
)


class NewPetitionPage(NewCasePage[PetitionDraft]):
    """One petition after the other; the first may be received on a reception day, by its id."""

    form: NewPetitionForm

    def __init__(self, desk: Desk, draft_id: UUID | None = None, reception: UUID | None = None) -> None:
        self._reception = reception
        self._deciding: Deciding | None = None
        self.limits = LimitsCard()
        self.earlier = EarlierPanel()
        self.decide_button = DecisionButton()
        super().__init__(desk, _PLAN, NewPetitionForm(desk), draft_id)
        advice = EarlierAdvice(desk, self.form.fields, self.earlier)
        advice.found.connect(lambda found: self.duplicates.leave_out({one.row.id for one in found}))
        self.form.changed.connect(self._show_limits)
        self.earlier.opened.connect(self.show_case)
        self.decide_button.clicked.connect(self.ask_decision)
        self.decide_button.decided.connect(self._open_dialog)
        QShortcut(QKeySequence("Alt+G"), self, self.ask_decision)

    @override
    def beside_form(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.earlier)
        column.addWidget(self.limits)
        column.addWidget(self.duplicates, 1)
        return side

    @override
    def more_buttons(self) -> Sequence[QPushButton]:
        return (self.decide_button,)

    @override
    def last_entry(self) -> QWidget:
        return self.form.fields.entries.reason

    @override
    def entered(self) -> Entered:
        return entered_of(self.form.draft())

    @override
    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        desk, draft = self.desk, self.form.draft()
        return lambda: save_new(desk, draft, draft_id)

    @override
    def next_after(self, draft: PetitionDraft) -> PetitionDraft:
        return next_after(draft, self.desk.today, self.desk.writing_moment)

    @override
    def begin(self, draft: PetitionDraft) -> None:
        self.earlier.begin()
        super().begin(draft)

    @override
    def reload(self) -> None:
        super().reload()
        reception, self._reception = self._reception, None
        if reception is not None:
            lists = self.desk.office.lists
            self.questions.ask("reception", lambda: lists.load_rows([reception]), self._begin_on, self.refuse)

    def _begin_on(self, days: Sequence[CaseRow]) -> None:
        """A visit that was received on a reception day, at its hour if that has come."""
        for day in days:
            at = min(day.reported_at, self.desk.now)
            self.begin(replace(self.form.blank(day.town), channel=Channel.VISIT, reported_at=at, reception=day.id))

    def _show_limits(self) -> None:
        self.limits.show_moment(self.form.draft().reported_at or self.desk.now, self.desk.deadlines)

    def ask_decision(self) -> None:
        """Offers what can be decided of the petition as it is written; what is wrong with it is to be mended first."""
        if not self.may_save(self.ask_decision):
            return
        petition = self._petition()
        now, deadlines = max(self.desk.now, petition.reported_at), self.desk.deadlines
        self.decide_button.ask(lambda move: why_not(petition, move, now, deadlines))

    def _petition(self) -> Petition:
        """The petition that would be saved."""
        draft, desk = self.form.draft(), self.desk
        at = draft.reported_at or desk.now
        return registered(draft, at, "", GROUP_THRESHOLD, desk.deadlines, desk.actor.name, max(desk.now, at))

    def _open_dialog(self, move: Move) -> None:
        self._deciding = Deciding(self, self.desk, self._petition(), move, self._save_decided)
        self._deciding.open()

    def _save_decided(self, order: Order) -> None:
        deciding, desk = self._deciding, self.desk
        if deciding is None:
            return
        draft, draft_id = self.form.draft(), self.draft_id

        def go(recorded: Recorded) -> None:
            deciding.finish()
            self.go_to(recorded)

        self.save_by(lambda: save_new(desk, draft, draft_id, order), go, self._not_decided)

    def _not_decided(self, refusal: Refusal) -> None:
        """Nothing is saved: the dialog keeps what was entered, the form goes on being kept."""
        self.wait_no_more()
        if self._deciding is not None:
            self._deciding.refuse(refusal)

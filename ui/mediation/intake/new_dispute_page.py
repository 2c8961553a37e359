"""The page on which disputes are registered (登记纠纷)."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.entered import entered_of
from gridapp.cases.dispute.referral import draft_from
from gridapp.cases.permission import why_not
from gridapp.cases.reading import open_case
from gridapp.domain.case import Case
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.problem import Refusal, Unacceptable
from gridapp.ports import Entered
from ui.desk import Desk
from ui.mediation.intake.carried import next_after
from ui.mediation.intake.dispute_draft import NEW_DISPUTE
from ui.mediation.intake.new_dispute_form import NewDisputeForm
from ui.mediation.intake.origin import Origin, origin_of
from ui.mediation.intake.saving import save_new
from ui.recording.new_case_page import NewCasePage
from ui.recording.page_plan import PagePlan
from ui.recording.recorded import Recorded
from ui.requests import ShowRecord

_PLAN = PagePlan(
    kind=Kind.DISPUTE,
    title="登记纠纷",
    form=NEW_DISPUTE,
    drafts_key="Alt+U",
    carried="村社、日期、来源、调解组织和调解员",
)


class NewDisputePage(NewCasePage[DisputeDraft]):
    """One dispute after the other; the first may be opened from an event or a petition, by its id."""

    form: NewDisputeForm

    def __init__(self, desk: Desk, draft_id: UUID | None = None, source: UUID | None = None) -> None:
        self._source = source
        super().__init__(desk, _PLAN, NewDisputeForm(desk), draft_id)
        self.form.origin.wanted.connect(self._show_origin)

    @override
    def above_form(self) -> Sequence[QWidget]:
        return (self.form.origin,)

    @override
    def last_entry(self) -> QWidget:
        return self.form.fields.entries.reason

    @override
    def entered(self) -> Entered:
        return entered_of(self.form.draft())

    @override
    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        desk, draft, origin = self.desk, self.form.draft(), self.form.origin.source
        return lambda: save_new(desk, draft, origin, draft_id)

    @override
    def next_after(self, draft: DisputeDraft) -> DisputeDraft:
        return next_after(draft, self.desk.today, self.desk.writing_moment)

    @override
    def reload(self) -> None:
        super().reload()
        source, self._source = self._source, None
        seen = self.form.origin.source
        if source is not None:
            self._load(source, self._begin_from)
        elif seen is not None:
            self._load(seen.id, self._see_again)

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        origin = self.form.origin.source
        if origin is not None and not isinstance(refusal, Unacceptable):
            self.form.origin.show_source(origin, str(refusal))
        super().show_refusal(refusal)

    def _load(self, case_id: UUID, done: Callable[[Case], None]) -> None:
        office, actor = self.desk.office, self.desk.actor
        store, book = office.cases, office.confidence
        self.questions.ask("source", lambda: open_case(store, book, case_id, actor, store.now), done, self.refuse)

    def _begin_from(self, case: Case) -> None:
        draft = draft_from(case, self.desk.writing_moment)
        self.form.begin_from(draft, origin_of(case), self._why_not(case))

    def _see_again(self, case: Case) -> None:
        """Whoever comes back from the origin has seen it as it is now."""
        self.form.origin.show_source(origin_of(case), self._why_not(case))

    def _why_not(self, case: Case) -> str:
        if not isinstance(case, Event):
            return ""
        return why_not(case, Move.REFER, self.desk.now, self.desk.deadlines) or ""

    def _show_origin(self, origin: Origin) -> None:
        self.asked.emit(ShowRecord(origin.kind, origin.id))
        self.mark_stale()

"""The page on which events are recorded (新增事件)."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.entered import entered_of
from gridapp.domain.kind import Kind
from gridapp.ports import CaseRow, Entered
from ui.desk import Desk
from ui.recording.carried import next_after
from ui.recording.event_draft import NEW_EVENT
from ui.recording.new_case_page import NewCasePage
from ui.recording.new_event_form import NewEventForm
from ui.recording.page_plan import PagePlan
from ui.recording.recorded import Recorded
from ui.recording.saving import save_new
from ui.requests import ShowRecord

_PLAN = PagePlan(
    kind=Kind.EVENT, title="新增事件", form=NEW_EVENT, drafts_key="Alt+J", carried="村社、网格、日期、来源和上报人"
)


class NewEventPage(NewCasePage[EventDraft]):
    """One event after the other; each may be closed at once, the first may be found on an entry's occasion."""

    form: NewEventForm

    def __init__(self, desk: Desk, draft_id: UUID | None = None, source: UUID | None = None) -> None:
        self._source = source
        super().__init__(desk, _PLAN, NewEventForm(desk), draft_id)
        self.form.occasion.wanted.connect(lambda found: self.asked.emit(ShowRecord(found.kind, found.id)))

    @override
    def above_form(self) -> Sequence[QWidget]:
        return (self.form.occasion,)

    @override
    def reload(self) -> None:
        super().reload()
        source, self._source = self._source, None
        if source is not None:
            lists = self.desk.office.lists
            self.questions.ask("occasion", lambda: lists.load_rows([source]), self._begin_from, self.refuse)

    def _begin_from(self, rows: Sequence[CaseRow]) -> None:
        for row in rows:
            self.form.begin_from(row)

    @override
    def last_entry(self) -> QWidget:
        return self.form.closing.evidence

    @override
    def entered(self) -> Entered:
        return entered_of(self.form.draft())

    @override
    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        desk, draft, order, found_on = self.desk, self.form.draft(), self.form.order(), self.form.occasion.case_id
        return lambda: save_new(desk, draft, order, draft_id, found_on)

    @override
    def next_after(self, draft: EventDraft) -> EventDraft:
        return next_after(draft, self.desk.today, self.desk.writing_moment)

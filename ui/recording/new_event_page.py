"""The page on which events are recorded (新增事件)."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.entered import entered_of
from gridapp.domain.kind import Kind
from gridapp.ports import Entered
from ui.desk import Desk
from ui.recording.carried import next_after
from ui.recording.event_draft import NEW_EVENT
from ui.recording.new_case_page import NewCasePage, PagePlan
from ui.recording.new_event_form import NewEventForm
from ui.recording.recorded import Recorded
from ui.recording.saving import save_new

_PLAN = PagePlan(
    kind=Kind.EVENT, title="新增事件", form=NEW_EVENT, drafts_key="Alt+J", carried="村社、网格、日期、来源和上报人"
)


class NewEventPage(NewCasePage[EventDraft]):
    """One event after the other; each may be closed at once."""

    form: NewEventForm

    def __init__(self, desk: Desk, draft_id: UUID | None = None) -> None:
        super().__init__(desk, _PLAN, NewEventForm(desk), draft_id)

    @override
    def last_entry(self) -> QWidget:
        return self.form.closing.evidence

    @override
    def entered(self) -> Entered:
        return entered_of(self.form.draft())

    @override
    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        desk, draft, order = self.desk, self.form.draft(), self.form.order()
        return lambda: save_new(desk, draft, order, draft_id)

    @override
    def next_after(self, draft: EventDraft) -> EventDraft:
        return next_after(draft, self.desk.today, self.desk.writing_moment)

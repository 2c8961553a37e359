"""The page on which entries of a register are made (登记), one after another."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.cases.register.draft import EntryDraft
from gridapp.cases.register.proposed import known_from
from gridapp.cases.register.record import record
from gridapp.domain.kind import Kind
from gridapp.ports import CaseRow
from ui.desk import Desk
from ui.recording.new_case_page import NewCasePage
from ui.recording.page_plan import PagePlan
from ui.recording.recorded import Recorded
from ui.recording.unsaved_forms import entry_mark
from ui.registers.carried import carried_in_words, next_after
from ui.registers.new_entry_form import NewEntryForm
from ui.registers.source_panel import SourcePanel
from ui.registers.sources import kinds_of_source


def _plan(kind: Kind) -> PagePlan:
    return PagePlan(
        kind=kind,
        title=f"登记{kind.label}",
        form=entry_mark(kind),
        drafts_key="Alt+J",
        carried=carried_in_words(kind),
    )


class NewEntryPage(NewCasePage[EntryDraft]):
    """One entry after the other; the first may belong to a record on file, by its id."""

    form: NewEntryForm

    def __init__(self, desk: Desk, kind: Kind, draft_id: UUID | None = None, source: UUID | None = None) -> None:
        self._source = source
        of = "、".join(each.label for each in kinds_of_source(kind))
        self.source = SourcePanel(desk, f"选了{of}中的一条，它的登记内容显示在这里。" if of else "")
        super().__init__(desk, _plan(kind), NewEntryForm(desk, kind), draft_id)
        self.form.fields.source_seen.connect(self.source.show_row)

    @override
    def beside_form(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.source)
        column.addWidget(self.duplicates)
        column.addStretch()
        # Registers are not looked through for doubles.
        self.duplicates.hide()
        if self.source.isHidden():
            side.hide()
        return side

    @override
    def last_entry(self) -> QWidget:
        return self.form.fields.entries.reason

    @override
    def entered(self) -> None:
        return None

    @override
    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        desk, draft = self.desk, self.form.draft()
        return lambda: Recorded(record(desk.office.cases, desk.areas, draft, desk.actor, desk.clock, draft_id))

    @override
    def next_after(self, draft: EntryDraft) -> EntryDraft:
        return next_after(draft, self.desk.today, self.desk.writing_moment)

    @override
    def reload(self) -> None:
        super().reload()
        source, self._source = self._source, None
        if source is not None:
            lists = self.desk.office.lists
            self.questions.ask("source", lambda: lists.load_rows([source]), self._begin_from, self.refuse)

    def _begin_from(self, rows: Sequence[CaseRow]) -> None:
        """The first entry belongs to a record; what is closed to whoever sits here begins nothing."""
        for row in rows:
            if row.veiled is not None:
                self.refused.emit(f"{row.number} 已保密，不在可查看名单上，不能登记。")
            else:
                known = {**known_from(self._plan.kind, row), "reported_at": self.desk.writing_moment}
                self.begin(EntryDraft(kind=self._plan.kind, town=row.town, values=known, source_case=row.id))

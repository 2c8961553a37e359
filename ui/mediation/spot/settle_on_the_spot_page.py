"""The page on which a dispute settled on the spot is registered (当场调解), one after the other."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.entered import entered_of
from gridapp.cases.dispute.on_the_spot import settle
from gridapp.cases.dispute.record import draft_of
from gridapp.domain.dispute import Dispute
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery, Entered
from ui.desk import Desk
from ui.mediation.spot.settled_form import ON_THE_SPOT, SettledForm
from ui.recording.new_case_page import NewCasePage
from ui.recording.page_plan import PagePlan
from ui.recording.recorded import Recorded

_PLAN = PagePlan(
    kind=Kind.DISPUTE, title="当场调解", form=ON_THE_SPOT, drafts_key="Alt+J", carried="村社、调解组织、调解员和日期"
)


class SettleOnTheSpotPage(NewCasePage[DisputeDraft]):
    """The shortest form; committee, mediator and village are those of the person's last dispute."""

    form: SettledForm

    def __init__(self, desk: Desk, draft_id: UUID | None = None) -> None:
        super().__init__(desk, _PLAN, SettledForm(desk), draft_id)
        self._remembers = draft_id is None

    @override
    def reload(self) -> None:
        super().reload()
        if self._remembers:
            self._remembers = False
            desk = self.desk
            self.questions.ask("last", lambda: last_of(desk), self._remember, self.refuse)

    @override
    def last_entry(self) -> QWidget:
        return self.form.fields.entries.note

    @override
    def entered(self) -> Entered:
        return entered_of(self.form.draft())

    @override
    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        desk, line = self.desk, self.form.settled()

        def work() -> Recorded:
            store = desk.office.cases
            saved = settle(store, desk.areas, desk.deadlines, [line], desk.actor, desk.clock, draft_id)
            return Recorded(saved[0])

        return work

    @override
    def next_after(self, draft: DisputeDraft) -> DisputeDraft:
        return self.form.following(draft)

    def _remember(self, last: Dispute | None) -> None:
        if last is not None and not self.form.is_changed:
            today = self.form.blank(last.town).reported_at
            draft = draft_of(last)
            self.begin(
                self.form.following(
                    DisputeDraft(
                        town=draft.town,
                        village=draft.village,
                        unit=draft.unit,
                        handler=draft.handler,
                        committee=draft.committee,
                        mode=draft.mode,
                        reported_at=today,
                    )
                )
            )


def last_of(desk: Desk) -> Dispute | None:
    """The dispute that a person has registered last; asks the database."""
    own = Condition(Field.FIRST_RECEIVER, Test.ONE_OF, (desk.actor.name,))
    query = CaseQuery(kind=Kind.DISPUTE, conditions=(own,), sort="registered_at", limit=1)
    found = [desk.office.cases.load(case_id) for case_id in desk.office.lists.find_ids(query)]
    return next((case for case in found if isinstance(case, Dispute)), None)

"""The page on which inspections are entered (新检查), one place after the other."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.domain.case import Case
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.problem import Refusal
from gridapp.domain.status import Status
from gridapp.ports import Entered
from ui.desk import Desk
from ui.recording.new_case_page import NewCasePage
from ui.recording.page_plan import PagePlan
from ui.recording.recorded import Recorded
from ui.requests import NewInspection, ShowPlace
from ui.safety.intake.carried import next_after
from ui.safety.intake.inspection_draft import NEW_INSPECTION
from ui.safety.intake.new_inspection_form import NewInspectionForm
from ui.safety.intake.place_card import PlaceCard
from ui.safety.intake.saving import save_new
from ui.safety.intake.tally import tally_of

_PLAN = PagePlan(
    kind=Kind.INSPECTION,
    title="新检查",
    form=NEW_INSPECTION,
    drafts_key="Alt+U",
    carried="检查人、日期、检查性质和专项行动",
)


class NewInspectionPage(NewCasePage[InspectionDraft]):
    """One place after the other; the first may be a place of the register, or a visit that was filed, by its id."""

    form: NewInspectionForm

    def __init__(self, desk: Desk, request: NewInspection) -> None:
        self._request = request
        self.card = PlaceCard(desk)
        self.tally = QLabel()
        self.tally.setObjectName("about")
        super().__init__(desk, _PLAN, NewInspectionForm(desk), request.draft_id)
        fields = self.form.fields
        fields.place_chosen.connect(lambda: self.card.show_row(fields.entries.place.row))
        self.form.changed.connect(self._show_tally)
        self.cases_changed.connect(lambda: fields.ask_register(self.form.draft().town))
        self.card.wanted.connect(lambda place_id: self.asked.emit(ShowPlace(place_id)))

    @override
    def beside_form(self) -> QWidget:
        return self.card

    @override
    def facts(self) -> Sequence[QWidget]:
        return (self.tally,)

    @override
    def last_entry(self) -> QWidget:
        return self.form.fields.entries.attachments.list

    @override
    def entered(self) -> Entered | None:
        return None

    @override
    def saving(self, draft_id: UUID) -> Callable[[], Recorded]:
        desk, draft, filed = self.desk, self.form.draft(), self.form.fields.filed.filed
        return lambda: save_new(desk, draft, filed, draft_id)

    @override
    def next_after(self, draft: InspectionDraft) -> InspectionDraft:
        return next_after(draft, self.desk.today, self.desk.writing_moment)

    @override
    def reload(self) -> None:
        super().reload()
        request, self._request = self._request, NewInspection()
        if request.plan is not None:
            plan, store = request.plan, self.desk.office.cases
            self.questions.ask("plan", lambda: store.load(plan), self._begin_from, self.refuse)
        elif request.place is not None:
            place, book = request.place, self.desk.office.places
            self.questions.ask("place", lambda: book.load(place), lambda found: self._begin_at(found.town, place))
        else:
            self.form.fields.ask_register(self.form.draft().town)

    def _begin_at(self, town: str, place: UUID) -> None:
        self.begin(InspectionDraft(town=town, place=place, reported_at=self.desk.writing_moment))

    def _begin_from(self, plan: Case) -> None:
        if isinstance(plan, Inspection) and plan.status is Status.FILED and plan.excluded is None:
            self.form.begin_from(plan)
        else:
            self.refuse(Refusal(f"{plan.number} 不是待检查的报备，不能登记检查结果。"))

    def _show_tally(self) -> None:
        self.tally.setText(tally_of(self.form.draft()))

"""Pictures of the screen on which inspections are entered (检查登记截图), of plans, and of what was saved."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt

from gridapp.domain.inspection import Answer
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery, Office
from ui.main_window import MainWindow
from ui.requests import NewInspection, ShowPlans, ShowRecord
from ui.safety.intake.new_inspection_page import NewInspectionPage

_FAILED = (1, 3)
"""Items of the checklist that do not fit in the picture."""
Screens = Iterator[tuple[str, Callable[[], object]]]


def inspection_screens(window: MainWindow, office: Office) -> Screens:
    """The blank form, what is wrong with it, one half filled in; the plans; a saved inspection, a notice, a measure."""
    yield "inspection-new", lambda: window.show_request(NewInspection())
    page = window.page
    if isinstance(page, NewInspectionPage):
        yield "inspection-new-problems", page.save_and_show
        yield "inspection-new-hazards", partial(_fill, page)
        yield "inspection-new-notice", lambda: page.form.fields.entries.note.setFocus(Qt.FocusReason.OtherFocusReason)
        page.begin(page.form.blank(page.form.draft().town))
        window.go_back()
    yield "inspection-plans", lambda: window.show_request(ShowPlans())
    for kind in (Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT):
        for case_id in office.lists.find_ids(CaseQuery(kind=kind, limit=1)):
            yield f"{kind.value}-saved", partial(window.show_request, ShowRecord(kind, case_id))


def _fill(page: NewInspectionPage) -> None:
    entries = page.form.fields.entries
    shops = [offer for offer in entries.register.offers if offer.row.place.place_type == "沿街店铺"]
    if not shops:
        return
    page.form.fields.take_place(str(shops[0].row.place.id))
    entries.inspectors.show_names(("演示甲", "演示乙"))
    for place in _FAILED:
        entries.checks.give(place, Answer.FAILS)
    entries.checks.setFocus(Qt.FocusReason.OtherFocusReason)

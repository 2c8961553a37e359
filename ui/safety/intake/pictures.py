"""Pictures of the screen on which inspections are entered (检查登记截图), of plans, and of what was saved."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from gridapp.domain.inspection import Answer
from gridapp.domain.kind import Kind
from gridapp.domain.place import Place
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
        places = [offer.row.place for offer in page.form.fields.entries.register.offers]
        for shop in [place for place in places if place.place_type == "沿街店铺"][:1]:
            yield "inspection-new-hazards", partial(_fill, page, shop)
            yield "inspection-new-notice", partial(_scroll_down, page)
        page.begin(page.form.blank(page.form.draft().town))
        window.go_back()
    yield "inspection-plans", lambda: window.show_request(ShowPlans())
    for kind in (Kind.INSPECTION, Kind.NOTICE, Kind.ENFORCEMENT):
        for case_id in office.lists.find_ids(CaseQuery(kind=kind, limit=1)):
            yield f"{kind.value}-saved", partial(window.show_request, ShowRecord(kind, case_id))


def _fill(page: NewInspectionPage, shop: Place) -> None:
    entries = page.form.fields.entries
    page.form.fields.take_place(str(shop.id))
    entries.inspectors.show_names(("演示甲", "演示乙"))
    for place in _FAILED:
        entries.checks.give(place, Answer.FAILS)
    entries.checks.setFocus(Qt.FocusReason.OtherFocusReason)


def _scroll_down(page: NewInspectionPage) -> None:
    for area in page.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

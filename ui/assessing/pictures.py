"""Pictures of the assessment (网格员考核截图): every view, the rules, the times of service, the forms."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QDialog

from ui.assessing.assessment_bar import View
from ui.assessing.assessment_tab import AssessmentTab
from ui.assessing.rules_dialog import RulesDialog

Screens = Iterator[tuple[str, Callable[[], object]]]


def assessment_screens(tab: AssessmentTab) -> Screens:
    """Each view of the month but the first, which the tab opens with, and each dialog over it."""
    for view in list(View)[1:]:
        if tab.bar.buttons[view].isVisibleTo(tab):
            yield f"assessment-{view.name.lower()}", partial(tab.open_view, view)
    yield "assessment-rules", tab.open_rules
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, RulesDialog):
        yield "assessment-rules-revised", dialog.revise
    _close()
    yield "assessment-services", tab.open_services
    _close()
    tab.open_view(View.MARKS)
    if tab.views.marks.enter_button.isEnabled():
        yield "assessment-enter", tab.views.marks.enter
        _close()
    if tab.views.marks.appeal_button.isEnabled():
        yield "assessment-appeal", tab.views.marks.appeal
        _close()
    tab.open_view(View.SCORES)


def _close() -> None:
    """Closes the dialog that is open; a revision is given up first."""
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        dialog.reject()

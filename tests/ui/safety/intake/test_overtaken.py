"""An inspection that somebody else changed meanwhile is compared field by field, and nothing is lost."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from gridapp.cases.inspection.amend import amend, draft_of
from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.cases.inspection.record import record
from gridapp.domain.inspection import Answer, Checked, Inspection
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at
from tests.ui.safety.intake.inspector import put_place
from tests.ui.screen import Screen
from ui.handling.conflict_dialog import ConflictDialog
from ui.requests import ShowRecord
from ui.safety.intake.inspection_page import InspectionPage


def test_both_changes_stand_in_the_end(screen: Screen) -> None:
    office, areas = screen.office, screen.office.registers.areas()
    draft = InspectionDraft(
        town=TOWN,
        place=put_place(office).id,
        reported_at=at(2018, 2, 26, 9),
        inspectors=("演示甲", "演示乙"),
        late_reason="演示：补录",
    )
    inspection = record(office.cases, areas, office.places, DEADLINES, draft, ACTOR, NOW).inspection
    screen.go(ShowRecord(inspection.kind, inspection.id))
    page = screen.page(InspectionPage)
    page.edit()
    screen.settle()
    page.amending.form.entries.by_field["note"].setPlainText("演示：我写的备注")  # type: ignore[attr-defined]
    theirs = replace(draft_of(inspection), checks=(Checked(item="演示项", answer=Answer.FITS),), campaign="演示行动")
    areas_and_places = (office.cases, areas, office.places, DEADLINES)
    amend(*areas_and_places, inspection.id, inspection.version, theirs, ACTOR, NOW)
    page.save()
    screen.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConflictDialog)
    dialog.accept()
    dialog.decided.emit(frozenset())
    screen.settle()
    together = office.cases.load(inspection.id)
    assert isinstance(together, Inspection)
    assert (together.note, together.campaign) == ("演示：我写的备注", "演示行动")
    assert together.checks[0].item == "演示项"

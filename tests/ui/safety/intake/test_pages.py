"""Saved inspections are read and changed in place; notices and measures are read beside their hazards."""

from PySide6.QtCore import Qt

from gridapp.cases.hazard.finding import Finding
from gridapp.cases.inspection.draft import InspectionDraft, NoticeDraft
from gridapp.cases.inspection.record import Inspected, record
from gridapp.domain.inspection import Answer, Checked, Inspection
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, at
from tests.ui.recording.keyboard import Keyboard
from tests.ui.safety.intake.inspector import CONTROL, put_place
from tests.ui.screen import Screen
from ui.requests import ShowRecord
from ui.safety.intake.inspection_page import InspectionPage
from ui.safety.intake.served_page import ServedPage


def _inspected(screen: Screen) -> Inspected:
    office, place = screen.office, put_place(screen.office)
    draft = InspectionDraft(
        town=TOWN,
        place=place.id,
        reported_at=at(2018, 2, 26, 9),
        inspectors=("演示甲", "演示乙"),
        late_reason="演示：补录",
        checks=(Checked(item="演示：旧表里的一项", answer=Answer.FAILS, note="演示"),),
        findings=(
            Finding(title="演示：插座过载", category="ZZ0504"),
            Finding(title="演示：外墙松动", category="ZZ0504", counting_unit="处"),
        ),
        notice=NoticeDraft(due_at=at(2018, 3, 8)),
    )
    return record(office.cases, office.registers.areas(), office.places, DEADLINES, draft, ACTOR, NOW)


def test_an_inspection_shows_its_hazards_by_unit_and_its_notice(screen: Screen) -> None:
    done = _inspected(screen)
    screen.go(ShowRecord(done.inspection.kind, done.inspection.id))
    page = screen.page(InspectionPage)
    assert [line.id for line in page.hazards.model.rows] == [hazard.id for hazard in done.hazards]
    assert page.hazards.heading == "隐患　1 条 1 处"
    assert page.notices.heading == "文书　1 份"


def test_an_inspection_is_changed_and_keeps_what_other_lists_answered(screen: Screen) -> None:
    done = _inspected(screen)
    screen.go(ShowRecord(done.inspection.kind, done.inspection.id))
    page, keyboard = screen.page(InspectionPage), Keyboard()
    page.edit()
    screen.settle()
    page.amending.form.entries.by_field["result"].setFocus()
    keyboard.press(Qt.Key.Key_A, held=CONTROL)
    keyboard.type("演示：发现两处隐患")
    page.amending.form.entries.by_field["checks"].setFocus()
    keyboard.press(Qt.Key.Key_1)
    keyboard.press(Qt.Key.Key_S, held=CONTROL)
    screen.settle()
    changed = screen.office.cases.load(done.inspection.id)
    assert isinstance(changed, Inspection)
    assert changed.result == "演示：发现两处隐患"
    assert [checked.answer for checked in changed.checks] == [Answer.FITS, Answer.FAILS]
    assert changed.checks[-1].note == "演示"


def test_a_change_without_a_second_inspector_is_refused_in_place(screen: Screen) -> None:
    done = _inspected(screen)
    screen.go(ShowRecord(done.inspection.kind, done.inspection.id))
    page = screen.page(InspectionPage)
    page.edit()
    screen.settle()
    page.amending.form.entries.by_field["inspectors"].setFocus()
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_A, held=CONTROL)
    keyboard.type("演示甲")
    keyboard.press(Qt.Key.Key_S, held=CONTROL)
    screen.settle()
    assert page.amending.form.boxes["inspectors"].problem == "检查人至少 2 名。"
    assert screen.office.cases.load(done.inspection.id).version == done.inspection.version


def test_a_notice_stands_beside_the_hazards_it_orders_to_be_mended(screen: Screen) -> None:
    done = _inspected(screen)
    assert done.notice is not None
    screen.go(ShowRecord(done.notice.kind, done.notice.id))
    page = screen.page(ServedPage)
    assert {line.id for line in page.hazards.model.rows} == {hazard.id for hazard in done.hazards}

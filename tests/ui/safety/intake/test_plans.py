"""Visits to companies are filed for one or several, waited for in a list, and held from there (报备)."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.cases.inspection.plan import PlanDraft, file_plan
from gridapp.domain.hazard import Hazard
from gridapp.domain.inspection import Inspection, Nature
from gridapp.domain.place import Place
from gridapp.domain.status import Status
from tests.offices import ACTOR, TOWN, at, clock_from
from tests.ui.recording.keyboard import Keyboard
from tests.ui.safety.intake.inspector import ALT, CONTROL, Inspector, on_file, put_place
from tests.ui.screen import Screen
from ui.requests import NewInspection, ShowPlans, ShowRecord
from ui.safety.intake.inspection_page import InspectionPage
from ui.safety.intake.new_inspection_page import NewInspectionPage
from ui.safety.intake.plan_dialog import PlanDialog
from ui.safety.intake.plans_page import PlansPage


@pytest.fixture
def factories(screen: Screen) -> tuple[Place, Place]:
    """Two companies on file."""
    names = ("演示五金厂", "演示箱包厂")
    first, second = (put_place(screen.office, name, "工矿商贸企业", owner="演示厂长") for name in names)
    return first, second


def _filed(screen: Screen) -> Sequence[Inspection]:
    return [case for case in on_file(screen.office, Inspection) if case.status is Status.FILED]


def _file_one(screen: Screen, place: Place) -> Inspection:
    draft = PlanDraft(
        town=TOWN,
        place=place.id,
        planned_at=at(2018, 2, 28, 9),
        filed_at=at(2018, 2, 26, 9),
        inspectors=("演示丙", "演示丁"),
        nature=Nature.SPECIAL,
        filing_reason="演示：专项检查",
    )
    office = screen.office
    return file_plan(
        office.cases, office.registers.areas(), office.places, draft, ACTOR, clock_from(at(2018, 2, 26, 9))
    )


def test_several_companies_are_filed_together_by_keys(screen: Screen, factories: tuple[Place, Place]) -> None:
    screen.go(ShowPlans())
    page, keyboard = screen.page(PlansPage), Keyboard()
    page.form.places.setFocus()
    for letters in ("yswjc", "ysxbc"):
        keyboard.type(letters)
        keyboard.press(Qt.Key.Key_Return)
    assert page.form.places.named == "2 家：演示五金厂、演示箱包厂"
    keyboard.go_to(page.form.planned_at)
    keyboard.type("0301 9:00")
    keyboard.tab()
    keyboard.type("演示甲、演示乙")
    keyboard.go_to(page.form.filing_reason)
    keyboard.type("演示：例行检查")
    keyboard.press(Qt.Key.Key_Return, held=CONTROL)
    screen.settle()
    assert {plan.place for plan in _filed(screen)} == {place.id for place in factories}
    assert len(page.model.rows) == 2
    assert page.form.places.ids == ()


def test_problems_of_a_filing_are_told_at_once_and_nothing_is_filed(
    screen: Screen, factories: tuple[Place, Place]
) -> None:
    screen.go(ShowPlans((factories[0].id,)))
    page = screen.page(PlansPage)
    page.form.planned_at.setText("0201")
    page.save()
    screen.settle()
    told = {name for name, box in page.form.boxes.items() if box.problem}
    assert {"planned_at", "inspectors", "filing_reason"} <= told
    assert _filed(screen) == []


def test_a_filing_is_held_from_the_list_by_enter(screen: Screen, factories: tuple[Place, Place]) -> None:
    plan = _file_one(screen, factories[0])
    screen.go(ShowPlans())
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_G, held=ALT)
    keyboard.press(Qt.Key.Key_Return)
    screen.settle()
    page = screen.page(NewInspectionPage)
    draft = page.form.draft()
    assert (draft.place, draft.inspectors, draft.nature) == (plan.place, ("演示丙", "演示丁"), Nature.SPECIAL)
    assert plan.number in page.form.fields.filed.text
    page.form.fields.entries.checks.setFocus()
    keyboard.press(Qt.Key.Key_2, Qt.Key.Key_0)
    keyboard.press(Qt.Key.Key_Return, held=CONTROL)
    screen.settle()
    held = screen.office.cases.load(plan.id)
    assert isinstance(held, Inspection)
    assert (held.status, held.number) == (Status.RECORDED, plan.number)
    assert [h.number for h in on_file(screen.office, Hazard) if h.source_case == plan.id]
    assert _filed(screen) == []


def test_the_filing_of_a_place_is_offered_beside_it_and_taken_by_a_key(
    screen: Screen, factories: tuple[Place, Place]
) -> None:
    plan = _file_one(screen, factories[0])
    inspector = Inspector(screen)
    inspector.pick("yswjc")
    assert plan.number in inspector.page.form.fields.filed.text
    inspector.press(Qt.Key.Key_B, held=ALT)
    assert inspector.entries.inspectors.names == ("演示丙", "演示丁")
    assert inspector.entries.filing_reason.text() == "演示：专项检查"
    inspector.save_and_go_on()
    assert screen.office.cases.load(plan.id).status is Status.RECORDED


def test_another_place_lays_the_filing_aside(screen: Screen, factories: tuple[Place, Place]) -> None:
    _file_one(screen, factories[0])
    inspector = Inspector(screen)
    inspector.pick("yswjc")
    inspector.press(Qt.Key.Key_B, held=ALT)
    inspector.entries.place.setFocus()
    inspector.press(Qt.Key.Key_A, held=CONTROL)
    inspector.type("ysxbc")
    inspector.tab()
    assert inspector.page.form.fields.filed.filed is None


def test_a_filing_that_is_held_already_is_not_held_again(screen: Screen, factories: tuple[Place, Place]) -> None:
    plan = _file_one(screen, factories[0])
    inspector = Inspector(screen, NewInspection(plan=plan.id))
    inspector.save_and_go_on()
    Inspector(screen, NewInspection(plan=plan.id))
    assert "不是待检查的报备" in screen.window.message.text


def test_a_filing_is_changed_from_its_page(screen: Screen, factories: tuple[Place, Place]) -> None:
    plan = _file_one(screen, factories[0])
    screen.go(ShowRecord(plan.kind, plan.id))
    page = screen.page(InspectionPage)
    page.edit()
    screen.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    dialog.form.filing_reason.setText("演示：改为举报核查")
    dialog.save()
    screen.settle()
    changed = screen.office.cases.load(plan.id)
    assert isinstance(changed, Inspection)
    assert (changed.filing_reason, changed.status) == ("演示：改为举报核查", Status.FILED)

"""The register of places by keyboard: found, put on file, changed, taken off file, inspected."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.cases.inspection.record import record
from gridapp.domain.inspection import Inspection
from gridapp.domain.kind import Kind
from gridapp.domain.place import Place
from gridapp.ports import Office, PlaceQuery
from tests.offices import ACTOR, DEADLINES, NOW, TOWN, VILLAGES, at
from tests.ui.recording.keyboard import Keyboard
from tests.ui.safety.intake.inspector import ALT, CONTROL, put_place
from tests.ui.screen import Screen
from ui.requests import ShowPlace, ShowPlaces
from ui.safety.intake.new_inspection_page import NewInspectionPage
from ui.safety.intake.plans_page import PlansPage
from ui.safety.places.closing_dialog import ClosingDialog
from ui.safety.places.new_place_page import NewPlacePage
from ui.safety.places.place_page import PlacePage
from ui.safety.places.places_page import PlacesPage


def _inspected(office: Office, place: Place, day: date) -> Inspection:
    draft = InspectionDraft(
        town=TOWN,
        place=place.id,
        reported_at=at(day.year, day.month, day.day, 9),
        inspectors=("演示甲", "演示乙"),
        late_reason="演示：补录",
    )
    return record(office.cases, office.registers.areas(), office.places, DEADLINES, draft, ACTOR, NOW).inspection


@pytest.fixture
def shops(screen: Screen) -> tuple[Place, Place]:
    """A shop that was inspected in February 2018, and one that never was."""
    first, second = put_place(screen.office), put_place(screen.office, "演示理发店", village=VILLAGES[1], risk="较大")
    _inspected(screen.office, first, date(2018, 2, 3))
    _inspected(screen.office, first, date(2018, 1, 3))
    return first, second


def _list(screen: Screen) -> PlacesPage:
    screen.go(ShowPlaces())
    page = screen.page(PlacesPage)
    page.filters.types.choose("沿街店铺")
    page.filters.changed.emit()
    screen.settle()
    return page


def _names(page: PlacesPage) -> list[str]:
    return [row.place.name for row in page.model.rows]


def test_the_list_tells_how_far_places_were_inspected(screen: Screen, shops: tuple[Place, Place]) -> None:
    page = _list(screen)
    total = len(screen.office.places.find(PlaceQuery(town=TOWN, types=("沿街店铺",))))
    assert len(page.model.rows) == total
    page.filters.spans.choose("本月")
    page.filters.inspected.choose("inspected")
    page.filters.changed.emit()
    screen.settle()
    assert "演示木器店" in _names(page)
    assert "演示理发店" not in _names(page)
    inspected = len(page.model.rows)
    assert f"在册 {total} 家 · 本月检查过 {inspected} 家 · 未检查 {total - inspected} 家" in page.count.text()
    page.filters.inspected.choose("left out")
    page.filters.changed.emit()
    screen.settle()
    assert "演示理发店" in _names(page)
    assert len(page.model.rows) == total - inspected


def test_a_place_is_found_by_pinyin_and_opened_by_enter(screen: Screen, shops: tuple[Place, Place]) -> None:
    page, keyboard = _list(screen), Keyboard()
    keyboard.press(Qt.Key.Key_F, held=CONTROL)
    keyboard.type("yslfd")
    screen.qtbot.waitUntil(lambda: _names(page) == ["演示理发店"])
    keyboard.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    screen.settle()
    assert screen.page(PlacePage).title == "演示理发店（沿街店铺）"


def test_a_place_tells_visits_and_places_apart(screen: Screen, shops: tuple[Place, Place]) -> None:
    screen.go(ShowPlace(shops[0].id))
    page = screen.page(PlacePage)
    assert len(page.lists[Kind.INSPECTION].model.rows) == 2
    assert page.loaded is not None
    assert len(page.loaded.visits) == 2


def test_an_inspection_begins_from_the_list_and_from_the_place(screen: Screen, shops: tuple[Place, Place]) -> None:
    screen.go(ShowPlace(shops[1].id))
    Keyboard().press(Qt.Key.Key_J, held=ALT)
    screen.settle()
    page = screen.page(NewInspectionPage)
    assert page.form.draft().place == shops[1].id
    screen.back()
    Keyboard().press(Qt.Key.Key_B, held=ALT)
    screen.settle()
    assert screen.page(PlansPage).form.places.ids == (shops[1].id,)


def test_a_new_place_is_entered_by_keyboard(screen: Screen) -> None:
    screen.go(ShowPlaces())
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_N, held=ALT)
    screen.settle()
    page = screen.page(NewPlacePage)
    keyboard.type("工矿商贸企业")
    keyboard.tab()
    keyboard.type("演示新厂")
    keyboard.go_to(page.editing.form.village)
    keyboard.type("tcc")
    keyboard.tab(2)
    keyboard.type("较大")
    keyboard.go_to(page.editing.form.entries["latitude"])
    keyboard.type("28.1387")
    keyboard.tab()
    keyboard.type("120.2801")
    keyboard.press(Qt.Key.Key_S, held=CONTROL)
    screen.settle()
    assert screen.page(PlacePage).title == "演示新厂（工矿商贸企业）"
    place = screen.office.places.named(TOWN, "工矿商贸企业", "演示新厂")
    assert place is not None
    assert (place.village, place.risk) == (VILLAGES[0], "较大")
    assert (place.latitude, place.longitude) == (28_138_700, 120_280_100)


def test_problems_of_a_place_stand_under_its_fields(screen: Screen) -> None:
    put_place(screen.office)
    screen.go(ShowPlace())
    page, keyboard = screen.page(NewPlacePage), Keyboard()
    keyboard.type("沿街店铺")
    keyboard.tab()
    keyboard.type("演示木器店")
    for name, text in (("latitude", "北纬"), ("floors", "三层"), ("phone", "12")):
        page.editing.form.entries[name].setFocus()
        keyboard.type(text)
    keyboard.press(Qt.Key.Key_S, held=CONTROL)
    screen.settle()
    told = {name for name, box in page.editing.form.boxes.items() if box.problem}
    assert {"name", "village", "phone", "latitude", "floors"} <= told


def test_a_change_keeps_who_made_it(screen: Screen, shops: tuple[Place, Place]) -> None:
    screen.go(ShowPlace(shops[1].id))
    page, keyboard = screen.page(PlacePage), Keyboard()
    keyboard.press(Qt.Key.Key_E, held=ALT)
    page.editing.form.entries["owner"].setFocus()
    keyboard.press(Qt.Key.Key_A, held=CONTROL)
    keyboard.type("演示新业主")
    keyboard.press(Qt.Key.Key_S, held=CONTROL)
    screen.settle()
    assert not page.is_editing
    assert screen.office.places.load(shops[1].id).owner == "演示新业主"
    assert "业主（负责人）：演示业主 → 演示新业主" in page.history.toPlainText()
    assert ACTOR.name in page.history.toPlainText()


def test_a_change_that_somebody_else_overtook_is_not_lost(screen: Screen, shops: tuple[Place, Place]) -> None:
    screen.go(ShowPlace(shops[1].id))
    page = screen.page(PlacePage)
    page.edit()
    page.editing.form.entries["owner"].setFocus()
    Keyboard().type("演示")
    other = screen.office.places.load(shops[1].id)
    screen.office.places.put(replace(other, note="演示：别人改的"), other.version, "修改", ACTOR, NOW())
    page.editing.save()
    screen.settle()
    assert page.is_editing
    assert page.editing.is_changed
    assert "刚被他人修改过" in screen.window.message.text


def test_a_place_is_closed_and_brought_back(screen: Screen, shops: tuple[Place, Place]) -> None:
    screen.go(ShowPlace(shops[1].id))
    page, keyboard = screen.page(PlacePage), Keyboard()
    keyboard.press(Qt.Key.Key_X, held=ALT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ClosingDialog)
    dialog.decide()
    screen.settle()
    assert screen.office.places.load(shops[1].id).closed_on == date(2018, 2, 28)
    assert "已注销" in page.title
    assert not page.inspect_button.isEnabled()
    page.close_button.click()
    screen.settle()
    assert screen.office.places.load(shops[1].id).closed_on is None


def test_leaving_a_changed_form_asks(screen: Screen) -> None:
    screen.go(ShowPlace())
    page = screen.page(NewPlacePage)
    Keyboard().type("沿街店铺")
    screen.window.go_back()
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    question.close()
    assert screen.window.page is page

"""Who may read what is confidential, in the window: saved as a whole, with what was done by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gridapp.cases.reading import open_case
from gridapp.domain.confidence import Confidence
from gridapp.registers.confidants import put_confidants
from tests.gridapp.confidential import READER, accusation, key_person
from tests.gridapp.small_office import save
from tests.offices import ACTOR, NOW
from tests.ui.screen import Screen, write
from ui.requests import ShowSettings
from ui.settings.confidants_tab import ConfidantsTab
from ui.settings.settings_page import SettingsPage


def shown(screen: Screen) -> ConfidantsTab:
    screen.go(ShowSettings())
    screen.page(SettingsPage).open_tab("保密名单")
    screen.settle()
    tab = screen.page(SettingsPage).confidants
    tab.list.setFocus()
    return tab


def write_name(screen: Screen, tab: ConfidantsTab, name: str) -> None:
    screen.press(tab.list, Qt.Key.Key_Insert)
    line = tab.list.findChild(QLineEdit)
    assert line is not None
    write(line, name)
    screen.press(line, Qt.Key.Key_Return)


def kept(screen: Screen, confidence: Confidence = Confidence.ACCUSATION) -> tuple[str, ...]:
    return screen.office.confidence.confidants(confidence)


def test_the_office_makes_its_first_list_by_keyboard_and_saves_it_as_one_change(screen: Screen) -> None:
    tab = shown(screen)
    assert "还没有名单" in tab.said.text()
    for name in (ACTOR.name, "演示书记"):
        write_name(screen, tab, name)
        assert kept(screen) == ()
    screen.press(tab.list, Qt.Key.Key_S, control=True)
    assert kept(screen) == (ACTOR.name, "演示书记")
    assert [change.after for change in tab.changes.rows] == [(ACTOR.name, "演示书记")]
    assert not tab.save_button.isEnabled()


def test_whoever_leaves_himself_out_is_told_before_he_saves(screen: Screen) -> None:
    tab = shown(screen)
    write_name(screen, tab, "演示书记")
    assert "没有您自己" in tab.said.text()


def test_outside_the_group_the_list_can_be_read_and_not_changed(screen: Screen) -> None:
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), [READER.name], READER, NOW)
    tab = shown(screen)
    assert list(tab.list.phrases) == [READER.name]
    assert "只有名单上的人可以修改" in tab.said.text()
    assert not any(part.isEnabled() for part in (tab.list, tab.add, tab.remove, tab.save_button))


def test_the_groups_have_lists_of_their_own(screen: Screen) -> None:
    put_confidants(screen.office.confidence, Confidence.ACCUSATION, (), [ACTOR.name], ACTOR, NOW)
    tab = shown(screen)
    tab.groups.setCurrentRow(1)
    screen.settle()
    assert list(tab.list.phrases) == []
    write_name(screen, tab, "演示民政员")
    screen.click(tab.save_button)
    assert (kept(screen), kept(screen, Confidence.KEY_PERSON)) == ((ACTOR.name,), ("演示民政员",))


@pytest.mark.parametrize("row", [0, 1])
def test_who_has_read_what_of_a_group_is_shown(screen: Screen, row: int) -> None:
    save(screen.office, closed := [accusation(), key_person()])
    for confidence in Confidence:
        put_confidants(screen.office.confidence, confidence, (), [READER.name], READER, NOW)
    for one in closed:
        open_case(screen.office.cases, screen.office.confidence, one.id, READER, NOW)
    tab = shown(screen)
    tab.groups.setCurrentRow(row)
    screen.settle()
    cells = [tab.readings.index(0, place).data() for place in range(tab.readings.columnCount())]
    assert tab.readings.rowCount() == 1
    assert cells[1:] == [READER.name, READER.workstation, closed[row].kind.label, closed[row].number]


def test_a_list_that_is_refused_is_said_and_stays_to_be_mended(screen: Screen) -> None:
    tab = shown(screen)
    for name in ("演示书记", "演示书记"):
        write_name(screen, tab, name)
    screen.click(tab.save_button)
    assert "重复" in screen.window.message.text
    assert (kept(screen), list(tab.list.phrases)) == ((), ["演示书记", "演示书记"])

"""From how many heads on a visit is one of a group: the office's own number, set in the window."""

import pytest
from PySide6.QtCore import Qt

from gridapp.registers.group_threshold import group_threshold
from tests.ui.screen import Screen
from ui.requests import ShowSettings
from ui.settings.petition_tab import PetitionTab
from ui.settings.settings_page import SettingsPage


@pytest.fixture
def tab(screen: Screen) -> PetitionTab:
    """What the office has set for petitions."""
    screen.go(ShowSettings())
    screen.page(SettingsPage).open_tab("信访")
    screen.settle()
    return screen.page(SettingsPage).petitions


def _write(screen: Screen, tab: PetitionTab, heads: str) -> None:
    tab.heads.setFocus()
    tab.heads.selectAll()
    screen.qtbot.keyClicks(tab.heads, heads)
    screen.press(tab.heads, Qt.Key.Key_Return)


def test_shows_the_number_that_holds_and_saves_nothing_unchanged(tab: PetitionTab) -> None:
    assert tab.heads.text() == "5"
    assert not tab.save_button.isEnabled()


def test_another_number_is_saved_by_enter(screen: Screen, tab: PetitionTab) -> None:
    _write(screen, tab, "10")
    assert group_threshold(screen.office.registers) == 10
    assert "满 10 人" in screen.window.message.text
    assert not tab.save_button.isEnabled()


def test_a_number_that_makes_no_sense_is_refused_at_the_field(screen: Screen, tab: PetitionTab) -> None:
    _write(screen, tab, "1")
    assert tab.box.problem == "集体访（联名信）起算人数应为 2 至 50 人。"
    assert group_threshold(screen.office.registers) == 5
    assert tab.heads.text() == "1"


def test_every_set_of_rules_has_its_column(tab: PetitionTab) -> None:
    model = tab.table.model()
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(2)]
    assert rows == [
        ["决定并告知", "15 日", "5 个工作日", "15 日", "—"],
        ["单位提出异议", "—", "5 个工作日", "5 个工作日", "—"],
    ]

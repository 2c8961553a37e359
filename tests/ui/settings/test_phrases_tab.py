"""Standard phrases in the window, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gridapp.registers.phrases import phrases, put_phrases, topics
from tests.ui.screen import Screen, write
from ui.requests import ShowSettings
from ui.settings.phrases_tab import PhrasesTab
from ui.settings.settings_page import SettingsPage

TOPIC = "title"


@pytest.fixture
def tab(screen: Screen) -> PhrasesTab:
    """The phrases of the first topic, three of them."""
    put_phrases(screen.office.registers, TOPIC, ["甲", "乙", "丙"])
    screen.go(ShowSettings())
    screen.page(SettingsPage).open_tab("常用语")
    screen.settle()
    tab = screen.page(SettingsPage).phrases
    tab.list.setFocus()
    return tab


def _kept(screen: Screen, topic: str = TOPIC) -> list[str]:
    return list(phrases(screen.office.registers, topic))


def _write(screen: Screen, tab: PhrasesTab, text: str) -> None:
    line = tab.list.findChild(QLineEdit)
    assert line is not None
    line.clear()
    write(line, text)
    screen.press(line, Qt.Key.Key_Return)


def test_the_phrases_of_the_topic_are_shown_in_their_order(tab: PhrasesTab) -> None:
    assert (tab.topic, list(tab.list.phrases)) == (TOPIC, ["甲", "乙", "丙"])


def test_a_new_phrase_comes_below_the_current_one(screen: Screen, tab: PhrasesTab) -> None:
    screen.press(tab.list, Qt.Key.Key_Insert)
    _write(screen, tab, "新")
    assert _kept(screen) == ["甲", "新", "乙", "丙"]


def test_a_new_phrase_that_is_given_up_leaves_nothing(screen: Screen, tab: PhrasesTab) -> None:
    screen.press(tab.list, Qt.Key.Key_Insert)
    line = tab.list.findChild(QLineEdit)
    assert line is not None
    screen.press(line, Qt.Key.Key_Escape)
    assert list(tab.list.phrases) == _kept(screen) == ["甲", "乙", "丙"]


def test_a_phrase_is_edited(screen: Screen, tab: PhrasesTab) -> None:
    screen.press(tab.list, Qt.Key.Key_Down)
    screen.press(tab.list, Qt.Key.Key_Return)
    _write(screen, tab, "改")
    assert _kept(screen) == ["甲", "改", "丙"]


def test_a_phrase_that_is_emptied_goes(screen: Screen, tab: PhrasesTab) -> None:
    screen.press(tab.list, Qt.Key.Key_Return)
    _write(screen, tab, " ")
    assert list(tab.list.phrases) == _kept(screen) == ["乙", "丙"]


def test_a_phrase_is_removed(screen: Screen, tab: PhrasesTab) -> None:
    screen.press(tab.list, Qt.Key.Key_Delete)
    assert _kept(screen) == ["乙", "丙"]


def test_a_phrase_is_moved(screen: Screen, tab: PhrasesTab) -> None:
    screen.qtbot.keyClick(tab.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    screen.settle()
    assert _kept(screen) == ["乙", "甲", "丙"]
    screen.qtbot.keyClick(tab.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    screen.settle()
    assert _kept(screen) == ["甲", "乙", "丙"]


def test_the_first_cannot_go_higher(screen: Screen, tab: PhrasesTab) -> None:
    screen.click(tab.buttons["上移"])
    assert _kept(screen) == ["甲", "乙", "丙"]


def test_what_is_there_already_is_refused_and_the_list_is_as_it_was(screen: Screen, tab: PhrasesTab) -> None:
    screen.press(tab.list, Qt.Key.Key_Insert)
    _write(screen, tab, "丙")
    assert "已经有了" in screen.window.message.text
    assert list(tab.list.phrases) == _kept(screen) == ["甲", "乙", "丙"]


def test_changes_of_two_topics_in_a_row_are_both_kept(screen: Screen, tab: PhrasesTab) -> None:
    tab.list.remove_current()
    tab.topics.setCurrentRow(1)
    screen.settle()
    first, *others = tab.list.phrases
    tab.list.remove_current()
    screen.settle()
    assert _kept(screen) == ["乙", "丙"]
    assert _kept(screen, tab.topic) == others
    assert first not in others


def test_a_new_phrase_left_by_going_elsewhere_leaves_nothing(screen: Screen, tab: PhrasesTab) -> None:
    screen.press(tab.list, Qt.Key.Key_Insert)
    tab.list.setCurrentRow(3)
    tab.list.setFocus()
    screen.settle()
    assert list(tab.list.phrases) == _kept(screen) == ["甲", "乙", "丙"]


def test_what_is_changed_before_another_topic_has_come_belongs_to_the_topic_that_is_seen(
    screen: Screen, tab: PhrasesTab
) -> None:
    other = list(topics())[1]
    before = _kept(screen, other)
    tab.topics.setCurrentRow(1)
    tab.list.setCurrentRow(0)
    tab.list.remove_current()
    screen.settle()
    assert (_kept(screen), _kept(screen, other), list(tab.list.phrases)) == (["乙", "丙"], before, before)

"""A field that is filled from a list, by keyboard alone."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import compose, write
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox
from ui.widgets.pick_list import PickList

VILLAGES = [Choice("1", "桐川村", "01"), Choice("2", "内冯村", "02"), Choice("3", "西山村", "03")]


class Form(QWidget):
    """A pick box with something after it."""

    def __init__(self, *, free: bool) -> None:
        super().__init__()
        self.box, self.next = PickBox("村社", free=free), QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.next)
        layout.addStretch()
        self.resize(400, 400)
        self.box.offer(VILLAGES)


def _shown(qtbot: QtBot, form: Form) -> Form:
    qtbot.addWidget(form)
    form.show()
    QTest.qWaitForWindowActive(form)
    form.box.setFocus()
    return form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """A box that takes entries alone."""
    return _shown(qtbot, Form(free=False))


@pytest.fixture
def free(qtbot: QtBot) -> Form:
    """A box that takes other words too."""
    return _shown(qtbot, Form(free=True))


@pytest.mark.parametrize("typed", ["02", "nf", "neifeng", "NFC"])
def test_tab_takes_what_is_highlighted_and_goes_on(form: Form, typed: str) -> None:
    QTest.keyClicks(form.box, typed)
    QTest.keyClick(form.box, Qt.Key.Key_Tab)
    assert form.box.key == "2"
    assert form.next.hasFocus()


def test_chinese_words_find_too(form: Form) -> None:
    write(form.box, "冯")
    assert form.box.offered == ["内冯村"]
    QTest.keyClick(form.box, Qt.Key.Key_Tab)
    assert form.box.key == "2"


def test_arrow_keys_choose_and_enter_picks(form: Form) -> None:
    QTest.keyClick(form.box, Qt.Key.Key_Down)
    assert form.box.is_open
    QTest.keyClick(form.box, Qt.Key.Key_Down)
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    assert form.box.words == "内冯村"
    assert not form.box.is_open


def test_an_arrow_key_opens_the_list_with_what_was_typed(form: Form) -> None:
    QTest.keyClicks(form.box, "x")
    QTest.keyClick(form.box, Qt.Key.Key_Escape)
    QTest.keyClick(form.box, Qt.Key.Key_Down)
    assert form.box.offered == ["西山村"]
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    assert form.box.key == "3"


def test_escape_closes_the_list_and_keeps_what_was_typed(form: Form) -> None:
    QTest.keyClicks(form.box, "nf")
    QTest.keyClick(form.box, Qt.Key.Key_Escape)
    assert not form.box.is_open
    assert form.box.text() == "nf"


def test_words_that_mean_one_entry_become_it_when_the_field_is_left(form: Form) -> None:
    form.box.setText("西山")
    form.next.setFocus()
    assert form.box.key == "3"


def test_what_is_no_entry_stays_and_is_known_as_such(form: Form, qtbot: QtBot) -> None:
    write(form.box, "没有的村")
    with qtbot.waitSignal(form.box.left):
        form.next.setFocus()
    assert form.box.words == "没有的村"
    assert form.box.is_unknown


def test_tells_once_when_somebody_settles_on_another_entry(form: Form, qtbot: QtBot) -> None:
    form.box.choose("1")
    with qtbot.waitSignals([form.box.chosen]):
        form.box.selectAll()
        QTest.keyClicks(form.box, "xs")
        QTest.keyClick(form.box, Qt.Key.Key_Tab)
    with qtbot.assertNotEmitted(form.box.chosen):
        form.box.setFocus()
        QTest.keyClick(form.box, Qt.Key.Key_Tab)


def test_no_list_opens_while_an_input_method_composes(form: Form) -> None:
    compose(form.box, "nei")
    assert not form.box.is_open
    write(form.box, "内")
    assert form.box.is_open


def test_a_click_picks(form: Form) -> None:
    form.box.toggle()
    shown = form.findChild(PickList)
    assert shown is not None
    middle = shown.visualItemRect(shown.item(2)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert form.box.key == "3"
    assert form.box.hasFocus()


def test_other_entries_drop_one_that_is_offered_no_more(form: Form) -> None:
    form.box.choose("1")
    form.box.offer(VILLAGES[1:])
    assert form.box.words == ""


def test_a_free_box_keeps_chinese_words_as_they_were_written(free: Form) -> None:
    write(free.box, "西山")
    QTest.keyClick(free.box, Qt.Key.Key_Tab)
    assert free.box.words == "西山"
    assert not free.box.is_unknown


def test_a_free_box_takes_pinyin_from_its_list(free: Form) -> None:
    QTest.keyClicks(free.box, "xs")
    QTest.keyClick(free.box, Qt.Key.Key_Tab)
    assert free.box.words == "西山村"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_S])
def test_saving_from_the_box_takes_what_is_highlighted_as_tab_does(free: Form, key: Qt.Key) -> None:
    saved: list[str] = []
    shortcut = QShortcut(QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key)), free)
    shortcut.activated.connect(lambda: saved.append(free.box.words))
    QTest.keyClicks(free.box, "nf")
    QTest.keyClick(free.box, key, Qt.KeyboardModifier.ControlModifier)
    assert saved == ["内冯村"]
    assert not free.box.is_open

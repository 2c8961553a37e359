"""The quick search: after a pause, never while an input method composes."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.screen import compose, write
from ui.cases.search_box import PAUSE, SearchBox


def _box(qtbot: QtBot) -> tuple[SearchBox, list[str]]:
    box, said = SearchBox(), list[str]()
    qtbot.addWidget(box)
    box.show()
    box.wanted.connect(said.append)
    return box, said


def test_says_once_what_was_typed_after_a_pause(qtbot: QtBot) -> None:
    box, said = _box(qtbot)
    qtbot.keyClicks(box, "abc")
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["abc"]


def test_says_nothing_while_an_input_method_composes(qtbot: QtBot) -> None:
    box, said = _box(qtbot)
    qtbot.keyClicks(box, "a")
    compose(box, "jishui")
    with qtbot.assertNotEmitted(box.wanted, wait=PAUSE * 2):
        pass
    write(box, "积水")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["a积水"]


def test_escape_clears_it(qtbot: QtBot) -> None:
    box, said = _box(qtbot)
    write(box, "积水")
    qtbot.waitUntil(lambda: bool(said))
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: said[-1] == "")
    assert box.text() == ""


def test_enter_does_not_wait(qtbot: QtBot) -> None:
    box, said = _box(qtbot)
    write(box, "积水")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert said == ["积水"]

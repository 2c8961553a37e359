"""Event after event by key events alone, with the input method for Chinese (checks.md 6)."""

from PySide6.QtCore import Qt

from tests.offices import VILLAGES
from tests.sizes import FULL
from tests.ui.recording.clerk import Clerk

_MOST_KEYS = 12


def test_records_events_one_after_another_by_keys_alone(clerk: Clerk) -> None:
    wanted = 50 if FULL else 8
    for n in range(wanted):
        before = clerk.keys
        clerk.type(f"演示：第{n}件，路灯不亮")
        clerk.tab()
        clerk.type(("ldjgg", "zf0303", "邻里", "linlijiufen")[n % 4])
        clerk.tab(3)
        if n == 0:
            clerk.type("nfc")
        clerk.tab(2)
        clerk.type(f"演示路{n}号")
        clerk.press(Qt.Key.Key_Return)
        clerk.type("演示甲")
        clerk.press(Qt.Key.Key_Return)
        clerk.type("13700000000")
        clerk.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        assert clerk.keys - before <= _MOST_KEYS
        assert clerk.problems == {}
    clerk.screen.settle()
    saved = clerk.saved()
    assert [event.title for event in saved] == [f"演示：第{n}件，路灯不亮" for n in range(wanted)]
    assert {event.village for event in saved} == {VILLAGES[1]}
    assert {event.reporter for event in saved} == {"演示甲"}
    assert [event.address for event in saved] == [f"演示路{n}号" for n in range(wanted)]
    assert [event.category for event in saved[:4]] == ["ZF0603", "ZF0303", "ZZ0102", "ZZ0102"]


def test_the_last_enter_saves_and_begins_the_next(clerk: Clerk) -> None:
    clerk.fill()
    clerk.entries.note.setFocus()
    clerk.tab()
    clerk.press(*[Qt.Key.Key_Return] * 4)
    clerk.screen.settle()
    assert len(clerk.saved()) == 1
    assert clerk.saved()[0].quantities == ()
    assert clerk.here() is clerk.entries.title


def test_control_enter_saves_from_a_field_of_several_lines(clerk: Clerk) -> None:
    clerk.fill()
    clerk.entries.note.setFocus()
    clerk.save_and_go_on()
    assert [event.note for event in clerk.saved()] == [None]


def test_enter_in_an_open_list_picks_and_saves_nothing(clerk: Clerk) -> None:
    clerk.fill()
    clerk.entries.category.setFocus()
    clerk.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    clerk.screen.settle()
    assert clerk.saved() == []
    assert clerk.here() is clerk.entries.level


def test_nothing_is_saved_while_an_input_method_composes(clerk: Clerk) -> None:
    clerk.fill()
    clerk.entries.title.setFocus()
    clerk.type("演示")
    clerk.press(Qt.Key.Key_Return)
    clerk.screen.settle()
    assert clerk.saved() == []

"""Standard phrases at a field."""

from PySide6.QtCore import Qt

from gridapp.registers.phrases import phrases, put_phrases
from tests.ui.recording.clerk import Clerk
from ui.recording.phrase_panel import PhrasePanel, panel_on


def _opened(clerk: Clerk) -> PhrasePanel:
    clerk.press(Qt.Key.Key_F4)
    clerk.screen.settle()
    panel = panel_on(clerk.screen.window)
    assert panel is not None
    return panel


def test_f4_lists_the_phrases_of_the_field_and_typing_narrows_them(clerk: Clerk) -> None:
    panel = _opened(clerk)
    assert panel.list.count() == len(phrases(clerk.screen.office.registers, "title"))
    clerk.type("ldbl")
    assert [panel.list.item(n).text() for n in range(panel.list.count())] == ["路灯不亮需维修"]


def test_enter_inserts_at_the_cursor_and_goes_back(clerk: Clerk) -> None:
    clerk.type("演示：，已联系")
    clerk.entries.title.setCursorPosition(3)
    _opened(clerk)
    clerk.type("ldbl")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.entries.title.text() == "演示：路灯不亮需维修，已联系"
    assert clerk.here() is clerk.entries.title


def test_escape_inserts_nothing(clerk: Clerk) -> None:
    clerk.entries.note.setFocus()
    _opened(clerk)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.entries.note.toPlainText() == ""
    assert clerk.here() is clerk.entries.note
    assert panel_on(clerk.screen.window) is None


def test_the_offices_own_list_is_the_one_that_is_offered(clerk: Clerk) -> None:
    put_phrases(clerk.screen.office.registers, "note", ["演示：已告知。"])
    clerk.entries.note.setFocus()
    _opened(clerk)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.entries.note.toPlainText() == "演示：已告知。"

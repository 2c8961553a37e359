"""Nothing typed is lost: drafts are kept by themselves, offered again, and asked about when the form is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.offices import ACTOR, VILLAGES
from tests.ui.recording.clerk import Clerk, answer
from tests.ui.recording.recorder import ALT
from tests.ui.screen import Screen, write
from ui.home.home_page import HomePage
from ui.recording.drafts_dialog import DraftsDialog
from ui.recording.event_draft import NEW_EVENT
from ui.recording.new_event_page import NewEventPage
from ui.recording.unsaved_forms import unsaved
from ui.requests import NewEvent, ShowHome


def _drafts(screen: Screen) -> int:
    return len(unsaved(screen.office.drafts, ACTOR.name, (NEW_EVENT,)))


def _wait_until_kept(clerk: Clerk) -> None:
    clerk.screen.qtbot.waitUntil(lambda: _drafts(clerk.screen) == 1, timeout=2000)


def _dialog() -> DraftsDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DraftsDialog)
    return dialog


def test_what_is_typed_is_kept_within_two_seconds(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    _wait_until_kept(clerk)


def test_a_form_that_was_dropped_comes_back_as_it_was(clerk: Clerk) -> None:
    clerk.fill("演示：没写完")
    clerk.entries.reported_at.setText("明年")
    clerk.entries.people.setText("三人")
    clerk.page.form.closing.check.setChecked(True)
    clerk.page.form.closing.evidence.setText("演示：照片")
    _wait_until_kept(clerk)
    again = _after_a_crash(clerk)
    assert again.drafts.text == "有 1 份未保存的登记"
    again.drafts.open()
    clerk.screen.press(_dialog().list, Qt.Key.Key_Return)
    draft = again.form.draft()
    assert (draft.title, draft.category, draft.village) == ("演示：没写完", "ZF0303", VILLAGES[0])
    assert (again.form.fields.entries.reported_at.text(), again.form.fields.entries.people.text()) == ("明年", "三人")
    assert again.form.closing.evidence.text() == "演示：照片"
    assert again.form.is_changed


def _after_a_crash(clerk: Clerk) -> NewEventPage:
    """A window that is opened anew on the same office, without the first having been asked anything."""
    clerk.page.questions.forget()
    screen = Screen.opened(clerk.screen.qtbot, clerk.screen.jobs, clerk.screen.office)
    screen.go(NewEvent())
    clerk.screen = screen
    return screen.page(NewEventPage)


def test_saving_throws_the_draft_away(clerk: Clerk) -> None:
    clerk.fill()
    _wait_until_kept(clerk)
    clerk.save_and_go_on()
    assert _drafts(clerk.screen) == 0


def test_a_draft_that_is_continued_and_saved_is_gone(clerk: Clerk) -> None:
    clerk.fill()
    _wait_until_kept(clerk)
    again = _after_a_crash(clerk)
    again.drafts.open()
    clerk.screen.press(_dialog().list, Qt.Key.Key_Return)
    again.save_and_go_on()
    clerk.screen.settle()
    assert _drafts(clerk.screen) == 0
    assert again.drafts.isHidden()


def test_what_is_typed_until_a_draft_has_come_becomes_one_too(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    _wait_until_kept(clerk)
    again = _after_a_crash(clerk)
    again.drafts.open()
    clerk.screen.qtbot.keyClick(_dialog().list, Qt.Key.Key_Return)
    title = again.form.fields.entries.title
    typed = ""
    while not title.text().endswith("没写完") and len(typed) < 200:
        typed += "亮"
        write(title, "亮")
        QApplication.processEvents()
    clerk.screen.settle()
    titles = {draft.content["event"]["title"] for draft in clerk.screen.office.drafts.of(ACTOR.name)}
    assert titles == {"演示：没写完", typed}


def test_a_draft_is_thrown_away_only_when_that_is_confirmed(clerk: Clerk) -> None:
    clerk.type("演示：不要了")
    _wait_until_kept(clerk)
    again = _after_a_crash(clerk)
    again.drafts.open()
    dialog = _dialog()
    for button, left in (("取消", 1), ("丢弃", 0)):
        clerk.screen.press(dialog.list, Qt.Key.Key_Delete)
        answer(button)
        clerk.screen.settle()
        assert _drafts(clerk.screen) == left
    assert again.drafts.isHidden()


def test_the_form_that_is_open_is_not_offered_to_itself(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    _wait_until_kept(clerk)
    clerk.page.mark_stale()
    clerk.screen.settle()
    assert clerk.page.drafts.isHidden()


def test_a_form_that_is_open_below_is_not_offered(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    _wait_until_kept(clerk)
    clerk.screen.go(NewEvent())
    above = clerk.screen.page(NewEventPage)
    assert above is not clerk.page
    assert above.drafts.isHidden()


def test_a_draft_that_another_window_has_saved_is_not_gone_on_with(clerk: Clerk) -> None:
    clerk.fill("演示：只登记一次")
    _wait_until_kept(clerk)
    other = Screen.opened(clerk.screen.qtbot, clerk.screen.jobs, clerk.screen.office)
    other.go(NewEvent())
    page = other.page(NewEventPage)
    clerk.page.save_and_show()
    clerk.screen.settle()
    page.drafts.open()
    other.press(_dialog().list, Qt.Key.Key_Return)
    assert not page.form.is_changed
    assert page.drafts.isHidden()
    assert "已经不在了" in other.window.message.text


@pytest.mark.parametrize(("button", "drafts", "saved"), [("保存", 0, 1), ("保留草稿", 1, 0), ("不保留", 0, 0)])
def test_leaving_a_changed_form_asks_what_becomes_of_it(clerk: Clerk, button: str, drafts: int, saved: int) -> None:
    clerk.fill()
    clerk.screen.window.go_back()
    answer(button)
    clerk.screen.settle()
    clerk.screen.page(HomePage)
    assert (_drafts(clerk.screen), len(clerk.saved())) == (drafts, saved)


def test_cancelling_stays(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    clerk.screen.window.go_back()
    answer("取消")
    assert clerk.screen.page(NewEventPage).form.draft().title == "演示：没写完"


def test_leaving_with_save_stays_where_something_is_wrong(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    clerk.screen.window.go_back()
    answer("保存")
    clerk.screen.settle()
    assert clerk.screen.page(NewEventPage) is clerk.page
    assert clerk.problems.keys() == {"category", "village"}


def test_closing_the_window_asks_too(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    clerk.screen.window.close()
    assert clerk.screen.window.isVisible()
    answer("保留草稿")
    clerk.screen.settle()
    assert not clerk.screen.window.isVisible()
    assert _drafts(clerk.screen) == 1


def test_leaving_a_form_in_which_nothing_was_changed_asks_nothing(clerk: Clerk) -> None:
    clerk.screen.go(ShowHome())
    assert not isinstance(QApplication.activeModalWidget(), QMessageBox)
    clerk.screen.page(HomePage)


def test_the_list_of_drafts_opens_by_a_key(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    _wait_until_kept(clerk)
    again = _after_a_crash(clerk)
    clerk.screen.qtbot.keyClick(again.form.fields.entries.title, Qt.Key.Key_J, ALT)
    assert _dialog().list.count() == 1
    _dialog().reject()


def test_the_first_page_offers_it_too_and_continues_it(clerk: Clerk) -> None:
    clerk.type("演示：没写完")
    clerk.screen.window.go_back()
    answer("保留草稿")
    clerk.screen.settle()
    home = clerk.screen.page(HomePage)
    assert home.drafts.text == "有 1 份未保存的登记"
    home.drafts.open()
    clerk.screen.press(_dialog().list, Qt.Key.Key_Return)
    assert clerk.screen.page(NewEventPage).form.draft().title == "演示：没写完"

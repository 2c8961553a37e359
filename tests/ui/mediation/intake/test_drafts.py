"""Nothing typed about a dispute is lost: kept while typing, offered again, asked about when the form is left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.offices import ACTOR, VILLAGES, draft, recorded
from tests.ui.mediation.intake.mediator import ALT, Mediator
from tests.ui.recording.clerk import answer
from tests.ui.screen import Screen
from ui.home.home_page import HomePage
from ui.mediation.intake.dispute_draft import NEW_DISPUTE
from ui.mediation.intake.new_dispute_page import NewDisputePage
from ui.recording.drafts_dialog import DraftsDialog
from ui.recording.unsaved_forms import request_for, unsaved
from ui.requests import NewDispute, NewEvent


def _drafts(screen: Screen) -> int:
    return len(unsaved(screen.office.drafts, ACTOR.name, (NEW_DISPUTE,)))


def _wait_until_kept(mediator: Mediator) -> None:
    mediator.screen.qtbot.waitUntil(lambda: _drafts(mediator.screen) == 1, timeout=2000)


def _after_a_crash(mediator: Mediator) -> NewDisputePage:
    """A window that is opened anew on the same office, without the first having been asked anything."""
    mediator.page.questions.forget()
    screen = Screen.opened(mediator.screen.qtbot, mediator.screen.jobs, mediator.screen.office)
    screen.go(NewDispute())
    mediator.screen = screen
    return screen.page(NewDisputePage)


def _continue(mediator: Mediator, page: NewDisputePage) -> None:
    mediator.screen.qtbot.keyClick(page.form.fields.entries.title, Qt.Key.Key_U, ALT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DraftsDialog)
    mediator.screen.press(dialog.list, Qt.Key.Key_Return)


def test_a_form_that_was_dropped_comes_back_as_it_was(mediator: Mediator) -> None:
    mediator.fill("演示：没写完")
    mediator.choose("mediation_type", "别的类型")
    mediator.choose("amount", "许多")
    mediator.add_party("甲方", "演示甲", "13700000001")
    mediator.add_party("乙方", "演示乙")
    mediator.press(Qt.Key.Key_F2)
    mediator.go_to(mediator.parties.details.born_on)
    mediator.type("八零年")
    written = mediator.page.form.draft()
    _wait_until_kept(mediator)
    again = _after_a_crash(mediator)
    assert again.drafts.text == "有 1 份未保存的登记"
    _continue(mediator, again)
    assert again.form.draft() == written
    entries = again.form.fields.entries
    assert (entries.amount.text(), entries.mediation_type.text()) == ("许多", "别的类型")
    assert entries.parties.rows[1].text.born_on == "八零年"
    assert again.form.is_changed


def test_a_draft_that_is_continued_and_saved_is_gone(mediator: Mediator) -> None:
    mediator.fill()
    mediator.add_party("甲方", "演示甲")
    _wait_until_kept(mediator)
    again = _after_a_crash(mediator)
    _continue(mediator, again)
    again.save_and_go_on()
    mediator.screen.settle()
    assert [dispute.party_a for dispute in mediator.saved()] == ["演示甲"]
    assert _drafts(mediator.screen) == 0


def test_saving_throws_the_draft_away(mediator: Mediator) -> None:
    mediator.fill()
    _wait_until_kept(mediator)
    mediator.save_and_go_on()
    assert _drafts(mediator.screen) == 0


def test_the_first_page_offers_it_and_goes_on_with_it(mediator: Mediator) -> None:
    mediator.fill("演示：没写完")
    mediator.screen.window.go_back()
    answer("保留草稿")
    mediator.screen.settle()
    home = mediator.screen.page(HomePage)
    (kept,) = home.drafts.drafts
    mediator.screen.go(request_for(kept))
    assert mediator.screen.page(NewDisputePage).form.draft().title == "演示：没写完"


def test_the_form_of_an_event_does_not_offer_it(mediator: Mediator) -> None:
    mediator.fill()
    _wait_until_kept(mediator)
    mediator.screen.go(NewEvent())
    page = mediator.screen.window.page
    assert page is not None
    assert page.drafts.isHidden()  # type: ignore[attr-defined]


@pytest.mark.parametrize(("button", "drafts", "saved"), [("保存", 0, 1), ("保留草稿", 1, 0), ("不保留", 0, 0)])
def test_leaving_a_changed_form_asks_what_becomes_of_it(
    mediator: Mediator, button: str, drafts: int, saved: int
) -> None:
    mediator.fill()
    mediator.screen.window.go_back()
    answer(button)
    mediator.screen.settle()
    mediator.screen.page(HomePage)
    assert (_drafts(mediator.screen), len(mediator.saved())) == (drafts, saved)


def test_the_case_from_which_it_is_opened_is_kept_too(screen: Screen) -> None:
    event = recorded(screen.office, title="演示：两家相争", category="ZZ0102")
    mediator = Mediator(screen, event.id)
    mediator.choose("address", "演示路1号")
    _wait_until_kept(mediator)
    again = _after_a_crash(mediator)
    _continue(mediator, again)
    assert event.number in again.form.origin.text
    assert again.form.draft().village == draft().village == VILLAGES[0]

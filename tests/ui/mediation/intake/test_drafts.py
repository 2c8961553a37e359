"""Nothing typed about a dispute is lost: kept while typing, offered again, asked about when the form is left."""

import pytest
from PySide6.QtCore import Qt

from tests.offices import VILLAGES, draft, recorded
from tests.ui.mediation.intake.mediator import Mediator
from tests.ui.recording.clerk import answer
from tests.ui.recording.left_unsaved import go_on, kept_forms, opened_after_a_crash, wait_until_kept
from tests.ui.screen import Screen
from ui.home.home_page import HomePage
from ui.mediation.intake.dispute_draft import NEW_DISPUTE
from ui.mediation.intake.new_dispute_page import NewDisputePage
from ui.recording.unsaved_forms import request_for
from ui.requests import NewDispute, NewEvent


def _after_a_crash(mediator: Mediator) -> NewDisputePage:
    mediator.screen, page = opened_after_a_crash(mediator.screen, mediator.page, NewDispute())
    return page


def _continue(mediator: Mediator, page: NewDisputePage) -> None:
    go_on(mediator.screen, page.form.fields.entries.title)


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
    wait_until_kept(mediator.screen, NEW_DISPUTE)
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
    wait_until_kept(mediator.screen, NEW_DISPUTE)
    again = _after_a_crash(mediator)
    _continue(mediator, again)
    again.save_and_go_on()
    mediator.screen.settle()
    assert [dispute.party_a for dispute in mediator.saved()] == ["演示甲"]
    assert kept_forms(mediator.screen, NEW_DISPUTE) == 0


def test_saving_throws_the_draft_away(mediator: Mediator) -> None:
    mediator.fill()
    wait_until_kept(mediator.screen, NEW_DISPUTE)
    mediator.save_and_go_on()
    assert kept_forms(mediator.screen, NEW_DISPUTE) == 0


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
    wait_until_kept(mediator.screen, NEW_DISPUTE)
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
    assert (kept_forms(mediator.screen, NEW_DISPUTE), len(mediator.saved())) == (drafts, saved)


def test_the_case_from_which_it_is_opened_is_kept_too(screen: Screen) -> None:
    event = recorded(screen.office, title="演示：两家相争", category="ZZ0102")
    mediator = Mediator(screen, event.id)
    mediator.choose("address", "演示路1号")
    wait_until_kept(mediator.screen, NEW_DISPUTE)
    again = _after_a_crash(mediator)
    _continue(mediator, again)
    assert event.number in again.form.origin.text
    assert again.form.draft().village == draft().village == VILLAGES[0]

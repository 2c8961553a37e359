"""Nothing typed of a petition is lost: kept while typing, offered again, asked about when the form is left."""

import pytest
from PySide6.QtCore import Qt

from tests.offices import ACTOR
from tests.ui.petition.intake.officer import DEMAND, Officer
from tests.ui.recording.clerk import answer
from tests.ui.recording.left_unsaved import go_on, kept_forms, opened_after_a_crash, wait_until_kept
from ui.home.home_page import HomePage
from ui.petition.intake.new_petition_page import NewPetitionPage
from ui.petition.intake.petition_draft import NEW_PETITION
from ui.recording.unsaved_forms import in_words, request_for, unsaved
from ui.requests import NewPetition


def _after_a_crash(officer: Officer) -> NewPetitionPage:
    officer.screen, page = opened_after_a_crash(officer.screen, officer.page, NewPetition())
    return page


def _continue(officer: Officer, page: NewPetitionPage) -> None:
    go_on(officer.screen, page.form.fields.entries.channel)


def test_a_form_that_was_dropped_comes_back_as_it_was(officer: Officer) -> None:
    officer.fill()
    officer.write("paper_number", "110101199003070011")
    officer.write("concerned", "许多")
    officer.write("purpose", "2")
    officer.write("accused", "演示某单位")
    officer.flag("越级")
    officer.add("演示乙", "13700000002")
    officer.press(Qt.Key.Key_F2)
    officer.parties.details.born_on.setFocus()
    officer.type("八零年")
    written = officer.page.form.draft()
    wait_until_kept(officer.screen, NEW_PETITION)
    again = _after_a_crash(officer)
    assert again.drafts.text == "有 1 份未保存的登记"
    _continue(officer, again)
    assert again.form.draft() == written
    entries = again.form.fields.entries
    assert (entries.concerned.text(), entries.paper_number.number) == ("许多", "110101199003070011")
    assert entries.parties.rows[0].text.born_on == "八零年"
    assert again.form.is_changed


def test_a_number_without_a_name_comes_back(officer: Officer) -> None:
    officer.write("paper_number", "110101199003070011")
    wait_until_kept(officer.screen, NEW_PETITION)
    again = _after_a_crash(officer)
    _continue(officer, again)
    assert again.form.fields.entries.paper_number.number == "110101199003070011"


def test_a_draft_that_is_continued_and_saved_is_gone(officer: Officer) -> None:
    officer.fill()
    wait_until_kept(officer.screen, NEW_PETITION)
    again = _after_a_crash(officer)
    _continue(officer, again)
    again.save_and_go_on()
    officer.screen.settle()
    assert [petition.petitioner for petition in officer.saved()] == ["演示甲"]
    assert kept_forms(officer.screen, NEW_PETITION) == 0


def test_a_draft_is_told_by_its_demand_and_gone_on_with_in_its_form(officer: Officer) -> None:
    officer.fill()
    wait_until_kept(officer.screen, NEW_PETITION)
    (draft,) = unsaved(officer.screen.office.drafts, ACTOR.name, (NEW_PETITION,))
    assert in_words(draft, officer.page.desk.areas).endswith(f"信访　村社未填　{DEMAND}")
    assert request_for(draft) == NewPetition(draft.id)


@pytest.mark.parametrize(("button", "drafts", "saved"), [("保存", 0, 1), ("保留草稿", 1, 0), ("不保留", 0, 0)])
def test_leaving_a_changed_form_asks_what_becomes_of_it(officer: Officer, button: str, drafts: int, saved: int) -> None:
    officer.fill()
    officer.screen.window.go_back()
    answer(button)
    officer.screen.settle()
    officer.screen.page(HomePage)
    assert (kept_forms(officer.screen, NEW_PETITION), len(officer.saved())) == (drafts, saved)


def test_a_form_in_which_nothing_was_written_is_left_without_a_question(officer: Officer) -> None:
    officer.screen.window.go_back()
    officer.screen.settle()
    officer.screen.page(HomePage)
    assert kept_forms(officer.screen, NEW_PETITION) == 0

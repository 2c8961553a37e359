"""On which reception day of a leader a visit was received: proposed, picked, or given by whoever opens the form."""

from PySide6.QtCore import Qt

from tests.offices import at
from tests.ui.conftest import TODAY
from tests.ui.petition.intake.officer import Officer
from tests.ui.petition.intake.petitions import reception_on_file
from tests.ui.recording.recorder import CONTROL
from tests.ui.screen import Screen

_TODAY = at(TODAY.year, TODAY.month, TODAY.day, 8, 30)


def test_the_reception_of_the_day_is_proposed_and_is_no_change_of_the_form(screen: Screen) -> None:
    day = reception_on_file(screen.office, _TODAY)
    officer = Officer(screen)
    assert "演示镇长" in officer.entries.reception.words
    assert not officer.page.form.is_changed
    officer.fill()
    officer.save_and_go_on()
    assert [petition.reception for petition in officer.saved()] == [day.id]


def test_without_one_on_the_day_nothing_is_proposed(screen: Screen) -> None:
    reception_on_file(screen.office, at(2018, 2, 15, 8, 30))
    officer = Officer(screen)
    assert officer.entries.reception.reception is None


def test_of_two_on_a_day_none_is_proposed_and_one_can_be_picked(screen: Screen) -> None:
    reception_on_file(screen.office, _TODAY)
    second = reception_on_file(screen.office, _TODAY, "演示书记")
    officer = Officer(screen)
    assert officer.entries.reception.reception is None
    officer.fill()
    officer.write("reception", "演示书记")
    officer.save_and_go_on()
    assert [petition.reception for petition in officer.saved()] == [second.id]


def test_what_is_proposed_can_be_taken_away(screen: Screen) -> None:
    reception_on_file(screen.office, _TODAY)
    officer = Officer(screen)
    officer.fill()
    officer.entries.reception.setFocus()
    officer.press(Qt.Key.Key_A, held=CONTROL)
    officer.press(Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    officer.save_and_go_on()
    assert [petition.reception for petition in officer.saved()] == [None]


def test_another_day_brings_its_own_reception(screen: Screen) -> None:
    day = reception_on_file(screen.office, at(2018, 2, 27, 8, 30))
    officer = Officer(screen)
    assert officer.entries.reception.reception is None
    officer.write("reported_at", "2-27 9:30")
    officer.screen.settle()
    assert officer.entries.reception.reception == day.id


def test_a_letter_has_none(screen: Screen) -> None:
    reception_on_file(screen.office, _TODAY)
    officer = Officer(screen)
    officer.write("channel", "2")
    officer.screen.settle()
    assert officer.page.form.draft().reception is None
    assert officer.page.form.fields.boxes["reception"].isHidden()


def test_whoever_opens_the_form_from_a_reception_finds_it_filled_in(screen: Screen) -> None:
    day = reception_on_file(screen.office, at(2018, 2, 15, 8, 30))
    officer = Officer(screen, day.id)
    draft = officer.page.form.draft()
    assert (draft.reception, draft.reported_at, draft.channel) == (day.id, at(2018, 2, 15, 8, 30), "来访")
    assert "02-15" in officer.entries.reception.words
    assert not officer.page.form.is_changed

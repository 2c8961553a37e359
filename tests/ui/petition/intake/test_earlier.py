"""Whether it is 初访 or 重访: earlier petitions are shown while the form is filled in; the officer decides by a key."""

from PySide6.QtCore import Qt

from tests.offices import at
from tests.ui.petition.intake.officer import Officer
from tests.ui.petition.intake.petitions import petition_recorded
from tests.ui.recording.recorder import ALT
from tests.ui.screen import Screen
from ui.page import Page
from ui.petition.intake.new_petition_page import NewPetitionPage


def test_a_repeated_visit_is_confirmed_and_linked_by_one_key(screen: Screen) -> None:
    earlier = petition_recorded(screen.office)
    officer = Officer(screen)
    officer.fill()
    officer.see_earlier(1)
    (line,) = officer.page.earlier.lines
    assert "电话相同" in line
    assert earlier.number in line
    assert "2018-01-08" in line
    officer.press(Qt.Key.Key_Q, held=ALT)
    assert earlier.number in officer.entries.repeat.said
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert (petition.repeat, petition.earlier) == (True, earlier.id)


def test_another_key_says_that_it_is_another_matter(screen: Screen) -> None:
    petition_recorded(screen.office)
    officer = Officer(screen)
    officer.fill()
    officer.see_earlier(1)
    officer.press(Qt.Key.Key_B, held=ALT)
    assert officer.page.earlier.lines == []
    officer.write("address", "演示村1号")
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert (petition.repeat, petition.earlier) == (False, None)


def test_nothing_is_confirmed_by_itself(screen: Screen) -> None:
    petition_recorded(screen.office)
    officer = Officer(screen)
    officer.fill()
    officer.see_earlier(1)
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert not petition.repeat


def test_the_one_that_is_chosen_among_several_is_linked(screen: Screen) -> None:
    for day in (5, 8):
        petition_recorded(screen.office, at(2018, 1, day, 9))
    officer = Officer(screen)
    officer.fill()
    officer.see_earlier(2)
    officer.press(Qt.Key.Key_F, held=ALT)
    officer.press(Qt.Key.Key_Down)
    second = officer.page.earlier.lines[1]
    officer.press(Qt.Key.Key_Q, held=ALT)
    assert officer.page.earlier.lines == [second]
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert petition.earlier is not None
    assert screen.office.cases.load(petition.earlier).number in second


def test_taking_the_tick_away_forgets_the_link_and_shows_them_again(screen: Screen) -> None:
    petition_recorded(screen.office)
    officer = Officer(screen)
    officer.fill()
    officer.see_earlier(1)
    officer.press(Qt.Key.Key_Q, held=ALT)
    officer.entries.repeat.check.setFocus()
    officer.press(Qt.Key.Key_Space)
    draft = officer.page.form.draft()
    assert (draft.repeat, draft.earlier, len(officer.page.earlier.lines)) == (False, None, 1)
    assert not officer.page.earlier.confirm_button.isHidden()


def test_a_repeat_of_which_nobody_knows_the_first_is_ticked_by_hand(officer: Officer) -> None:
    officer.fill()
    officer.entries.repeat.check.setFocus()
    officer.press(Qt.Key.Key_Space)
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert (petition.repeat, petition.earlier) == (True, None)


def test_enter_opens_the_earlier_one_and_the_form_is_as_it_was(screen: Screen) -> None:
    petition_recorded(screen.office)
    officer = Officer(screen)
    officer.fill()
    written = officer.page.form.draft()
    officer.see_earlier(1)
    officer.press(Qt.Key.Key_F, held=ALT)
    officer.press(Qt.Key.Key_Return)
    screen.settle()
    assert not isinstance(screen.page(Page), NewPetitionPage)
    screen.back()
    assert screen.page(NewPetitionPage).form.draft() == written


def test_the_next_form_begins_without_them(screen: Screen) -> None:
    petition_recorded(screen.office)
    officer = Officer(screen)
    officer.fill()
    officer.see_earlier(1)
    officer.press(Qt.Key.Key_Q, held=ALT)
    officer.save_and_go_on()
    assert officer.page.earlier.lines == []
    assert not officer.page.form.draft().repeat


def test_what_was_confirmed_is_named_again_when_the_form_comes_back(screen: Screen) -> None:
    earlier = petition_recorded(screen.office)
    officer = Officer(screen)
    officer.fill()
    officer.see_earlier(1)
    officer.press(Qt.Key.Key_Q, held=ALT)
    content = officer.page.form.content()
    officer.page.form.go_on_with(content)
    screen.settle()
    assert earlier.number in officer.entries.repeat.said


def test_the_form_itself_says_that_there_is_something_to_decide(screen: Screen) -> None:
    petition_recorded(screen.office)
    officer = Officer(screen)
    box = officer.page.form.fields.boxes["petitioner"]
    officer.fill()
    officer.see_earlier(1)
    assert box.hint == "疑似重访 1 件（Alt+F）"
    officer.press(Qt.Key.Key_Q, held=ALT)
    assert box.hint == ""

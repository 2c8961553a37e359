"""Petitions entered by key events alone (checks.md 6)."""

from datetime import date

from PySide6.QtCore import Qt

from gridapp.domain.paper import CITIZEN_CARD
from gridapp.domain.petition import Channel, PetitionPurpose
from gridapp.domain.status import Status
from tests.offices import VILLAGES
from tests.ui.petition.intake.officer import DEMAND, Officer
from tests.ui.recording.recorder import ALT, CONTROL
from tests.ui.screen import Screen
from ui.petition.intake.new_petition_page import NewPetitionPage

_NUMBER = "110101199003070011"
_MOST_KEYS = 15


def test_a_first_visit_needs_few_keys_that_write_nothing(officer: Officer) -> None:
    entries = officer.entries
    officer.keys = 0
    for entry, words in (
        (entries.petitioner, "演示甲"),
        (entries.phone, "13700000001"),
        (entries.paper_number, _NUMBER),
        (entries.address, "演示村1号"),
        (entries.category, "zz0201"),
        (entries.village, "nfc"),
        (entries.demand, DEMAND),
    ):
        officer.go_to(entry)
        officer.type(words)
    officer.save_and_go_on()
    assert officer.keys <= _MOST_KEYS
    (petition,) = officer.saved()
    assert (petition.source, petition.petitioner, petition.phone) == (Channel.VISIT, "演示甲", "13700000001")
    assert (petition.address, petition.heads, petition.village) == ("演示村1号", 1, VILLAGES[1])
    assert (petition.category, petition.demand, petition.title) == ("ZZ0201", DEMAND, DEMAND)
    assert (petition.purpose, petition.status) == (PetitionPurpose.CLAIM, Status.REPORTED)
    (speaker,) = petition.parties
    assert (speaker.name, speaker.paper, speaker.paper_number) == ("演示甲", CITIZEN_CARD, _NUMBER)
    assert (speaker.sex, speaker.born_on, speaker.phone) == ("男", date(1990, 3, 7), "13700000001")


def test_ctrl_shift_p_opens_the_form(screen: Screen) -> None:
    held = CONTROL | Qt.KeyboardModifier.ShiftModifier
    screen.qtbot.keyClick(screen.window, Qt.Key.Key_P, held)
    screen.settle()
    page = screen.page(NewPetitionPage)
    assert page.form.fields.entries.channel.hasFocus()


def test_a_visit_without_papers_names_nobody_beside_the_petitioner(officer: Officer) -> None:
    officer.fill()
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert petition.parties == ()


def test_a_group_with_its_representatives(officer: Officer) -> None:
    officer.fill()
    officer.write("heads", "8")
    officer.write("concerned", "30")
    for name, phone in (("演示乙", "13700000002"), ("演示丙", "")):
        officer.add(name, phone)
    officer.press(Qt.Key.Key_F2)
    officer.parties.details.representative.setFocus()
    officer.press(Qt.Key.Key_Space)
    assert "集体访" in officer.page.form.fields.boxes["heads"].hint
    assert "代表不超过 3 人" in officer.page.form.fields.boxes["heads"].hint
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert (petition.group, petition.heads, petition.concerned) == (True, 8, 30)
    assert [(p.name, p.phone, p.representative) for p in petition.parties] == [
        ("演示甲", "13700000001", True),
        ("演示乙", "13700000002", False),
        ("演示丙", None, True),
    ]


def test_a_joint_letter_is_told_by_its_own_name(officer: Officer) -> None:
    officer.write("channel", "2")
    officer.write("heads", "5")
    assert officer.page.form.fields.boxes["heads"].hint == "联名信"


def test_an_anonymous_letter_needs_no_petitioner(officer: Officer) -> None:
    officer.write("channel", "2")
    officer.write("category", "zz0201")
    officer.write("demand", DEMAND)
    officer.flag("匿名")
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert (petition.petitioner, petition.tags, petition.source) == (None, ("匿名",), Channel.LETTER)


def test_an_agent_stands_beside_the_one_for_whom_he_comes(officer: Officer) -> None:
    officer.fill()
    officer.write("agent", "演示丁")
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert [(p.name, p.agent) for p in petition.parties] == [("演示甲", "演示丁")]


def test_what_came_from_above_names_who_sent_it(officer: Officer) -> None:
    officer.fill()
    assert officer.page.form.fields.boxes["origin"].isHidden()
    officer.write("channel", "6")
    officer.write("origin", "县信访局")
    officer.write("outside_number", "演示〔2018〕3号")
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert (petition.source, petition.origin, petition.outside_number) == (
        Channel.FROM_ABOVE,
        "县信访局",
        "演示〔2018〕3号",
    )


def test_a_late_one_says_why(officer: Officer) -> None:
    officer.fill()
    officer.write("reported_at", "2-20 9:00")
    officer.write("late_reason", "演示：补录纸质登记")
    officer.save_and_go_on()
    (petition,) = officer.saved()
    assert petition.late_reason == "演示：补录纸质登记"


def test_form_and_day_are_carried_on_to_the_next(officer: Officer) -> None:
    officer.fill()
    officer.write("channel", "4")
    officer.save_and_go_on()
    draft = officer.page.form.draft()
    assert (draft.channel, draft.petitioner, draft.demand) == (Channel.CALL, "", "")
    assert officer.entries.channel.hasFocus()
    assert not officer.page.form.is_changed


def test_tab_goes_past_those_who_are_not_there(officer: Officer) -> None:
    officer.entries.agent.setFocus()
    officer.tab()
    assert officer.here() is officer.entries.purpose
    officer.press(Qt.Key.Key_Backtab, held=Qt.KeyboardModifier.ShiftModifier)
    assert officer.here() is officer.entries.agent


def test_tab_goes_through_those_who_are_there_and_the_last_can_be_removed(officer: Officer) -> None:
    officer.press(Qt.Key.Key_J, held=ALT)
    officer.tab(2)
    assert officer.here() is officer.entries.purpose
    officer.press(Qt.Key.Key_J, held=ALT)
    officer.press(Qt.Key.Key_Delete, held=CONTROL)
    assert not officer.parties.rows
    assert officer.here() is officer.entries.agent


def test_every_entry_has_a_name(officer: Officer) -> None:
    officer.add("演示乙")
    rows = [entry for row in officer.parties.rows for entry in row.entries.values()]
    entries = [*officer.entries.by_field.values(), *rows]
    assert all(entry.accessibleName() for entry in entries if entry is not officer.entries.registered_at)


def test_enter_in_the_form_never_saves(officer: Officer) -> None:
    officer.fill()
    officer.entries.channel.setFocus()
    for _ in range(60):
        if officer.here() is officer.entries.demand:
            break
        officer.press(Qt.Key.Key_Return)
    officer.screen.settle()
    assert officer.here() is officer.entries.demand
    assert officer.saved() == []

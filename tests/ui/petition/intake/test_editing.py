"""Changing what is written of a saved petition: kept, checked, compared with what others saved."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from gridapp.cases.petition.record import amend, draft_of
from gridapp.domain.party import Party, Side
from gridapp.domain.petition import GROUP_THRESHOLD, Petition
from gridapp.registers.group_threshold import set_group_threshold
from tests.offices import ACTOR, DEADLINES, NOW, at
from tests.ui.petition.intake.petitions import petition_recorded, reception_on_file
from tests.ui.screen import Screen
from ui.desk import Desk, sit_down
from ui.handling.conflict_dialog import ConflictDialog
from ui.petition.intake.petition_editing import PetitionEditing

_NUMBER = "110101199003070011"
SPEAKER = Party(side=Side.A, name="演示甲", phone="13700000001", nation="畲族", occupation="演示职业")
OTHER = Party(side=Side.A, name="演示乙", phone="13700000002")


@pytest.fixture
def desk(screen: Screen) -> Desk:
    """What the form works with."""
    return sit_down(screen.office, ACTOR, screen.jobs)


def _editing(screen: Screen, desk: Desk, petition: Petition, *, needs_reason: bool = False) -> PetitionEditing:
    opened = PetitionEditing(desk)
    screen.qtbot.addWidget(opened)
    opened.show()
    opened.start(petition, needs_reason=needs_reason)
    screen.settle()
    return opened


def _fresh(screen: Screen, petition: Petition) -> Petition:
    case = screen.office.cases.load(petition.id)
    assert isinstance(case, Petition)
    return case


def test_shows_what_is_written_and_nothing_is_changed(screen: Screen, desk: Desk) -> None:
    day = reception_on_file(screen.office, at(2018, 1, 8, 8))
    petition = petition_recorded(
        screen.office, heads=3, parties=(SPEAKER, OTHER), reception=day.id, repeat=True, flags=("越级",)
    )
    editing = _editing(screen, desk, petition)
    assert editing.form.draft() == draft_of(petition)
    assert not editing.form.is_changed


def test_no_reception_is_proposed_for_a_petition_that_is_on_file(screen: Screen, desk: Desk) -> None:
    petition = petition_recorded(screen.office)
    reception_on_file(screen.office, at(2018, 1, 8, 8))
    editing = _editing(screen, desk, petition)
    assert editing.form.draft().reception is None


def test_what_the_form_does_not_ask_of_the_petitioner_stays(screen: Screen, desk: Desk) -> None:
    petition = petition_recorded(screen.office, parties=(SPEAKER,))
    editing = _editing(screen, desk, petition)
    screen.qtbot.keyClicks(editing.form.entries.paper_number, _NUMBER)
    with screen.qtbot.waitSignal(editing.saved):
        editing.save()
    (speaker,) = _fresh(screen, petition).parties
    assert (speaker.nation, speaker.occupation) == ("畲族", "演示职业")
    assert (speaker.paper_number, speaker.sex) == (_NUMBER, "男")


def test_another_threshold_does_not_rewrite_what_was_registered(screen: Screen, desk: Desk) -> None:
    petition = petition_recorded(screen.office, heads=6)
    set_group_threshold(screen.office.registers, 10)
    editing = _editing(screen, desk, petition)
    editing.form.entries.demand.setPlainText("演示：诉求已补充")
    with screen.qtbot.waitSignal(editing.saved):
        editing.save()
    assert _fresh(screen, petition).group


def test_problems_stand_at_their_fields_and_nothing_is_saved(screen: Screen, desk: Desk) -> None:
    petition = petition_recorded(screen.office)
    editing = _editing(screen, desk, petition)
    editing.form.entries.demand.clear()
    editing.save()
    assert editing.form.boxes["demand"].problem == "请填写诉求（反映的问题）。"
    assert _fresh(screen, petition).version == petition.version


def test_a_correction_asks_why(screen: Screen, desk: Desk) -> None:
    editing = _editing(screen, desk, petition_recorded(screen.office), needs_reason=True)
    assert not editing.form.boxes["reason"].isHidden()


def test_what_two_changed_at_once_is_shown_by_the_names_of_the_form(screen: Screen, desk: Desk) -> None:
    petition = petition_recorded(screen.office)
    editing = _editing(screen, desk, petition)
    theirs = replace(draft_of(petition), channel="来信", flags=("越级",))
    areas, store = screen.office.registers.areas(), screen.office.cases
    amend(store, areas, DEADLINES, GROUP_THRESHOLD, petition.id, petition.version, theirs, ACTOR, NOW)
    editing.form.entries.channel.show_word("来电")
    editing.form.entries.flags.show_tags(("扬言",))
    editing.save()
    screen.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConflictDialog)
    assert [line for line in dialog.lines if line[1] != line[2]] == [
        ("信访形式", "来访", "来信", "来电"),
        ("情形标记", "（空）", "越级", "扬言"),
    ]
    dialog.reject()


def test_a_petition_on_file_can_be_confirmed_to_repeat_an_earlier_one(screen: Screen, desk: Desk) -> None:
    earlier = petition_recorded(screen.office, at(2018, 1, 5, 9))
    petition = petition_recorded(screen.office, at(2018, 2, 6, 9))
    editing = _editing(screen, desk, petition)
    screen.qtbot.waitUntil(lambda: len(editing.earlier.lines) == 1)
    assert not editing.earlier.isHidden()
    editing.earlier.confirm()
    with screen.qtbot.waitSignal(editing.saved):
        editing.save()
    fresh = _fresh(screen, petition)
    assert (fresh.repeat, fresh.earlier) == (True, earlier.id)


def test_without_an_earlier_one_nothing_is_said_of_it(screen: Screen, desk: Desk) -> None:
    editing = _editing(screen, desk, petition_recorded(screen.office))
    assert editing.earlier.isHidden()

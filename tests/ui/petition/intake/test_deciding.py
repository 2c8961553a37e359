"""Registering and deciding in one act (登记并受理、当场答复…): saved together, or not at all."""

import pytest
from PySide6.QtCore import Qt

from gridapp.domain.move import Move
from gridapp.domain.petition import Disposition
from gridapp.domain.status import Status
from tests.offices import at
from tests.ui.petition.intake.officer import Officer
from tests.ui.recording.recorder import ALT, CONTROL
from ui.petition.intake.deciding import DECISIONS
from ui.petition.intake.new_petition_page import NewPetitionPage
from ui.widgets.combo import Combo

_ANSWER = "演示：已当面解释政策"


def _confirm(officer: Officer) -> None:
    officer.press(Qt.Key.Key_Return, held=CONTROL)
    officer.screen.settle()


@pytest.mark.parametrize(
    ("letter", "words", "disposition", "status"),
    [
        (Qt.Key.Key_S, {"unit": "演示信访办", "handler": "演示乙"}, Disposition.ACCEPTED, Status.ACCEPTED),
        (Qt.Key.Key_D, {"result": _ANSWER}, Disposition.ANSWERED, Status.CLOSED),
        (Qt.Key.Key_Z, {"unit": "演示水务局", "reason": "演示：属其职责"}, Disposition.FORWARDED, Status.TRANSFERRED),
        (Qt.Key.Key_J, {"unit": "演示村委会"}, Disposition.ASSIGNED, Status.PROCESSING),
        (Qt.Key.Key_B, {"reason": "演示：应依法申请复议"}, Disposition.NOT_ACCEPTED, Status.CLOSED),
        (Qt.Key.Key_N, {}, Disposition.NO_LONGER_ACCEPTED, Status.CLOSED),
        (Qt.Key.Key_Y, {"unit": "演示法庭", "reason": "演示：已在诉讼中"}, Disposition.GUIDED, Status.TRANSFERRED),
    ],
)
def test_each_decision_is_saved_with_the_petition(
    officer: Officer, letter: Qt.Key, words: dict[str, str], disposition: Disposition, status: Status
) -> None:
    officer.fill()
    dialog = officer.decide(letter)
    for name, said in words.items():
        dialog.entries[name].widget.setFocus()
        officer.type(said)
        officer.press(Qt.Key.Key_Tab)
    for name in ("informed", "ground"):
        box = dialog.entries[name].widget if name in dialog.entries else None
        if isinstance(box, Combo) and not box.key:
            box.setFocus()
            officer.press(Qt.Key.Key_Down)
    if "until" in dialog.entries and not dialog.entries["until"].read():
        dialog.entries["until"].show(at(2018, 3, 20))
    _confirm(officer)
    (petition,) = officer.saved()
    assert (petition.disposition, petition.status, petition.version) == (disposition, status, 1)
    history = officer.screen.office.cases.history(petition.id)
    assert [entry.action for entry in history] == [f"登记并{petition.steps[0].move.value}"]


def test_what_the_dialog_lacks_is_told_in_it_and_nothing_is_saved(officer: Officer) -> None:
    officer.fill()
    dialog = officer.decide(Qt.Key.Key_D)
    _confirm(officer)
    assert dialog.boxes["result"].problem == "请填写解释答复的内容。"
    assert officer.saved() == []
    officer.type(_ANSWER)
    _confirm(officer)
    assert [petition.status for petition in officer.saved()] == [Status.CLOSED]


def test_cancelling_the_dialog_leaves_the_form_as_it_was(officer: Officer) -> None:
    officer.fill()
    written = officer.page.form.draft()
    officer.decide(Qt.Key.Key_S)
    officer.press(Qt.Key.Key_Escape)
    officer.screen.settle()
    assert officer.saved() == []
    assert officer.screen.page(NewPetitionPage).form.draft() == written


def test_what_is_wrong_with_the_petition_is_mended_first(officer: Officer) -> None:
    officer.press(Qt.Key.Key_G, held=ALT)
    assert not officer.page.decide_button.menu_shown.isVisible()
    assert officer.here() is officer.entries.petitioner


def test_the_moment_is_that_of_the_visit_if_nobody_says_another(officer: Officer) -> None:
    officer.fill()
    officer.write("reported_at", "2-27 9:30")
    officer.decide(Qt.Key.Key_D)
    officer.type(_ANSWER)
    _confirm(officer)
    (petition,) = officer.saved()
    assert petition.closed is not None
    assert petition.closed.closed_at == petition.reported_at == at(2018, 2, 27, 9, 30)


def test_an_accusation_is_forwarded_and_never_handled_here(officer: Officer) -> None:
    officer.fill()
    officer.write("purpose", "2")
    officer.write("accused", "演示某单位")
    officer.press(Qt.Key.Key_G, held=ALT)
    menu = officer.menu()
    refused = {move for move, action in zip(DECISIONS, menu.actions(), strict=True) if not action.isEnabled()}
    assert refused == {Move.ACCEPT, Move.ANSWER, Move.ASSIGN}
    menu.close()


def test_the_case_is_shown_when_it_is_saved(officer: Officer) -> None:
    officer.fill()
    officer.decide(Qt.Key.Key_D)
    officer.type(_ANSWER)
    _confirm(officer)
    page = officer.screen.window.page
    assert page is not None
    assert not isinstance(page, NewPetitionPage)

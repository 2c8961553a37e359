"""What is written of a dispute is changed on its page, with a reason once it has ended; nothing typed is lost."""

from PySide6.QtCore import Qt

from gridapp.domain.move import Move
from tests.ui.handling.handler import ALT, CONTROL
from tests.ui.mediation.case.standing import Mediator, disputed, moved_on
from tests.ui.screen import Screen
from ui.cases.move_dialog import MoveDialog


def test_an_open_dispute_is_changed_and_the_change_is_told(screen: Screen) -> None:
    mediator = Mediator(screen, disputed(screen.office, Move.ACCEPT))
    page = mediator.dispute_page
    mediator.press(Qt.Key.Key_E, ALT)
    screen.qtbot.waitUntil(lambda: page.is_editing)
    screen.settle()
    mediator.press(Qt.Key.Key_A, CONTROL)
    mediator.write("演示：改过的名称")
    assert not any(button.isEnabled() for button in page.course.moves.buttons.values())
    assert not any(button.isEnabled() for button in page.file.buttons.values())
    mediator.press(Qt.Key.Key_S, CONTROL)
    screen.qtbot.waitUntil(lambda: not page.is_editing)
    screen.settle()
    assert mediator.dispute.title == "演示：改过的名称"
    assert page.course.history.shown[0].title == "修改"
    assert any(button.isEnabled() for button in page.file.buttons.values())


def test_an_ended_dispute_asks_why_it_is_corrected(screen: Screen) -> None:
    page = Mediator(screen, disputed(screen.office, Move.ACCEPT, Move.FAIL)).dispute_page
    assert page.edit_button.accessibleName() == "更正"
    page.edit()
    assert page.amending.form.boxes["reason"].isVisible()


def test_former_places_are_offered_for_the_next_meeting(screen: Screen) -> None:
    earlier = disputed(screen.office, Move.ACCEPT)
    moved_on(screen.office, earlier, Move.MEDIATE, place="演示：镇调解中心")
    mediator = Mediator(screen, disputed(screen.office, Move.ACCEPT))
    mediator.choose(Move.SCHEDULE)
    dialog = mediator.opened(MoveDialog)
    mediator.go_to(dialog, "place")
    mediator.press(Qt.Key.Key_A, CONTROL)
    mediator.press(Qt.Key.Key_Delete)
    mediator.press(Qt.Key.Key_Down)
    mediator.press(Qt.Key.Key_Return)
    assert dialog.entries["place"].read() == "演示：镇调解中心"

"""What is written of a petition is changed on its page, with a reason once it has been answered."""

from PySide6.QtCore import Qt

from gridapp.domain.move import Move
from tests.ui.handling.handler import ALT, CONTROL
from tests.ui.petition.case.standing import ANSWERED, Officer, petitioned
from tests.ui.screen import Screen


def test_an_open_petition_is_changed_by_keyboard_and_the_change_is_told(screen: Screen) -> None:
    officer = Officer(screen, petitioned(screen.office, Move.ACCEPT))
    page = officer.petition_page
    officer.press(Qt.Key.Key_E, ALT)
    screen.qtbot.waitUntil(lambda: page.is_editing)
    screen.settle()
    page.amending.focus_field("petitioner")
    officer.press(Qt.Key.Key_A, CONTROL)
    officer.write("演示改名")
    assert not any(button.isEnabled() for button in page.course.moves.buttons.values())
    officer.press(Qt.Key.Key_S, CONTROL)
    screen.qtbot.waitUntil(lambda: not page.is_editing)
    screen.settle()
    assert officer.petition.petitioner == "演示改名"
    assert page.course.history.shown[0].title == "修改"
    assert ("信访人", "演示丙 → 演示改名") in page.course.history.shown[0].lines
    assert page.course.moves.buttons[Move.ISSUE_REPLY].isEnabled()


def test_an_answered_petition_asks_why_it_is_corrected(screen: Screen) -> None:
    page = Officer(screen, petitioned(screen.office, *ANSWERED)).petition_page
    assert page.edit_button.accessibleName() == "更正"
    page.edit()
    assert page.amending.form.boxes["reason"].isVisible()


def test_a_step_is_told_in_full(screen: Screen) -> None:
    page = Officer(screen, petitioned(screen.office, *ANSWERED, Move.TAKE_CHARGE, Move.TALK)).petition_page
    told = {item.title: dict(item.lines) for item in page.course.history.shown}
    assert told[Move.TALK] == {
        "地点": "演示：村委会",
        "约谈走访人": "演示镇长",
        "到场": "演示丙",
        "约谈走访情况": "演示：谈了一次",
    }
    assert told[Move.ISSUE_REPLY]["处理意见书"] == "支持诉求；（2018）信处字第1号；演示：已修复村道"
    assert told[Move.SERVE_REPLY]["送达方式"] == "直接送达"
    assert told[Move.ACCEPT]["责任人"] == "演示经办人"

"""After each save the bar offers to undo it; Ctrl+Z and Ctrl+Y do so on every page, and the last saves can be seen."""

from PySide6.QtCore import Qt

from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.ui.handling.handler import CONTROL, Handler
from tests.ui.handling.standing import standing
from tests.ui.screen import Screen
from ui.handling.recent_saves_dialog import RecentSavesDialog


def _accepted(screen: Screen) -> Handler:
    handler = Handler(screen, standing(screen.office))
    handler.make(Move.ACCEPT)
    return handler


def test_the_bar_offers_to_undo_a_save(screen: Screen) -> None:
    handler = _accepted(screen)
    assert screen.window.message.text == f"已受理：{handler.case.number}。"
    offers = {button.text(): button for button in screen.window.message.offers}
    assert list(offers) == ["撤销", "最近的保存…"]
    screen.click(offers["撤销"])
    assert handler.case.status is handler.shown.status is Status.REPORTED


def test_control_z_and_control_y_where_no_field_has_the_keyboard(screen: Screen) -> None:
    handler = _accepted(screen)
    states = []
    for key, told in ((Qt.Key.Key_Z, "已撤销：受理 "), (Qt.Key.Key_Y, "已重做：受理 ")):
        handler.press(key, CONTROL)
        assert screen.window.message.text.startswith(told)
        states.append(handler.case.status)
    assert states == [Status.REPORTED, Status.ACCEPTED]


def test_control_z_in_a_field_belongs_to_the_field(screen: Screen) -> None:
    handler = _accepted(screen)
    page = handler.page
    handler.press(Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    screen.qtbot.waitUntil(lambda: getattr(page, "is_editing", False))
    handler.write("abc")
    handler.press(Qt.Key.Key_Z, CONTROL)
    assert handler.case.status is Status.ACCEPTED


def test_an_earlier_save_is_chosen_from_the_list(screen: Screen) -> None:
    first, second = _accepted(screen), _accepted(screen)
    screen.window.undoing.show_recent()
    dialog = second.opened(RecentSavesDialog)
    actions = [dialog.list.topLevelItem(row) for row in range(3)]
    assert [(item.text(1), item.text(2)) for item in actions if item is not None] == [
        ("受理", second.case.number),
        ("登记", second.case.number),
        ("受理", first.case.number),
    ]
    second.press(Qt.Key.Key_Down)
    second.press(Qt.Key.Key_Down)
    second.press(Qt.Key.Key_Return)
    screen.settle()
    assert first.case.status is Status.REPORTED
    assert second.case.status is Status.ACCEPTED

"""Somebody else saved the same event first: it is shown before anything is overwritten, and nothing typed is lost."""

from dataclasses import replace

from PySide6.QtCore import Qt

from gridapp.cases.handle import void
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.offices import ACTOR, DEADLINES, NOW, amended, at, recorded, taken
from tests.ui.handling.handler import Handler
from tests.ui.handling.standing import standing
from tests.ui.screen import Screen
from ui.cases.event_page import EventPage
from ui.cases.move_dialog import MoveDialog
from ui.handling.conflict_dialog import MINE, THEIRS, ConflictDialog
from ui.handling.move_fields import fields_of


def _overtaken(screen: Screen, **mine: str) -> tuple[Handler, EventPage, ConflictDialog]:
    event = recorded(screen.office, at(2018, 2, 20), phone="13700000001")
    handler = Handler(screen, event)
    page = screen.page(EventPage)
    page.edit()
    screen.settle()
    amended(screen.office, event, title="演示：他的标题", people=3)
    for name, text in mine.items():
        getattr(page.form.entries, name).setText(text)
    page.save()
    screen.settle()
    return handler, page, handler.opened(ConflictDialog)


def test_each_field_is_shown_with_all_three_values(screen: Screen) -> None:
    _, _, dialog = _overtaken(screen, title="演示：我的标题", phone="13700000002")
    assert dialog.lines == [
        ("标题", "演示：道路积水", "演示：他的标题", "演示：我的标题"),
        ("联系电话", "13700000001", "13700000001", "13700000002"),
        ("涉及人数", "（空）", "3", "（空）"),
    ]


def test_a_conflict_has_no_answer_beforehand_and_needs_one(screen: Screen) -> None:
    handler, page, dialog = _overtaken(screen, title="演示：我的标题")
    assert {field: choice.key for field, choice in dialog.choices.items()} == {"title": None}
    dialog.answer()
    assert dialog.isVisible()
    assert handler.event.title == "演示：他的标题"
    dialog.reject()
    assert page.form.entries.title.text() == "演示：我的标题"


def test_what_was_decided_is_saved_with_what_only_one_changed(screen: Screen) -> None:
    for choice, title in ((MINE, "演示：我的标题"), (THEIRS, "演示：他的标题")):
        handler, _, dialog = _overtaken(screen, title="演示：我的标题", phone="13700000002")
        dialog.choices["title"].choose(choice)
        dialog.answer()
        screen.settle()
        assert (handler.event.title, handler.event.phone, handler.event.people) == (title, "13700000002", 3)


def test_without_a_conflict_both_changes_hold(screen: Screen) -> None:
    handler, _, dialog = _overtaken(screen, address="演示路1号")
    assert dialog.choices == {}
    handler.confirm()
    assert (handler.event.title, handler.event.address) == ("演示：他的标题", "演示路1号")


def test_a_move_that_is_still_lawful_goes_on_with_the_fresh_case(screen: Screen) -> None:
    event = recorded(screen.office, at(2018, 2, 28, 9))
    handler = Handler(screen, event)
    handler.choose(Move.RETURN)
    dialog = handler.opened(MoveDialog)
    handler.write("演示：地点不清")
    amended(screen.office, event, title="演示：他的标题")
    handler.confirm()
    assert "做了“修改”" in dialog.notice
    assert screen.page(EventPage).head.title.text() == "演示：他的标题"
    handler.confirm()
    assert handler.event.status is Status.RETURNED
    assert handler.event.steps[-1].text == "演示：地点不清"


def test_a_move_that_is_lawful_no_more_is_refused_and_its_words_stay(screen: Screen) -> None:
    event = standing(screen.office, Move.ACCEPT)
    handler = Handler(screen, event)
    handler.choose(Move.ASSIGN)
    dialog = handler.opened(MoveDialog)
    handler.write("演示站所")
    taken(screen.office, event, Move.ASSIGN, at(2018, 2, 28, 11), unit="演示二所")
    handler.confirm()
    assert "不能交办" in dialog.notice
    assert not dialog.confirm.isEnabled()
    assert dialog.entries["unit"].read() == "演示站所"
    assert handler.event.unit == "演示二所"
    assert replace(handler.event, version=0) == replace(handler.shown, version=0)
    handler.press(Qt.Key.Key_Escape)


def test_what_was_voided_meanwhile_is_not_changed_and_what_was_written_stays(screen: Screen) -> None:
    event = recorded(screen.office, at(2018, 2, 20))
    handler = Handler(screen, event)
    page = screen.page(EventPage)
    page.edit()
    screen.settle()
    page.form.entries.title.setText("演示：我的标题")
    void(screen.office.cases, event.id, event.version, "演示：误登", DEADLINES, ACTOR, NOW)
    page.save()
    screen.settle()
    assert "已经作废，请先恢复再修改" in screen.window.message.text
    assert handler.event.title == "演示：道路积水"
    assert page.form.entries.title.text() == "演示：我的标题"


def test_a_move_that_asks_for_more_now_is_to_be_opened_again(screen: Screen) -> None:
    event = standing(screen.office, Move.ACCEPT)
    handler = Handler(screen, event)
    handler.choose(Move.CLOSE)
    dialog = handler.opened(MoveDialog)
    handler.write("演示：已清理")
    case = taken(screen.office, event, Move.ASSIGN, at(2018, 2, 28, 11), unit="演示二所")
    case = taken(screen.office, case, Move.SIGN, at(2018, 2, 28, 12))
    taken(screen.office, case, Move.FEEDBACK, at(2018, 2, 28, 13), result="演示：已清运", evidence="演示：照片")
    handler.fill(dialog, next(field for field in fields_of(event, Move.CLOSE) if field.name == "evidence"))
    handler.confirm()
    assert "请重新打开" in dialog.notice
    assert not dialog.confirm.isEnabled()
    assert dialog.entries["result"].read() == "演示：已清理"

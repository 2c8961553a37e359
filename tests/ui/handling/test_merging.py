"""Duplicates are merged and taken apart again; both sides say so and lead to each other."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.domain.attachment import Attachment
from gridapp.domain.event import Event
from gridapp.ports import Office
from tests.offices import amended, at, recorded
from tests.ui.handling.handler import Handler
from tests.ui.screen import Screen
from ui.handling.action import Deed
from ui.handling.merge_dialog import MergeDialog


def _alike(office: Office, count: int, **fields: object) -> list[Event]:
    return [
        recorded(
            office,
            at(2018, 2, 20, 9 + n),
            title="演示：大桥头路面塌陷无法通行",
            address="大桥头12号",
            phone="13700000009",
            **fields,
        )
        for n in range(count)
    ]


def _tick(dialog: MergeDialog, case: Event) -> None:
    for row in range(dialog.list.topLevelItemCount()):
        item = dialog.list.topLevelItem(row)
        if item is not None and item.text(0) == case.number:
            item.setCheckState(0, Qt.CheckState.Checked)
            return
    raise AssertionError(f"{case.number} is not offered")


def _merging(screen: Screen, case: Event) -> tuple[Handler, MergeDialog]:
    handler = Handler(screen, case)
    handler.choose(Deed.MERGE)
    return handler, handler.opened(MergeDialog)


def test_likely_duplicates_are_offered_first_with_the_reason(screen: Screen) -> None:
    one, other = _alike(screen.office, 2)
    _, dialog = _merging(screen, one)
    item = dialog.list.topLevelItem(0)
    assert item is not None
    assert item.text(0) == other.number
    assert "同一电话" in item.text(4)


def test_several_are_merged_at_once_and_the_survivor_lists_them(screen: Screen) -> None:
    digest = screen.office.attachments.put(b"demo")
    file = Attachment(name="演示.jpg", sha256=digest, size=4, added_at=at(2018, 2, 20), added_by="演示员")
    one, *others = _alike(screen.office, 3, attachments=(file,))
    handler, dialog = _merging(screen, one)
    for other in others:
        _tick(dialog, other)
    dialog.reason.setText("演示：同一件事")
    handler.confirm()
    assert all(screen.office.cases.load(other.id).excluded for other in others)
    links = handler.page.head.links.text()
    assert all(other.number in links for other in others)
    assert "演示.jpg" in links


def test_this_case_can_be_the_one_that_goes_and_leads_to_the_other(screen: Screen) -> None:
    one, other = _alike(screen.office, 2)
    handler, dialog = _merging(screen, one)
    _tick(dialog, other)
    dialog.kept.choose(str(other.id))
    dialog.reason.setText("演示：同一件事")
    handler.confirm()
    assert handler.page.head.state.text() == "已并案"
    assert "已并入 <a" in handler.page.head.links.text()
    handler.page.head.links.linkActivated.emit(f"event/{other.id}")
    screen.settle()
    assert screen.window.page is not None
    assert other.number in screen.window.page.title


def test_taking_apart_gives_back_what_was(screen: Screen) -> None:
    one, other = _alike(screen.office, 2)
    handler, dialog = _merging(screen, one)
    _tick(dialog, other)
    dialog.kept.choose(str(other.id))
    dialog.reason.setText("演示：同一件事")
    handler.confirm()
    handler.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    handler.answer_reason("演示：不是同一件")
    assert handler.case.excluded is None
    assert handler.page.head.state.text() == "待受理"


def test_without_a_reason_or_a_case_nothing_is_merged(screen: Screen) -> None:
    one, other = _alike(screen.office, 2)
    handler, dialog = _merging(screen, one)
    handler.confirm()
    assert dialog.said.text() == "请先勾选是同一件事的案件。"
    _tick(dialog, other)
    dialog.reason.clear()
    handler.confirm()
    assert dialog.boxes["reason"].problem == "请填写并案原因。"
    assert screen.office.cases.load(other.id).excluded is None


def test_a_case_that_was_changed_meanwhile_is_looked_at_again_before_it_goes(screen: Screen) -> None:
    one, other = _alike(screen.office, 2)
    handler, dialog = _merging(screen, one)
    _tick(dialog, other)
    dialog.reason.setText("演示：同一件事")
    amended(screen.office, other, title="演示：大桥头路面塌陷已修好")
    handler.confirm()
    assert "刚被他人修改过" in dialog.said.text()
    item = dialog.list.topLevelItem(0)
    assert item is not None
    assert (item.text(1), item.checkState(0)) == ("演示：大桥头路面塌陷已修好", Qt.CheckState.Checked)
    handler.confirm()
    assert screen.office.cases.load(other.id).excluded is not None


def test_a_case_is_found_by_its_number(screen: Screen, qtbot: QtBot) -> None:
    one = _alike(screen.office, 1)[0]
    far = recorded(screen.office, at(2018, 1, 3), title="演示：另一件")
    handler, dialog = _merging(screen, one)
    dialog.search.setFocus()
    handler.write(far.number)
    handler.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1)
    _tick(dialog, far)
    assert dialog.kept.count() == 2

"""Wherever the window meets a closed month it offers a leader's correction; what was written is never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.area import Area, AreaKind
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.period import Month
from gridapp.domain.staff import StaffMember
from gridapp.ports import CaseQuery
from tests.gridapp.closing.closings import CHIEF, with_leader
from tests.offices import TOWN, VILLAGES, at, correcting, month_closed, recorded
from tests.ui.batch.clerk import HEADINGS, good_row
from tests.ui.batch.clerk import Clerk as GridClerk
from tests.ui.handling.handler import Handler
from tests.ui.lists.lists import CONTROL_SHIFT, dialog, ledger, press
from tests.ui.screen import Screen, write
from ui.cases.event_page import EventPage
from ui.cases.move_dialog import MoveDialog
from ui.closing.correction_dialog import CorrectionDialog
from ui.handling.action import Deed
from ui.handling.merge_dialog import MergeDialog
from ui.lists.bulk_dialog import BulkDialog
from ui.requests import NewBatch, ShowRecord

FEBRUARY = Month(2018, 2)


@pytest.fixture
def event(screen: Screen) -> Event:
    """An event of a month that was closed since, whose save could be undone."""
    with_leader(screen.office)
    saved = recorded(screen.office, at(2018, 2, 20))
    month_closed(screen.office, FEBRUARY)
    return saved


def _asked(screen: Screen) -> CorrectionDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CorrectionDialog)
    assert dialog.said.text().startswith("2018年2月已经关账")
    screen.settle()
    return dialog


def _grant(screen: Screen) -> None:
    asked = _asked(screen)
    write(asked.authority, CHIEF)
    write(asked.reason, "演示：核对后更正")
    screen.click(asked.confirm)


def _changes(screen: Screen) -> int:
    return len(screen.office.books.late_changes(TOWN, FEBRUARY))


def _amending(screen: Screen, event: Event) -> EventPage:
    screen.go(ShowRecord(Kind.EVENT, event.id))
    page = screen.page(EventPage)
    page.edit()
    page.form.entries.title.setText("演示：改过的标题")
    page.form.entries.village.choose(VILLAGES[2])
    screen.settle()
    page.save()
    screen.settle()
    return page


def test_a_form_is_saved_as_a_correction_by_leave(screen: Screen, event: Event) -> None:
    _amending(screen, event)
    _grant(screen)
    after = screen.office.cases.load(event.id)
    assert (after.village, after.title) == (VILLAGES[2], "演示：改过的标题")
    assert screen.office.cases.history(event.id)[-1].reason == f"演示：核对后更正（经{CHIEF}同意更正）"
    assert _changes(screen) == 1


def test_without_leave_the_form_stays_as_it_was_written(screen: Screen, event: Event) -> None:
    page = _amending(screen, event)
    _asked(screen).reject()
    screen.settle()
    assert page.is_editing
    assert page.form.entries.title.text() == "演示：改过的标题"
    assert page.amending.bar.save.isEnabled()
    assert "已经关账" in screen.window.message.text
    assert screen.office.cases.load(event.id).version == event.version


def test_leave_is_given_by_a_leader_for_a_reason(screen: Screen, event: Event) -> None:
    _amending(screen, event)
    asked = _asked(screen)
    write(asked.authority, "演示文员")
    screen.click(asked.confirm)
    boxes = asked.form.boxes
    assert boxes["authority"].problem == f"准许更正的负责人须是{CHIEF}，请改正。"
    assert boxes["reason"].problem == "请填写更正原因。"
    assert asked.authority.hasFocus()
    assert _changes(screen) == 0


def test_a_voiding_is_a_correction_by_leave(screen: Screen, event: Event) -> None:
    handler = Handler(screen, event)
    handler.choose(Deed.VOID)
    dialog = handler.opened(MoveDialog)
    dialog.fill({"reason": "演示：重复登记"})
    dialog.answered.emit({"reason": "演示：重复登记"})
    screen.settle()
    _grant(screen)
    assert handler.case.excluded is not None
    assert _changes(screen) == 1


def test_an_undoing_is_a_correction_by_leave(screen: Screen, event: Event) -> None:
    screen.window.undoing.undo()
    screen.settle()
    _grant(screen)
    assert screen.office.cases.load(event.id).excluded is not None
    assert _changes(screen) == 1


def test_a_grid_keeps_its_rows_until_leave_is_given(screen: Screen, event: Event) -> None:
    clerk = GridClerk(screen, NewBatch())
    clerk.paste([HEADINGS, good_row("演示：补录一"), good_row("演示：补录二")])
    clerk.save()
    _asked(screen).reject()
    screen.settle()
    assert clerk.page.board.model.sheet.filled == [0, 1]
    screen.click(clerk.page.save_button)
    _grant(screen)
    found = screen.office.lists.find_ids(CaseQuery(kind=Kind.EVENT, text="补录"))
    assert len(found) == _changes(screen) == 2
    assert clerk.page.board.model.sheet.filled == []


def test_a_bulk_change_is_a_correction_by_leave(screen: Screen, event: Event) -> None:
    page = ledger(screen)
    row = page.list.model.row_of(event.id)
    assert row is not None
    page.list.table.setFocus()
    page.list.table.selectRow(row)
    press(screen, (Qt.Key.Key_B, CONTROL_SHIFT))
    bulk = dialog(screen, BulkDialog)
    write(bulk.action, "级别")
    press(screen, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    bulk.form.boxes["level"].entry.choose("重大")  # type: ignore[attr-defined]
    bulk.form.changed.emit()
    screen.qtbot.waitUntil(lambda: bulk.ok.isEnabled())
    screen.settle()
    screen.click(bulk.ok)
    _grant(screen)
    assert screen.office.cases.load(event.id).level == "重大"
    assert _changes(screen) == 1


def test_a_merging_is_a_correction_by_leave(screen: Screen, event: Event) -> None:
    twin = recorded(correcting(screen.office), at(2018, 2, 20, 10), title=event.title, address="演示路1号")
    before = _changes(screen)
    handler = Handler(screen, event)
    handler.choose(Deed.MERGE)
    merging = handler.opened(MergeDialog)
    write(merging.search, twin.number)
    screen.qtbot.waitUntil(lambda: merging.list.topLevelItemCount() > 0)
    screen.settle()
    item = merging.list.topLevelItem(0)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Checked)
    write(merging.reason, "演示：同一件事")
    screen.click(merging.confirm)
    _grant(screen)
    assert _changes(screen) == before + 1
    assert {bool(screen.office.cases.load(case.id).excluded) for case in (event, twin)} == {True, False}


def test_the_dialog_is_answered_by_keyboard_alone(screen: Screen, event: Event) -> None:
    _amending(screen, event)
    asked = _asked(screen)
    write(asked.authority, CHIEF)
    screen.press(asked.authority, Qt.Key.Key_Tab)
    assert asked.reason.hasFocus()
    write(asked.reason, "演示：核对后更正")
    screen.press(asked.reason, Qt.Key.Key_Return)
    assert asked.isVisible()
    screen.press(asked.reason, Qt.Key.Key_Return, control=True)
    assert _changes(screen) == 1


def test_what_is_done_on_open_days_asks_for_no_leave(screen: Screen) -> None:
    new = recorded(screen.office, at(2018, 2, 20))
    month_closed(screen.office, FEBRUARY.later(-1))
    _amending(screen, new)
    assert QApplication.activeModalWidget() is None
    assert screen.office.cases.load(new.id).title == "演示：改过的标题"


def test_only_the_leaders_of_the_town_whose_month_is_closed_are_asked(screen: Screen, event: Event) -> None:
    other = Area(code="330326102", kind=AreaKind.TOWN, parent=None, name="水头镇", order=2)
    screen.office.registers.add_areas([other])
    stranger = StaffMember(town=other.code, name="演示外镇领导", role="分管领导")
    screen.office.registers.add_staff([stranger], [])
    _amending(screen, event)
    asked = _asked(screen)
    write(asked.authority, stranger.name)
    write(asked.reason, "演示：核对后更正")
    screen.click(asked.confirm)
    assert asked.form.boxes["authority"].problem == f"准许更正的负责人须是{CHIEF}，请改正。"
    assert _changes(screen) == 0

"""The form of an event: all problems at once, nothing lost, saved, handled, looked back on."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.cases.record import amend, draft_of
from gridapp.domain.event import Event
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery
from tests.offices import ACTOR, VILLAGES, at, recorded
from tests.ui.screen import Screen, write
from ui.cases.event_page import EventPage
from ui.cases.ledger_page import LedgerPage
from ui.cases.move_dialog import MoveDialog
from ui.home.home_page import HomePage
from ui.requests import NewEvent, ShowLedger, ShowRecord


def _new(screen: Screen) -> EventPage:
    screen.go(NewEvent())
    return screen.page(EventPage)


def _saved(screen: Screen, **fields: object) -> tuple[EventPage, Event]:
    event = recorded(screen.office, at(2018, 2, 20), **fields)
    screen.go(ShowRecord(Kind.EVENT, event.id))
    return screen.page(EventPage), event


def _fill(page: EventPage) -> None:
    write(page.form.title, "演示：路灯不亮")
    page.form.category.show_category("ZF0303")
    page.form.village.setCurrentIndex(page.form.village.findText("桐川村"))


def _problems(page: EventPage) -> dict[str, str]:
    return {field: box.problem for field, box in page.form.boxes.items() if box.problem}


def _answer(button: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == button).click()


def test_shows_every_problem_at_once_and_goes_to_the_first(screen: Screen) -> None:
    page = _new(screen)
    page.form.phone.setText("12")
    page.form.reported_at.setText("明年")
    page.save()
    assert _problems(page).keys() == {"title", "category", "village", "phone", "reported_at"}
    assert page.form.title.hasFocus()
    assert page.form.phone.text() == "12"
    assert page.form.reported_at.text() == "明年"


def test_problems_go_away_when_they_are_mended(screen: Screen) -> None:
    page = _new(screen)
    page.save()
    _fill(page)
    page.form.phone.setText("1")
    page.save()
    assert _problems(page).keys() == {"phone"}


def test_saving_creates_an_event_and_the_list_shows_it(screen: Screen) -> None:
    screen.go(ShowLedger(Kind.EVENT))
    before = screen.page(LedgerPage).list.model.rowCount()
    page = _new(screen)
    _fill(page)
    screen.press(page.form.title, Qt.Key.Key_S, control=True)
    assert page.title.startswith("网格事件 331121103-20180228-")
    assert screen.window.message.text == f"已保存，编号 {page.title.removeprefix('网格事件 ')}。"
    screen.back()
    ledger = screen.page(LedgerPage)
    assert ledger.list.model.rowCount() == before + 1
    assert ledger.list.model.index(0, 1).data() == "演示：路灯不亮"


def test_enter_goes_on_to_the_next_field_and_control_enter_saves(screen: Screen) -> None:
    page = _new(screen)
    page.form.title.setFocus()
    screen.press(page.form.title, Qt.Key.Key_Return)
    assert page.form.category.hasFocus()
    _fill(page)
    screen.press(page.form.title, Qt.Key.Key_Return, control=True)
    assert page.title.startswith("网格事件 ")


def test_enter_writes_a_new_line_in_the_note_and_tab_leaves_it(screen: Screen) -> None:
    page = _new(screen)
    page.form.note.setFocus()
    screen.press(page.form.note, Qt.Key.Key_Return)
    assert page.form.note.toPlainText() == "\n"
    screen.press(page.form.note, Qt.Key.Key_Tab)
    assert not page.form.note.hasFocus()


def test_the_grids_on_offer_follow_the_village(screen: Screen) -> None:
    form = _new(screen).form
    form.village.setCurrentIndex(form.village.findText("桐川村"))
    assert [form.grid.itemText(n) for n in range(form.grid.count())] == ["", "桐川村第1网格"]
    form.village.setCurrentIndex(form.village.findText("内冯村"))
    assert form.grid.count() == 1
    assert form.draft().grid is None


def test_a_category_is_found_by_a_part_of_its_name(screen: Screen) -> None:
    box = _new(screen).form.category
    line, completer = box.lineEdit(), box.completer()
    assert line is not None
    assert completer is not None
    write(line, "邻里")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "综治工作 · 邻里纠纷"


def test_amending_keeps_what_was_not_touched_to_the_second(screen: Screen) -> None:
    page, event = _saved(screen, phone="13700000000", due_at=at(2018, 3, 1))
    page.form.title.setText("演示：改过的标题")
    page.save()
    screen.settle()
    after = screen.office.cases.load(event.id)
    assert after.title == "演示：改过的标题"
    assert draft_of(after) == draft_of(event).__class__(  # type: ignore[arg-type]
        **{name: getattr(draft_of(event), name) for name in draft_of(event).__slots__} | {"title": after.title}
    )


def test_history_tells_who_changed_what_in_chinese(screen: Screen) -> None:
    page, event = _saved(screen)
    page.form.village.setCurrentIndex(page.form.village.findText("内冯村"))
    page.save()
    screen.settle()
    lines = [
        [page.history.topLevelItem(n).text(c) for c in range(1, 6)]  # type: ignore[union-attr]
        for n in range(page.history.topLevelItemCount())
    ]
    assert lines == [
        ["演示员（一号机）", "修改", "所属村社", "桐川村", "内冯村"],
        ["演示员（一号机）", "登记", "编号", "", event.number],
    ]


def test_leaving_with_changes_asks_and_cancel_stays(screen: Screen) -> None:
    page = _new(screen)
    write(page.form.title, "演示")
    screen.window.go_back()
    _answer("取消")
    assert screen.page(EventPage).form.title.text() == "演示"


def test_leaving_without_saving_drops_the_changes(screen: Screen) -> None:
    page = _new(screen)
    write(page.form.title, "演示")
    screen.window.go_back()
    _answer("不保存")
    screen.settle()
    screen.page(HomePage)


def test_leaving_with_save_saves_and_leaves(screen: Screen) -> None:
    count = screen.office.lists.count(CaseQuery(kind=Kind.EVENT))
    page = _new(screen)
    _fill(page)
    screen.window.go_back()
    _answer("保存")
    screen.settle()
    screen.page(HomePage)
    assert screen.office.lists.count(CaseQuery(kind=Kind.EVENT)) == count + 1


def test_leaving_with_save_stays_where_something_is_wrong(screen: Screen) -> None:
    page = _new(screen)
    write(page.form.title, "演示")
    screen.window.go_back()
    _answer("保存")
    screen.settle()
    assert _problems(screen.page(EventPage)).keys() == {"category", "village"}


def test_closing_the_window_asks_too(screen: Screen) -> None:
    page = _new(screen)
    write(page.form.title, "演示")
    screen.window.close()
    assert screen.window.isVisible()
    _answer("不保存")
    assert not screen.window.isVisible()


def test_leaving_without_changes_asks_nothing(screen: Screen) -> None:
    _saved(screen)
    screen.back()
    screen.page(HomePage)


def test_whoever_was_overtaken_loses_nothing_and_sees_what_happened(screen: Screen) -> None:
    page, event = _saved(screen)
    other = draft_of(event).__class__(
        **{name: getattr(draft_of(event), name) for name in draft_of(event).__slots__} | {"unit": "演示站"}
    )
    amend(
        screen.office.cases,
        screen.office.registers.areas(),
        event.id,
        1,
        other,
        ACTOR,
        screen.office.cases.now,
    )
    page.form.title.setText("演示：我的标题")
    page.save()
    screen.settle()
    assert "刚被他人修改过" in screen.window.message.text
    assert page.form.title.text() == "演示：我的标题"
    newest = page.history.topLevelItem(0)
    assert newest is not None
    assert [newest.text(3), newest.text(5)] == ["承办单位", "演示站"]


def test_accepting_closing_and_reopening_from_the_buttons(screen: Screen) -> None:
    page, event = _saved(screen)
    screen.click(page.moves.buttons["受理"])
    assert page.moves.state == "办理中"
    screen.click(page.moves.buttons["办结"])
    dialog = page.findChildren(MoveDialog)[0]
    dialog.text.setPlainText("演示：已修好")
    screen.click(dialog.confirm)
    after = screen.office.cases.load(event.id)
    assert after.status is Status.CLOSED
    assert after.closings[0].result == "演示：已修好"
    assert page.moves.state == "已办结"
    screen.click(page.moves.buttons["重开"])
    dialog = next(d for d in page.findChildren(MoveDialog) if d.windowTitle() == "重开")
    dialog.text.setPlainText("演示：又坏了")
    screen.click(dialog.confirm)
    assert page.moves.state == "重新办理"


def test_a_closing_without_a_result_is_not_let_through(screen: Screen) -> None:
    page, event = _saved(screen)
    screen.click(page.moves.buttons["办结"])
    dialog = page.findChildren(MoveDialog)[0]
    screen.click(dialog.confirm)
    assert dialog.isVisible()
    assert screen.office.cases.load(event.id).status is Status.REPORTED
    dialog.reject()


def test_voiding_locks_the_form_until_it_is_taken_back(screen: Screen) -> None:
    page, _ = _saved(screen)
    for action, state, can_write in (("作废", "已作废", False), ("恢复", "待受理", True)):
        screen.click(page.moves.buttons[action])
        dialog = next(d for d in page.findChildren(MoveDialog) if d.windowTitle() == action)
        dialog.text.setPlainText("演示原因")
        screen.click(dialog.confirm)
        assert page.moves.state == state
        assert page.form.isEnabled() is can_write


def test_nothing_can_be_done_while_changes_are_unsaved(screen: Screen) -> None:
    page, _ = _saved(screen)
    page.form.title.setText("演示：另一个")
    assert not any(button.isEnabled() for button in page.moves.buttons.values())
    assert page.moves.buttons["受理"].toolTip() == "表单有未保存的修改，请先保存再办理。"


def test_f5_does_not_throw_away_what_was_written(screen: Screen) -> None:
    page, _ = _saved(screen)
    page.form.title.setText("演示：另一个")
    QApplication.sendEvent(
        page.form.title, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    )
    page.mark_stale()
    screen.settle()
    assert page.form.title.text() == "演示：另一个"


def test_a_villages_key_is_what_is_saved(screen: Screen) -> None:
    page, event = _saved(screen)
    assert page.form.draft().village == VILLAGES[0] == event.village

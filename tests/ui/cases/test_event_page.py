"""The page of a saved event: read, changed with or without a reason, left, and what others did meanwhile."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from tests.offices import amended, at, recorded
from tests.ui.handling.handler import Handler
from tests.ui.handling.standing import WAYS, standing
from tests.ui.screen import Screen, write
from ui.cases.event_page import EventPage
from ui.cases.move_dialog import MoveDialog
from ui.handling.action import Deed
from ui.handling.state_words import state_in_words
from ui.home.home_page import HomePage
from ui.requests import ShowRecord


def _opened(screen: Screen, case: Case) -> EventPage:
    screen.go(ShowRecord(Kind.EVENT, case.id))
    return screen.page(EventPage)


def _saved(screen: Screen, **fields: object) -> EventPage:
    return _opened(screen, recorded(screen.office, at(2018, 2, 20), **fields))


def _editing(screen: Screen, **fields: object) -> EventPage:
    page = _saved(screen, **fields)
    page.edit()
    screen.settle()
    return page


def _save(screen: Screen, page: EventPage) -> None:
    page.save()
    screen.settle()


def _answer(screen: Screen, button: str) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == button).click()
    screen.settle()


def test_the_head_tells_how_the_event_stands(screen: Screen) -> None:
    page = _opened(screen, standing(screen.office, Move.ACCEPT, Move.ASSIGN, Move.SIGN, Move.SUPERVISE, tags=("加急",)))
    assert page.head.state.text() == "处置中"
    assert page.head.title.text() == "演示：道路积水"
    assert all(word in page.head.marks.text() for word in ("普通督办", "加急", "补录"))
    assert all(word in page.head.facts.text() for word in ("办理时限", "现在由谁负责", "首问责任人", "演示站所"))


def test_alt_e_opens_the_form_and_only_a_received_event_asks_why(screen: Screen) -> None:
    for moves, asked in (((), False), ((Move.ACCEPT, Move.ASSIGN), True)):
        page = _opened(screen, standing(screen.office, *moves))
        page.edit()
        assert page.form.boxes["reason"].isVisible() is asked


def test_amending_keeps_what_was_not_touched_to_the_second(screen: Screen) -> None:
    event = recorded(screen.office, at(2018, 2, 20), phone="13700000000", due_at=at(2018, 3, 1))
    page = _opened(screen, event)
    page.edit()
    page.form.entries.title.setText("演示：改过的标题")
    _save(screen, page)
    after = screen.office.cases.load(event.id)
    assert after == replace(event, title="演示：改过的标题", version=2)
    assert not page.is_editing


def test_a_correction_without_a_reason_is_refused_under_its_field(screen: Screen) -> None:
    case = standing(screen.office, Move.ACCEPT, Move.ASSIGN)
    page = _opened(screen, case)
    page.edit()
    page.form.entries.title.setText("演示：更正")
    _save(screen, page)
    assert "更正原因" in page.form.boxes["reason"].problem
    assert page.form.entries.title.text() == "演示：更正"
    write(page.form.entries.reason, "演示：写错了")
    _save(screen, page)
    assert screen.office.cases.load(case.id).title == "演示：更正"
    assert screen.office.cases.history(case.id)[-1].action == "更正"


def test_every_problem_is_shown_at_once_and_nothing_is_lost(screen: Screen) -> None:
    page = _editing(screen)
    page.form.entries.title.clear()
    page.form.entries.phone.setText("12")
    _save(screen, page)
    assert {field for field, box in page.form.boxes.items() if box.problem} == {"title", "phone"}
    assert page.form.entries.phone.text() == "12"
    assert page.is_editing


def test_leaving_with_changes_asks_and_cancel_stays(screen: Screen) -> None:
    page = _editing(screen)
    write(page.form.entries.title, "演示")
    screen.window.go_back()
    _answer(screen, "取消")
    assert screen.page(EventPage).form.is_changed


def test_leaving_without_saving_drops_the_changes(screen: Screen) -> None:
    page = _editing(screen)
    write(page.form.entries.title, "演示")
    screen.window.go_back()
    _answer(screen, "不保存")
    screen.page(HomePage)


def test_leaving_with_save_saves_and_leaves(screen: Screen) -> None:
    page = _editing(screen)
    shown = page.event_shown
    assert shown is not None
    page.form.entries.title.setText("演示：另一个")
    screen.window.go_back()
    _answer(screen, "保存")
    screen.page(HomePage)
    assert screen.office.cases.load(shown.id).title == "演示：另一个"


def test_leaving_without_changes_asks_nothing(screen: Screen) -> None:
    _editing(screen)
    screen.back()
    screen.page(HomePage)


def test_giving_the_changes_up_asks_and_shows_what_is_saved(screen: Screen) -> None:
    page = _editing(screen)
    page.form.entries.title.setText("演示：另一个")
    page.amending.cancel()
    _answer(screen, "放弃")
    assert not page.is_editing
    assert not page.form.is_changed


def test_nothing_can_be_done_while_changes_are_unsaved(screen: Screen) -> None:
    page = _editing(screen)
    page.form.entries.title.setText("演示：另一个")
    buttons = page.course.moves.buttons.values()
    assert not any(button.isEnabled() for button in buttons)
    assert {button.toolTip() for button in buttons} == {"表单有未保存的修改，请先保存再办理。"}


def test_f5_does_not_throw_away_what_was_written(screen: Screen) -> None:
    page = _editing(screen)
    page.form.entries.title.setText("演示：另一个")
    page.mark_stale()
    screen.settle()
    assert page.form.entries.title.text() == "演示：另一个"
    assert "没有重新载入" in screen.window.message.text


def test_f5_shows_what_somebody_else_saved(screen: Screen) -> None:
    event = recorded(screen.office, at(2018, 2, 20))
    page = _opened(screen, event)
    amended(screen.office, event, title="演示：他人改的")
    page.mark_stale()
    screen.settle()
    assert page.head.title.text() == "演示：他人改的"


def test_a_voided_event_cannot_be_changed_until_it_is_restored(screen: Screen) -> None:
    handler = Handler(screen, recorded(screen.office, at(2018, 2, 20)))
    page = screen.page(EventPage)
    for deed, state, can_write in ((Deed.VOID, "已作废", False), (Deed.RESTORE, "待受理", True)):
        handler.choose(deed)
        handler.answer_reason("演示原因")
        assert state_in_words(handler.case) == page.head.state.text() == state
        assert page.edit_button.isEnabled() is can_write


def test_an_archived_event_is_only_looked_at(screen: Screen) -> None:
    handler = Handler(screen, standing(screen.office, *WAYS[Status.CLOSED], day=1))
    page = screen.page(EventPage)
    handler.choose(Move.ARCHIVE)
    handler.opened(MoveDialog)
    handler.confirm()
    assert not page.edit_button.isEnabled()
    assert page.edit_button.toolTip() == "已经归档，只供查看，不能再修改。"

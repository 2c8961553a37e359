"""The other kinds have the same buttons, dialogs and line of time on their short course."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Save
from tests.gridapp.bare_cases import bare
from tests.offices import ACTOR, at
from tests.ui.handling.handler import Handler
from tests.ui.screen import Screen
from ui.cases.detail_page import DetailPage
from ui.cases.move_dialog import MoveDialog
from ui.handling.content_view import pairs_of


def test_a_hazard_is_received_closed_and_reopened(screen: Screen) -> None:
    case = bare(Kind.HAZARD, at(2018, 2, 20))
    with screen.office.cases.transaction() as writer:
        writer.save([Save(None, case, "登记")], ACTOR, at(2018, 2, 20))
    handler = Handler(screen, case)
    for texts, status in (
        ((), Status.ACCEPTED),
        (("演示：已整改",), Status.CLOSED),
        (("演示：又有隐患",), Status.REOPENED),
    ):
        handler.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        handler.opened(MoveDialog)
        for text in texts:
            handler.write(text)
        handler.confirm()
        assert handler.case.status is handler.shown.status is status
    titles = [item.title for item in handler.page.course.history.shown]
    assert titles == [Move.REOPEN, Move.CLOSE, Move.ACCEPT, "登记"]


def test_everything_that_is_written_is_shown_and_can_be_filtered(screen: Screen) -> None:
    case_id = screen.office.lists.find_ids(CaseQuery(kind=Kind.HAZARD))[0]
    case = screen.office.cases.load(case_id)
    handler = Handler(screen, case)
    assert isinstance(handler.page, DetailPage)
    names = [name for name, _ in pairs_of(case, screen.office.registers.areas())]
    assert names[:3] == ["编号", "隐患内容", "乡镇"]
    handler.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is handler.page.course.history.text

"""What is written of a case is read field by field, and its course by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from tests.ui.handling.handler import CONTROL, Handler
from tests.ui.screen import Screen
from ui.handling.content_view import pairs_of


def test_everything_that_is_written_is_shown_and_the_course_is_reached_by_key(screen: Screen) -> None:
    case_id = screen.office.lists.find_ids(CaseQuery(kind=Kind.EVENT))[0]
    handler = Handler(screen, screen.office.cases.load(case_id))
    names = [name for name, _ in pairs_of(handler.case, screen.office.registers.areas())]
    assert names[:3] == ["编号", "标题", "乡镇"]
    handler.press(Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is handler.page.course.history.text

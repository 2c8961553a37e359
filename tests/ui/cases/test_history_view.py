"""The line of time on screen can be narrowed to the handling, read by a screen reader, and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.offices import at
from ui.cases.history_view import COURSE, HistoryView
from ui.handling.timeline import Item

_FILE = {"name": "演示 照片.jpg", "sha256": "abc", "size": 1}
ITEMS: Sequence[Item] = (
    Item(at(2018, 2, 3), "修改", "演示员", 1, lines=(("标题", "甲 → <乙>"),), is_course=False),
    Item(at(2018, 2, 2), "反馈", "演示员", 1, lines=(("处置结果", "已清理"),), files=(_FILE,), undone=True),
    Item(at(2018, 2, 1), "登记", "演示员", 1),
)


def _view(qtbot: QtBot) -> HistoryView:
    view = HistoryView()
    qtbot.addWidget(view)
    view.show_items(ITEMS)
    return view


def test_everything_is_told_as_it_was_written(qtbot: QtBot) -> None:
    view = _view(qtbot)
    text = view.text.toPlainText()
    assert "标题：甲 → <乙>" in text
    assert "附件：演示 照片.jpg" in text
    assert text.index("修改") < text.index("反馈") < text.index("登记")


def test_lines_of_a_text_stay_lines(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.show_items([Item(at(2018, 2, 1), "反馈", "演示员", 1, lines=(("处置结果", "清运\n复查"),))])
    assert view.text.toPlainText().splitlines()[-2:] == ["处置结果：清运", "复查"]


def test_what_was_undone_says_so(qtbot: QtBot) -> None:
    view = _view(qtbot)
    line = next(line for line in view.text.toPlainText().splitlines() if "反馈" in line)
    assert "（已撤销）" in line


def test_the_handling_alone_leaves_changes_out(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.filter.setCurrentIndex(view.filter.findText("只看办理"))
    assert view.filter.key == COURSE
    assert [item.title for item in view.shown] == ["反馈", "登记"]
    assert "修改" not in view.text.toPlainText()


def test_what_is_selected_can_be_copied(qtbot: QtBot) -> None:
    view = _view(qtbot)
    view.text.selectAll()
    view.text.copy()
    assert "处置结果：已清理" in QApplication.clipboard().text()


def test_a_file_is_asked_for_by_its_name_and_digest(qtbot: QtBot) -> None:
    view = _view(qtbot)
    with qtbot.waitSignal(view.file_wanted) as asked:
        view.text.anchorClicked.emit(QUrl("file:abc/%E6%BC%94%E7%A4%BA%20%E7%85%A7%E7%89%87.jpg"))
    assert asked.args == ["演示 照片.jpg", "abc"]

"""Attachments: added by drag, paste and dialog, looked at, removed, each refusal in place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gridapp.domain.attachment import LARGEST
from tests.ui.recording.clerk import Clerk
from ui.desk import Desk
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.incoming_files import from_paths
from ui.recording.picture_dialog import PictureDialog


@pytest.fixture
def box(qtbot: QtBot, desk: Desk) -> AttachmentsBox:
    """An empty box in a window of its own."""
    made = AttachmentsBox(desk)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def _file(folder: Path, name: str, content: bytes = b"demo") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def _picture(folder: Path, name: str = "现场.png") -> str:
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = folder / name
    image.save(str(path))
    return str(path)


def _mime(*paths: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return mime


def _drop(target: QWidget, mime: QMimeData) -> None:
    point, copy, left = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, copy, mime, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(point), copy, mime, left, none))


def _add(qtbot: QtBot, box: AttachmentsBox, *paths: str) -> None:
    with qtbot.waitSignal(box.settled):
        box.add(from_paths(paths))


def _names(box: AttachmentsBox) -> list[str]:
    return [file.name for file in box.attachments]


def test_files_that_are_dropped_are_kept_under_their_digest(
    qtbot: QtBot, box: AttachmentsBox, desk: Desk, tmp_path: Path
) -> None:
    mime = _mime(_file(tmp_path, "笔录.docx", b"demo words"))
    with qtbot.waitSignal(box.settled):
        _drop(box, mime)
    (file,) = box.attachments
    assert (file.name, file.size) == ("笔录.docx", 10)
    assert desk.office.attachments.get(file.sha256) == b"demo words"


def test_a_file_that_is_dropped_anywhere_on_the_form_is_attached(clerk: Clerk, tmp_path: Path) -> None:
    with clerk.screen.qtbot.waitSignal(clerk.entries.attachments.settled):
        _drop(clerk.page.form.fields, _mime(_file(tmp_path, "照片.jpg")))
    assert _names(clerk.entries.attachments) == ["照片.jpg"]
    assert not clerk.entries.address.acceptDrops()


def test_files_that_are_pasted_are_kept(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(_mime(_file(tmp_path, "照片.jpg")))
    with qtbot.waitSignal(box.settled):
        QTest.keyClick(box.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert _names(box) == ["照片.jpg"]


def test_a_picture_that_is_pasted_becomes_a_file_named_by_the_time(qtbot: QtBot, box: AttachmentsBox) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(box.settled):
        box.paste()
    (name,) = _names(box)
    assert name.startswith("截图-")
    assert name.endswith(".png")


def test_a_clipboard_without_files_says_so(box: AttachmentsBox) -> None:
    QGuiApplication.clipboard().setText("演示")
    box.paste()
    assert box.problem == "剪贴板里没有文件或图片，请先复制或截图。"


def test_files_are_chosen_in_a_dialog(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    paths = [_file(tmp_path, "甲.txt"), _file(tmp_path, "乙.txt", b"other")]
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(box.add_button, Qt.Key.Key_A, held)
    dialog = box.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(box.settled):
        dialog.filesSelected.emit(paths)
    dialog.close()
    assert _names(box) == ["甲.txt", "乙.txt"]


def test_a_name_that_is_there_already_is_refused_and_the_others_are_kept(
    qtbot: QtBot, box: AttachmentsBox, tmp_path: Path
) -> None:
    _add(qtbot, box, _file(tmp_path, "甲.txt"))
    _add(qtbot, box, _file(tmp_path, "甲.txt"), _file(tmp_path, "乙.txt"))
    assert _names(box) == ["甲.txt", "乙.txt"]
    assert box.problem == "已有同名附件“甲.txt”，请改名后再添加。"


def test_eleven_at_once_are_refused(box: AttachmentsBox, tmp_path: Path) -> None:
    box.add(from_paths([_file(tmp_path, f"{n}.txt") for n in range(11)]))
    assert box.problem == "一次最多添加 10 个附件，请分次添加。"
    assert not box.is_busy


def test_a_file_that_is_too_large_is_refused_unread(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    path = tmp_path / "录像.mp4"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    _add(qtbot, box, str(path))
    assert box.problem == "“录像.mp4”超过 50 MB，请压缩或拆分后再添加。"
    assert _names(box) == []


def test_a_file_that_is_gone_is_told_plainly(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    _add(qtbot, box, str(tmp_path / "没有.txt"))
    assert box.problem == "“没有.txt”读不出来，请确认文件还在、没有被其他程序占用。"


def test_delete_removes_the_file_that_is_marked(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    _add(qtbot, box, _file(tmp_path, "甲.txt"), _file(tmp_path, "乙.txt", b"other"))
    box.list.setFocus()
    QTest.keyClick(box.list, Qt.Key.Key_Delete)
    assert _names(box) == ["乙.txt"]
    assert box.list.hasFocus()


def test_enter_shows_a_picture_fitted_and_at_its_own_size(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    _add(qtbot, box, _picture(tmp_path))
    box.list.setFocus()
    QTest.keyClick(box.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(box.findChildren(PictureDialog)))
    (dialog,) = box.findChildren(PictureDialog)
    shown = dialog.shown_size
    assert shown.width() <= dialog.width()
    assert abs(shown.width() - 2 * shown.height()) <= 2
    dialog.fit(fits=False)
    assert (dialog.shown_size.width(), dialog.shown_size.height()) == (2000, 1000)
    dialog.close()


def test_a_program_is_never_opened(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    _add(qtbot, box, _file(tmp_path, "工具.exe"))
    box.list.setFocus()
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    assert box.problem == "“工具.exe”是程序文件，为安全起见不能直接打开。"


def test_a_name_that_came_meanwhile_refuses_that_file_alone(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    (tmp_path / "后").mkdir()
    box.add(from_paths([_file(tmp_path, "甲.txt")]))
    _add(qtbot, box, _file(tmp_path / "后", "甲.txt", b"other"), _file(tmp_path, "乙.txt"))
    qtbot.waitUntil(lambda: not box.is_busy)
    assert _names(box) == ["甲.txt", "乙.txt"]
    assert "甲.txt" in box.problem


def test_an_empty_file_is_refused_by_its_name(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    _add(qtbot, box, _file(tmp_path, "空.txt", b""), _file(tmp_path, "乙.txt"))
    assert _names(box) == ["乙.txt"]
    assert "空.txt" in box.problem


def test_a_picture_that_is_none_keeps_the_mark_of_a_file(qtbot: QtBot, box: AttachmentsBox, tmp_path: Path) -> None:
    _add(qtbot, box, _file(tmp_path, "坏.png"))
    box.list.show_thumbnail(box.attachments[0].sha256, QImage())
    assert not box.list.item(0).icon().isNull()


@pytest.mark.parametrize("field", ["title", "note", "village"])
def test_a_file_that_is_pasted_in_a_field_is_attached(clerk: Clerk, tmp_path: Path, field: str) -> None:
    QGuiApplication.clipboard().setMimeData(_mime(_file(tmp_path, "现场.txt")))
    clerk.entries.by_field[field].setFocus()
    clerk.press(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    clerk.screen.settle()
    assert _names(clerk.entries.attachments) == ["现场.txt"]
    assert (clerk.entries.title.text(), clerk.entries.note.toPlainText()) == ("", "")


def test_cells_of_a_spreadsheet_are_pasted_as_words_though_a_picture_comes_with_them(clerk: Clerk) -> None:
    mime = QMimeData()
    mime.setText("演示：路灯不亮")
    mime.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(mime)
    clerk.press(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    clerk.screen.settle()
    assert clerk.entries.title.text() == "演示：路灯不亮"
    assert clerk.entries.attachments.attachments == ()


def test_files_dropped_on_fields_of_several_lines_are_left_to_the_form(clerk: Clerk) -> None:
    assert not clerk.entries.note.viewport().acceptDrops()
    assert not clerk.page.form.closing.result.viewport().acceptDrops()

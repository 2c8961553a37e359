"""The page 导入台账: file, columns, preview, done; refused rows come back, a batch is taken back."""

import threading
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gridapp.closing.closings import CHIEF, JANUARY, closed_by_all, with_leader
from tests.gridapp.ledger_files import workbook
from tests.ui.importing.wizard import button_of, count_of, go_on, open_file, row_of
from tests.ui.screen import Screen, write
from ui.closing.correction_dialog import CorrectionDialog
from ui.importing.import_page import ImportPage
from ui.importing.preview_rows import Part
from ui.importing.step_line import Step

_COPY = Qt.DropAction.CopyAction


def test_a_ledger_goes_in_by_four_steps(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1"), row_of("演-2")]))
    assert page.columns.places["title"] == 1
    go_on(screen, page)
    assert page.preview.buttons[Part.NEW].text() == "新增 2"
    assert count_of(screen) == 0
    go_on(screen, page)
    assert page.step is Step.DONE
    assert "新增 2 条" in page.done.told.text()
    assert count_of(screen) == 2
    assert page.file.model.rows[0].id == page.work.batch


def test_a_column_that_nobody_knows_is_chosen_and_remembered(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    headings = ["甲列", "类别", "所属村社", "上报人", "上报时间"]
    row = {key: value for key, value in row_of().items() if key != "标题"} | {"甲列": "演示：路灯不亮"}
    path = workbook(tmp_path / "台账.xlsx", [row], headings)
    open_file(screen, page, path)
    assert "还缺必填的列：标题" in page.columns.told.text()
    page.columns.choosers["title"].setCurrentIndex(1)
    assert "还缺" not in page.columns.told.text()
    go_on(screen, page)
    assert page.preview.buttons[Part.NEW].text() == "新增 1"
    open_file(screen, page, path)
    assert page.columns.places["title"] == 0


def test_one_column_fills_one_field(page: ImportPage, screen: Screen, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of()]))
    page.columns.choosers["note"].setCurrentIndex(2)
    assert page.columns.places["note"] == 1
    assert "title" not in page.columns.places


def test_without_a_required_column_the_check_is_refused_in_place(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of()]))
    page.columns.choosers["title"].setCurrentIndex(0)
    refusals: list[str] = []
    page.refused.connect(refusals.append)
    go_on(screen, page)
    assert page.step is Step.COLUMNS
    assert "标题" in refusals[0]
    assert page.next_button.isEnabled()


def test_refused_rows_come_first_and_come_back_mended(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    rows = [row_of("演-1"), row_of("演-2", 类别="没有这一类")]
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", rows))
    go_on(screen, page)
    assert page.preview.buttons[Part.REFUSED].isChecked()
    assert page.preview.model.rows[0][:3] == ("3", "类别", "没有这一类")
    go_on(screen, page)
    page.work.write_rejects(tmp_path / "退回.xlsx")
    screen.settle()
    book = load_workbook(tmp_path / "退回.xlsx")
    sheet = book.worksheets[0]
    place = [cell.value for cell in sheet[1]].index("类别") + 1
    sheet.cell(2, place, "邻里纠纷")
    book.save(tmp_path / "退回.xlsx")
    open_file(screen, page, tmp_path / "退回.xlsx")
    go_on(screen, page)
    assert page.preview.buttons[Part.NEW].text() == "新增 1"
    go_on(screen, page)
    assert count_of(screen) == 2


def test_the_same_file_again_says_that_there_is_nothing_new(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [row_of("演-1")])
    for _ in range(2):
        open_file(screen, page, path)
        go_on(screen, page)
        again = not page.next_button.isEnabled()
        if not again:
            go_on(screen, page)
    assert again
    assert page.preview.buttons[Part.SAME].text() == "相同 1"


def test_what_would_change_is_told_in_words(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "一.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    go_on(screen, page)
    open_file(screen, page, workbook(tmp_path / "二.xlsx", [row_of("演-1", 标题="演示：道路积水（更正）")]))
    go_on(screen, page)
    assert page.preview.buttons[Part.CHANGED].isChecked()
    assert "标题：演示：道路积水 → 演示：道路积水（更正）" in page.preview.model.rows[0][2]


def test_the_year_is_asked_for_where_days_have_none(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1", 上报时间="1.11")]))
    go_on(screen, page)
    assert page.preview.undated.isVisible()
    page.preview.year.setValue(2018)
    screen.click(page.preview.year_button)
    assert page.preview.buttons[Part.NEW].text() == "新增 1"
    assert not page.preview.undated.isVisible()


def test_a_closed_month_is_corrected_by_a_leaders_leave(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    with_leader(screen.office)
    closed_by_all(screen.office, JANUARY)
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    assert page.preview.buttons[Part.REFUSED].text() == "退回 1"
    screen.click(page.preview.leave_button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CorrectionDialog)
    line = dialog.authority.lineEdit() if hasattr(dialog.authority, "lineEdit") else dialog.authority
    assert isinstance(line, QLineEdit)
    line.clear()
    write(line, CHIEF)
    write(dialog.reason, "演示：补录")
    screen.press(dialog.reason, Qt.Key.Key_Return, control=True)
    assert page.preview.buttons[Part.NEW].text() == "新增 1"
    assert f"经{CHIEF}同意" in page.preview.allowed.text()
    go_on(screen, page)
    assert count_of(screen) == 1
    assert "2018年1月 1 条" in page.file.corrected.text()


def test_a_batch_is_taken_back_after_asking(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    go_on(screen, page)
    screen.click(page.done.undo_button)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    screen.click(button_of(box, "撤销这一批"))
    assert count_of(screen) == 0
    assert page.step is Step.FILE
    assert page.file.model.rows[0].taken_back_at is not None
    assert not page.file.undo_button.isEnabled()


def test_a_file_that_cannot_be_read_is_refused_and_the_page_stays(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04broken")
    refusals: list[str] = []
    page.refused.connect(refusals.append)
    open_file(screen, page, tmp_path / "坏.xlsx")
    assert page.step is Step.FILE
    assert len(refusals) == 1


def test_another_heading_row_can_be_pointed_at(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of()], above=[["演示台账"], ["填报"]]))
    assert page.columns.row.value() == 3
    page.columns.row.setValue(2)
    screen.settle()
    assert "还缺必填的列" in page.columns.told.text()
    page.columns.row.setValue(3)
    screen.settle()
    assert "还缺必填的列" not in page.columns.told.text()


def test_an_empty_ledger_is_written_and_goes_in_again(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    page.head.empty_button.write_to(tmp_path / "空白.xlsx")
    screen.settle()
    open_file(screen, page, tmp_path / "空白.xlsx")
    assert page.step is Step.COLUMNS
    assert "还缺" not in page.columns.told.text()


def test_leaving_the_page_ends_the_reading(qtbot: QtBot, screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    idle = threading.active_count()
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of()]))
    assert threading.active_count() == idle + 1
    screen.back()
    qtbot.waitUntil(lambda: threading.active_count() == idle)


def test_a_file_that_is_still_being_opened_when_the_page_is_left_is_closed(
    qtbot: QtBot, screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    idle = threading.active_count()
    page.file.file_chosen.emit(workbook(tmp_path / "台账.xlsx", [row_of()]))
    screen.back()
    qtbot.waitUntil(lambda: threading.active_count() == idle)


def test_of_two_files_chosen_at_once_the_second_is_read(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    idle = threading.active_count()
    page.file.file_chosen.emit(workbook(tmp_path / "一.xlsx", [row_of()]))
    open_file(screen, page, workbook(tmp_path / "二.xlsx", [row_of()]))
    assert page.head.told.text() == "二.xlsx"
    assert threading.active_count() == idle + 1


def test_opening_a_file_can_be_broken_off(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    told: list[str] = []
    page.told.connect(told.append)
    page.file.file_chosen.emit(workbook(tmp_path / "台账.xlsx", [row_of()]))
    screen.click(page.waiting.cancel_button)
    assert page.step is Step.FILE
    assert told == ["已取消导入，没有写入任何内容。"]

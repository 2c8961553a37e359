"""What a careless clerk does to an import (导入时的差错), and what a chief sees of it afterwards."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from gridapp.domain.kind import Kind
from tests.gridapp.ledger_files import text_file, workbook
from tests.ui.importing.wizard import button_of, count_of, go_on, open_file, row_of, why_of
from tests.ui.screen import Screen
from ui.cases.due_page import DuePage
from ui.importing.import_page import ImportPage
from ui.importing.preview_rows import Part
from ui.importing.step_line import Step

_COPY = Qt.DropAction.CopyAction


def test_another_kind_reads_the_same_file_anew(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    page.head.kinds.setCurrentIndex(1)
    screen.settle()
    assert page.step is Step.COLUMNS
    assert page.work.kind is Kind.DISPUTE
    assert "committee" in page.columns.choosers
    assert page.head.told.text() == "台账.xlsx"
    assert not page.waiting.isVisible()


def test_a_ledger_of_another_kind_is_told_and_read_as_what_it_is(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    row = {"纠纷名称": "演示：邻里", "纠纷类型": "邻里纠纷", "所属村社": "桐川村", "受理时间": "2018-01-11"}
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row], list(row)))
    assert "更像矛盾纠纷" in page.columns.likelier_told.text()
    screen.click(page.columns.likelier_button)
    assert page.head.kind is Kind.DISPUTE
    assert page.step is Step.COLUMNS
    assert not page.columns.likelier_button.isVisible()
    go_on(screen, page)
    assert page.preview.buttons[Part.NEW].text() == "新增 1"


def test_a_sheet_that_is_empty_is_told(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    book = Workbook()
    book.save(tmp_path / "空表.xlsx")
    open_file(screen, page, tmp_path / "空表.xlsx")
    assert "这一行没有表头" in page.columns.told.text()


def test_a_column_that_is_taken_away_says_to_what_it_went(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of()]))
    page.columns.choosers["note"].setCurrentIndex(2)
    assert why_of(page, "title") == "这一列已改给“备注”"
    assert why_of(page, "note") == "人工指定"


def test_the_heading_row_is_changed_step_by_step_without_losing_the_keyboard(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of()], above=[["演示台账"], ["填报"]]))
    page.columns.row.setFocus()
    screen.press(page.columns.row, Qt.Key.Key_Down)
    screen.press(page.columns.row, Qt.Key.Key_Up)
    assert page.columns.row.hasFocus()
    assert "还缺必填的列" not in page.columns.told.text()


def test_the_whole_way_by_keyboard(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    assert page.head.file_button.hasFocus()
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    for step in (Step.COLUMNS, Step.PREVIEW):
        assert page.step is step
        assert page.next_button.hasFocus()
        screen.press(page.next_button, Qt.Key.Key_Return)
    assert page.step is Step.DONE
    assert page.done.list_button.hasFocus()


def test_where_nothing_can_go_in_it_is_said_and_the_keyboard_stays_in_the_page(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1", 类别="没有这一类")]))
    go_on(screen, page)
    assert page.foot.nothing_new.isVisible()
    assert not page.next_button.isEnabled()
    assert page.preview.table.hasFocus()
    assert "不在类别表中" in page.preview.whole.text()


def test_a_refusal_does_not_stand_over_what_went_well_after_it(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, tmp_path / "没有.xlsx")
    assert "找不到文件" in screen.window.message.text
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    assert "找不到文件" not in screen.window.message.text


def test_sheets_of_a_file_go_in_one_after_the_other(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    book = Workbook()
    for number, sheet in enumerate((book.worksheets[0], book.create_sheet("二月")), 1):
        for cells in (list(row_of("x")), list(row_of(f"演-{number}").values())):
            sheet.append(cells)
    book.save(tmp_path / "台账.xlsx")
    open_file(screen, page, tmp_path / "台账.xlsx")
    assert page.columns.several.text() == "共 2 张，每次导入一张"
    go_on(screen, page)
    go_on(screen, page)
    assert "二月" in page.done.sheet_button.text()
    screen.click(page.done.sheet_button)
    assert page.step is Step.COLUMNS
    go_on(screen, page)
    go_on(screen, page)
    assert not page.done.sheet_button.isVisible()
    assert count_of(screen) == 2


def test_refused_rows_are_not_written_over_the_ledger_they_came_from(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "台账.xlsx", [row_of("演-1", 类别="没有这一类")])
    before = path.read_bytes()
    open_file(screen, page, path)
    go_on(screen, page)
    page.work.write_rejects(path)
    screen.settle()
    assert path.read_bytes() == before
    assert "不能写到正在导入的台账 台账.xlsx 上" in screen.window.message.text


def test_a_file_that_cannot_be_read_does_not_open_the_way_on(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1", 类别="没有这一类")]))
    go_on(screen, page)
    open_file(screen, page, tmp_path / "没有.xlsx")
    assert page.step is Step.PREVIEW
    assert not page.next_button.isEnabled()


def test_a_batch_shows_its_cases(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "一.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    go_on(screen, page)
    open_file(screen, page, workbook(tmp_path / "二.xlsx", [row_of("演-1", 备注="演示：补记"), row_of("演-2")]))
    go_on(screen, page)
    go_on(screen, page)
    screen.click(page.done.cases_button)
    shown = screen.page(DuePage)
    assert shown.title == "二.xlsx：新增 1，更新 1"
    assert shown.list.model.rowCount() == 2


def test_a_batch_that_was_taken_back_has_no_cases_to_show(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    go_on(screen, page)
    assert page.file.cases_button.isEnabled()
    screen.click(page.done.undo_button)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    screen.click(button_of(box, "撤销这一批"))
    assert not page.file.cases_button.isEnabled()
    screen.press(page.file.table, Qt.Key.Key_Return)
    assert screen.window.page is page


def test_a_batch_whose_cases_were_changed_since_is_not_taken_back_and_says_why(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, workbook(tmp_path / "一.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    go_on(screen, page)
    first = page.file.model.rows[0]
    open_file(screen, page, workbook(tmp_path / "二.xlsx", [row_of("演-1", 备注="演示：补记")]))
    go_on(screen, page)
    go_on(screen, page)
    box = page.log.ask_undo(first)
    screen.click(button_of(box, "撤销这一批"))
    assert "演-1 之后又有改动" in screen.window.message.text
    assert not page.waiting.isVisible()
    assert page.stack.isEnabled()
    assert count_of(screen) == 1


def test_the_web_is_not_dropped_and_a_file_is(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [row_of("演-1")])
    for url in (QUrl("https://example.org/a.xlsx"), QUrl.fromLocalFile(str(path))):
        assert page.step is Step.FILE
        data = QMimeData()
        data.setUrls([url])
        event = QDropEvent(QPointF(5, 5), _COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        page.file.dropEvent(event)
        screen.settle()
    assert page.step is Step.COLUMNS


def test_that_a_file_is_open_elsewhere_stays_said(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [row_of("演-1")])
    (tmp_path / "~$台账.xlsx").write_bytes(b"\x05demo")
    open_file(screen, page, path)
    assert "正在表格软件里打开" in page.columns.remarks.text()
    (tmp_path / "~$台账.xlsx").unlink()
    open_file(screen, page, path)
    assert not page.columns.remarks.isVisible()


def test_a_file_that_vanishes_between_the_looks_is_said_to_be_gone(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    path = text_file(tmp_path / "台账.csv", [row_of("演-1")], encoding="utf-8")
    open_file(screen, page, path)
    go_on(screen, page)
    path.unlink()
    go_on(screen, page)
    assert page.step is Step.PREVIEW
    assert "找不到文件" in screen.window.message.text
    assert count_of(screen) == 0


def test_another_file_takes_the_keyboard_back_to_going_on(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    path = workbook(tmp_path / "台账.xlsx", [row_of("演-1")])
    open_file(screen, page, path)
    page.head.file_button.setFocus()
    open_file(screen, page, path)
    assert page.next_button.hasFocus()

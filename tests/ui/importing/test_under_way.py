"""What can be done to an import while something is under way (导入进行中): cancelled, left, clicked twice."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.gridapp.ledger_files import workbook
from tests.ui.importing.wizard import button_of, count_of, go_on, open_file, row_of
from tests.ui.screen import Screen
from ui.importing.import_page import ImportPage
from ui.importing.step_line import Step


def test_nothing_can_be_changed_while_rows_are_written(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    page.go_next()
    parts = (page.head, page.stack, page.foot.back_button, page.next_button)
    assert not any(part.isEnabled() for part in parts)
    screen.settle()
    assert page.step is Step.DONE
    assert all(part.isEnabled() for part in (page.head, page.stack))


def test_a_double_click_on_the_next_sheet_passes_none_over(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    book = Workbook()
    for number, sheet in enumerate((book.worksheets[0], book.create_sheet("二月"), book.create_sheet("三月")), 1):
        for cells in (list(row_of("x")), list(row_of(f"演-{number}").values())):
            sheet.append(cells)
    book.save(tmp_path / "台账.xlsx")
    open_file(screen, page, tmp_path / "台账.xlsx")
    go_on(screen, page)
    go_on(screen, page)
    for _ in range(2):
        screen.qtbot.mouseClick(page.done.sheet_button, Qt.MouseButton.LeftButton)
    screen.settle()
    assert page.columns.sheets.currentText() == "二月"


def test_refused_rows_that_cannot_be_written_out_unlock_nothing_while_good_ones_are_written(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "台账.xlsx", [row_of("演-1"), row_of("演-2", 类别="没有这一类")])
    open_file(screen, page, path)
    go_on(screen, page)
    seen: list[bool] = []
    page.refused.connect(lambda _: seen.append(page.stack.isEnabled()))
    page.work.write_rejects(path)
    page.go_next()
    screen.settle()
    assert seen == [False]
    assert page.step is Step.DONE


def test_leaving_while_rows_are_written_asks_and_writes_nothing(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    page.go_next()
    screen.window.go_back()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    screen.click(button_of(box, "停止并离开"))
    assert screen.window.page is not page
    assert count_of(screen) == 0


def test_what_was_done_before_the_answer_is_shown_instead_of_left(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    page.go_next()
    screen.window.close()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    screen.settle()
    screen.click(button_of(box, "停止并离开"))
    assert screen.window.page is page
    assert page.step is Step.DONE
    assert count_of(screen) == 1


def test_who_was_kept_from_leaving_is_not_led_away_by_a_later_breaking_off(
    screen: Screen, page: ImportPage, tmp_path: Path
) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    left: list[int] = []
    page.go_next()
    page.leave(lambda: left.append(1))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    screen.click(button_of(box, "停止并离开"))
    page.go_next()
    screen.press(page, Qt.Key.Key_Escape)
    assert left == [1]


def test_escape_breaks_off_the_writing(screen: Screen, page: ImportPage, tmp_path: Path) -> None:
    open_file(screen, page, workbook(tmp_path / "台账.xlsx", [row_of("演-1")]))
    go_on(screen, page)
    page.go_next()
    screen.press(page, Qt.Key.Key_Escape)
    assert page.step is Step.PREVIEW
    assert page.next_button.hasFocus()
    assert not page.waiting.isVisible()
    assert count_of(screen) == 0

"""Long lists and wide ones: asked about before, laid out piece by piece, broken off at any time."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMessageBox

from tests.offices import recorded
from tests.ui.lists.lists import ledger, show_columns
from tests.ui.printing.paper import open_preview, preview_of, told_by
from tests.ui.screen import Screen
from ui.cases.ledger_page import LedgerPage
from ui.lists.export_columns import every_column
from ui.printing import list_order, printing
from ui.printing.print_preview import PrintPreview
from ui.printing.print_progress import PrintProgress

ROWS = 60


@pytest.fixture
def page(screen: Screen) -> LedgerPage:
    """A list that is read in many pieces."""
    for n in range(ROWS):
        recorded(screen.office, title=f"演示：第{n}件路灯不亮")
    return ledger(screen)


@pytest.fixture
def piecemeal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows are read at once, and few pages are many."""
    monkeypatch.setattr(list_order, "_PIECE", 5)
    monkeypatch.setattr(printing, "MANY_PAGES", 2)


def question(screen: Screen, page: LedgerPage) -> QMessageBox:
    """What is asked when the list is to be printed."""
    page.list.list_actions.print_button.click()
    screen.settle()
    (found,) = [box for box in screen.window.findChildren(QMessageBox) if box.isVisible()]
    return found


def answer(screen: Screen, box: QMessageBox, words: str) -> None:
    (button,) = [one for one in box.buttons() if one.text() == words]
    screen.click(button)


def previews(screen: Screen) -> list[PrintPreview]:
    return [one for one in screen.window.findChildren(PrintPreview) if one.isVisible()]


def test_how_many_pages_it_will_be_is_told_before(screen: Screen, page: LedgerPage, piecemeal: None) -> None:
    box = question(screen, page)
    rows = page.list.model.rowCount()
    assert box.text().startswith(f"共 {rows} 行，约 ")
    said = int(box.text().partition("约 ")[2].partition(" 页")[0])
    answer(screen, box, "打印")
    preview = open_preview(screen.window)
    assert abs(len(preview.pages) - said) <= 1
    assert len([words for words in told_by(preview) if words.startswith("演示：第")]) == ROWS


def test_who_does_not_want_so_many_gets_none(screen: Screen, page: LedgerPage, piecemeal: None) -> None:
    box = question(screen, page)
    screen.press(box, Qt.Key.Key_Escape)
    assert not previews(screen)
    assert not page.list.printing.run.busy


def test_a_short_list_is_not_asked_about(screen: Screen, page: LedgerPage) -> None:
    preview_of(screen, page.list.list_actions.print_button)
    assert not [box for box in screen.window.findChildren(QMessageBox) if box.isVisible()]


def test_a_list_too_long_for_paper_is_refused_with_the_way_out(
    screen: Screen, page: LedgerPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_order, "MOST_PRINTED", 10)
    page.list.list_actions.print_button.click()
    screen.settle()
    assert "一次最多打印 10 行" in screen.window.message.text
    assert "导出" in screen.window.message.text


def test_laying_out_is_broken_off_and_nothing_opens(screen: Screen, page: LedgerPage, piecemeal: None) -> None:
    box = question(screen, page)
    run = page.list.printing.run
    (button,) = [one for one in box.buttons() if one.text() == "打印"]
    with screen.qtbot.waitSignal(run.progressed):
        button.click()
    (progress,) = screen.window.findChildren(PrintProgress)
    progress.reject()
    screen.settle()
    assert not previews(screen)
    assert screen.window.message.text == "已取消打印。"
    preview_after = question(screen, page)
    answer(screen, preview_after, "打印")
    assert len(previews(screen)) == 1


def test_nothing_of_what_was_waited_for_is_left_behind(screen: Screen, page: LedgerPage) -> None:
    for _ in range(3):
        preview_of(screen, page.list.list_actions.print_button).reject()
        screen.settle()
    assert not screen.window.findChildren(PrintProgress)


def test_other_questions_are_answered_in_between(screen: Screen, page: LedgerPage, piecemeal: None) -> None:
    box = question(screen, page)
    run, order = page.list.printing.run, list[str]()
    run.ended.connect(lambda: order.append("打印"))
    (button,) = [one for one in box.buttons() if one.text() == "打印"]
    with screen.qtbot.waitSignal(run.progressed):
        button.click()
    screen.jobs.start(lambda: None, done=lambda _: order.append("列表"))
    screen.settle()
    assert order == ["列表", "打印"]


def test_a_list_too_wide_for_one_sheet_says_so_and_what_helps(screen: Screen, page: LedgerPage) -> None:
    columns = every_column(page.list.table.columns, page.list.kind)
    show_columns(screen, page, *(column.name for column in columns))
    preview = preview_of(screen, page.list.list_actions.print_button)
    many = preview.pages.beside
    assert many > 1
    assert f"左右分成 {many} 张" in preview.beside.text()
    assert preview.beside.isVisible()
    screen.click(preview.tools.paper_button)
    assert preview.pages.beside < many


def test_a_list_that_fits_says_nothing_of_sheets(screen: Screen, page: LedgerPage) -> None:
    preview = preview_of(screen, page.list.list_actions.print_button)
    assert preview.pages.beside == 1
    assert preview.beside.isHidden()


def test_printing_is_broken_off_by_escape_and_the_preview_stays(
    screen: Screen, page: LedgerPage, tmp_path: Path
) -> None:
    preview = preview_of(screen, page.list.list_actions.print_button)
    preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    preview.print_now()
    screen.press(preview, Qt.Key.Key_Escape)
    assert not preview.busy
    assert previews(screen) == [preview]
    assert preview.tools.isEnabled()
    assert "已送往打印机" not in screen.window.message.text


def test_a_pdf_broken_off_leaves_no_file(screen: Screen, page: LedgerPage, tmp_path: Path) -> None:
    preview = preview_of(screen, page.list.list_actions.print_button)
    with screen.qtbot.waitSignal(preview.run.progressed):
        preview.save_to(tmp_path / "台账.pdf")
    screen.press(preview, Qt.Key.Key_Escape)
    assert not (tmp_path / "台账.pdf").exists()
    assert previews(screen) == [preview]

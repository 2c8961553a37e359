"""The preview: looked through, turned, kept as PDF, and printed."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from gridapp.domain.filter import Condition, Field, Test
from gridapp.pages.blocks import Face
from gridapp.pages.drawn import LaidPage, Text
from gridapp.pages.progress import at_once
from tests.gridapp.pages.printed import printed
from tests.offices import recorded
from tests.ui.lists.lists import add, column, ledger, show_columns
from tests.ui.printing.paper import open_preview, preview_of, told_by, words_on
from tests.ui.screen import Screen
from ui.cases.ledger_page import LedgerPage
from ui.printing.on_paper import new_printer, putting_on_paper
from ui.printing.print_preview import NO_PRINTER, PrintPreview


@pytest.fixture
def page(screen: Screen) -> LedgerPage:
    """A list that takes several pages."""
    for n in range(40):
        recorded(screen.office, title=f"演示：第{n}件路灯不亮" + "，请求修复" * (n % 7), phone="13800001234")
    return ledger(screen)


@pytest.fixture
def preview(screen: Screen, page: LedgerPage) -> PrintPreview:
    return preview_of(screen, page.list.list_actions.print_button)


def test_every_row_of_the_list_is_there_under_its_headings(page: LedgerPage, preview: PrintPreview) -> None:
    told = told_by(preview)
    numbers = column(page, "事件编号")
    assert len(numbers) > 40
    assert [words for words in told if words in numbers] == numbers
    for one in preview.pages:
        assert "事件编号" in words_on(one)


def test_the_columns_that_are_seen_are_printed_in_their_order(screen: Screen, page: LedgerPage) -> None:
    show_columns(screen, page, "phone", "number")
    told = told_by(preview_of(screen, page.list.list_actions.print_button))
    place = told.index("联系电话")
    assert told[place : place + 2] == ["联系电话", "事件编号"]
    assert "138****1234" in told
    assert "13800001234" not in told


def test_the_question_stands_above_the_list_in_words(screen: Screen, page: LedgerPage) -> None:
    add(screen, page, Condition(Field.TITLE, Test.CONTAINS, ("第3件",)))
    told = told_by(preview_of(screen, page.list.list_actions.print_button))
    assert any(words.startswith("查询条件：") and "第3件" in words for words in told)
    assert any("共 1 条" in words for words in told)


def test_an_empty_list_is_not_printed(screen: Screen, page: LedgerPage) -> None:
    add(screen, page, Condition(Field.TITLE, Test.CONTAINS, ("演示：没有",)))
    page.list.list_actions.print_button.click()
    screen.settle()
    assert "没有可打印的内容" in screen.window.message.text


def test_the_preview_goes_from_page_to_page(screen: Screen, preview: PrintPreview) -> None:
    last = len(preview.pages)
    assert last > 1
    tools = preview.tools
    assert tools.page.text() == f"第 1 页，共 {last} 页"
    screen.click(tools.later_button)
    assert tools.page.text() == f"第 2 页，共 {last} 页"
    screen.click(tools.earlier_button)
    assert not tools.earlier_button.isEnabled()


def test_a_page_is_gone_to_by_its_number_and_nothing_is_printed(screen: Screen, preview: PrintPreview) -> None:
    box = preview.tools.page
    screen.press(preview, Qt.Key.Key_G, control=True)
    assert box.hasFocus()
    screen.qtbot.keyClicks(box, "2")
    screen.press(box, Qt.Key.Key_Return)
    assert preview.view.current_page == 2
    assert not preview.findChildren(QPrintDialog)


def test_the_page_box_follows_what_is_scrolled(screen: Screen, preview: PrintPreview) -> None:
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert preview.tools.page.value() == len(preview.pages)


def test_the_paper_is_turned_and_everything_laid_out_anew(screen: Screen, preview: PrintPreview) -> None:
    assert preview.pages[0].width > preview.pages[0].height
    numbers = [words for words in told_by(preview) if words.startswith("第")]
    screen.click(preview.tools.turn_button)
    assert preview.pages[0].width < preview.pages[0].height
    assert preview.tools.turn_button.text() == "改为横向"
    assert preview.view.page_count == len(preview.pages)
    assert numbers


def test_larger_paper_has_more_on_a_page(screen: Screen, preview: PrintPreview) -> None:
    before = len(preview.pages)
    screen.click(preview.tools.paper_button)
    assert len(preview.pages) < before
    assert preview.printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A3
    assert preview.tools.paper_button.text() == "改用 A4"
    screen.click(preview.tools.paper_button)
    assert len(preview.pages) == before


def test_the_pdf_says_what_the_preview_shows(screen: Screen, preview: PrintPreview, tmp_path: Path) -> None:
    preview.save_to(tmp_path / "台账.pdf")
    screen.settle()
    read = printed((tmp_path / "台账.pdf").read_bytes())
    assert [read.lines(n) for n in range(len(read.pages))] == [words_on(page) for page in preview.pages]
    assert screen.window.message.text == f"已存到 {tmp_path / '台账.pdf'}。"


def test_a_pdf_that_cannot_be_written_is_told_in_one_sentence(
    screen: Screen, preview: PrintPreview, tmp_path: Path
) -> None:
    preview.save_to(tmp_path / "没有" / "台账.pdf")
    screen.settle()
    assert "不能写入" in screen.window.message.text


def test_the_printer_gets_every_page(screen: Screen, preview: PrintPreview, tmp_path: Path) -> None:
    to_file(preview, tmp_path / "打印.pdf")
    pages = len(preview.pages)
    with screen.qtbot.waitSignal(preview.accepted):
        preview.print_now()
    assert pages_in(tmp_path / "打印.pdf") == pages
    assert "已送往打印机" in screen.window.message.text


def test_some_pages_can_be_printed_alone(screen: Screen, preview: PrintPreview, tmp_path: Path) -> None:
    to_file(preview, tmp_path / "打印.pdf")
    preview.printer.setPrintRange(QPrinter.PrintRange.PageRange)
    preview.printer.setFromTo(2, 2)
    with screen.qtbot.waitSignal(preview.accepted):
        preview.print_now()
    assert pages_in(tmp_path / "打印.pdf") == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(screen: Screen, preview: PrintPreview, tmp_path: Path) -> None:
    to_file(preview, tmp_path / "没有" / "打印.pdf")
    with screen.qtbot.waitSignal(preview.refused):
        preview.print_now()
    assert "打印机没有接收" in screen.window.message.text
    assert open_preview(screen.window) is preview


def test_without_a_printer_the_way_out_is_told(preview: PrintPreview) -> None:
    has_one = bool(QPrinterInfo.availablePrinterNames())
    assert preview.tools.print_button.isEnabled() is has_one
    assert preview.note.isHidden() is has_one
    assert preview.note.text() == NO_PRINTER


def to_file(preview: PrintPreview, path: Path) -> None:
    """Sets the printer up so that it prints into a file."""
    preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.printer.setOutputFileName(str(path))


def pages_in(path: Path) -> int:
    """How many pages a PDF file of Qt's has."""
    return path.read_bytes().count(b"/Type /Page\n")


def test_a_page_that_lies_is_turned_on_paper_that_stands(qapp: QApplication, tmp_path: Path) -> None:
    pages = [LaidPage(595, 842), LaidPage(842, 595, [Text(800, 30, "角", Face.SONG, 12)])]
    printer = new_printer((595, 842), "演示")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "卷宗.pdf"))
    assert at_once(putting_on_paper(printer, pages, range(2)))
    assert pages_in(tmp_path / "卷宗.pdf") == 2
    boxes = re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)", (tmp_path / "卷宗.pdf").read_bytes())
    assert set(boxes) == {(b"595", b"842")}

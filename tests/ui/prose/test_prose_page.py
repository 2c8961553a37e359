"""The page 文字材料: every number opens its cases, what is unticked is not written, the copy is the text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gridapp.counting.tally import figure
from gridapp.domain.period import period_named
from gridapp.reporting.prose.document import Document
from tests.offices import TOWN
from tests.ui.screen import Screen
from ui.cases.figure_page import FigurePage
from ui.prose.prose_page import ProsePage
from ui.requests import ShowProse


@pytest.fixture
def page(screen: Screen) -> ProsePage:
    """The text of the small office's first months."""
    screen.go(ShowProse(TOWN, period_named("2018-01..2018-02")))
    return screen.page(ProsePage)


def document_of(page: ProsePage) -> Document:
    assert page.document is not None
    return page.document


def test_the_text_is_read_with_every_number_in_it(page: ProsePage) -> None:
    assert document_of(page).numbers
    assert page.view.toPlainText().startswith(document_of(page).title)


def test_tab_goes_from_number_to_number_and_tells_what_stands_behind_it(screen: Screen, page: ProsePage) -> None:
    page.view.setFocus()
    for number in document_of(page).numbers[:2]:
        screen.press(page.view, Qt.Key.Key_Tab)
        assert page.card.number is number
        assert number.rule in page.card.words.text()


def test_enter_on_a_number_opens_its_cases_which_add_up_to_it(screen: Screen, page: ProsePage) -> None:
    number = document_of(page).numbers[0]
    page.view.setFocus()
    screen.press(page.view, Qt.Key.Key_Tab)
    screen.press(page.view, Qt.Key.Key_Return)
    assert screen.page(FigurePage).total == figure(screen.office.ledger, number.indicator, number.cut)


def test_a_sentence_that_is_unticked_is_not_copied(screen: Screen, page: ProsePage) -> None:
    first = page.sentences.item(0)
    first.setCheckState(Qt.CheckState.Unchecked)
    screen.click(page.copy_button)
    copied = QGuiApplication.clipboard().text()
    assert first.text() not in copied
    assert page.sentences.item(1).text() in copied


@pytest.mark.parametrize("name", ["总结.docx", "总结.pdf", "总结.txt"])
def test_the_text_is_saved_as_the_name_says(screen: Screen, page: ProsePage, tmp_path: Path, name: str) -> None:
    page.save_to(tmp_path / name)
    screen.settle()
    assert (tmp_path / name).stat().st_size
    assert screen.window.message.text == f"已存到 {tmp_path / name}。"


def test_another_kind_of_file_is_refused_in_one_sentence(screen: Screen, page: ProsePage, tmp_path: Path) -> None:
    page.save_to(tmp_path / "总结.xlsx")
    screen.settle()
    assert "只能存为 .docx、.pdf 或 .txt" in screen.window.message.text
    assert not list(tmp_path.glob("总结*"))


def test_a_narrow_window_cuts_nothing_off_the_period(screen: Screen, page: ProsePage) -> None:
    screen.window.resize(911, 512)
    screen.settle()
    assert page.head.period.width() >= page.head.period.sizeHint().width()

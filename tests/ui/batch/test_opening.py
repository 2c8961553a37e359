"""The ways to the grid, and what somebody finds there who cannot see it."""

from PySide6.QtCore import Qt

from gridapp.domain.kind import Kind
from tests.ui.screen import Screen
from ui.batch.batch_page import BatchPage
from ui.cases.ledger_page import LedgerPage
from ui.home.home_page import HomePage
from ui.requests import NewBatch, ShowLedger


def test_the_first_page_has_a_button_for_it(screen: Screen) -> None:
    screen.click(screen.page(HomePage).counters.starter(NewBatch()))
    screen.page(BatchPage)


def test_control_shift_n_opens_it_from_anywhere(screen: Screen) -> None:
    screen.go(ShowLedger(Kind.EVENT))
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    screen.qtbot.keyClick(screen.page(LedgerPage), Qt.Key.Key_N, held)
    screen.settle()
    screen.page(BatchPage)


def test_it_begins_in_the_first_cell_with_today_proposed(screen: Screen) -> None:
    screen.go(NewBatch())
    page = screen.page(BatchPage)
    assert page.board.table.hasFocus()
    assert (page.board.table.currentIndex().row(), page.board.table.currentIndex().column()) == (0, 0)
    assert page.board.model.index(0, 8).data() == "2018-02-28"
    assert page.board.count == "已填 0 行"


def test_a_cell_says_its_row_its_heading_and_its_words(screen: Screen) -> None:
    screen.go(NewBatch())
    page = screen.page(BatchPage)
    page.board.model.setData(page.board.model.index(0, 0), "演示：一")
    assert page.board.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "第 1 行 标题 演示：一"

"""A clerk at a grid: keys, the input method, the clipboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gridapp.ports import CaseQuery, Draft, Drafts
from tests.offices import ACTOR
from tests.ui.screen import Screen
from ui.batch.batch_draft import drafts_of_grids
from ui.batch.batch_page import EVENTS
from ui.batch.grid_page import GridPage
from ui.requests import Request


class Clerk:
    """Somebody who fills the grid in."""

    def __init__(self, screen: Screen, request: Request, page: type[GridPage] = GridPage) -> None:
        self.screen = screen
        screen.go(request)
        self.page = screen.page(page)

    @property
    def keyboard(self) -> QWidget:
        """Where the keyboard is."""
        return self.page.focusWidget() or self.page.board.table

    @property
    def here(self) -> tuple[int, str]:
        """The current cell: its row from 1, and its heading."""
        index = self.page.board.table.currentIndex()
        return index.row() + 1, self.page.board.model.columns[index.column()].heading

    def go(self, row: int, field: str) -> None:
        """Goes to a cell; rows count from 1."""
        self.page.board.table.go_to(row - 1, self.page.board.model.columns.places[field])

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key."""
        QTest.keyClick(self.keyboard, key, held)

    def control(self, key: Qt.Key) -> None:
        """Presses a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)
        self.screen.settle()

    def letters(self, text: str) -> None:
        """Types letters and digits, each where the keyboard then is."""
        for letter in text:
            QTest.keyClicks(self.keyboard, letter)

    def compose(self, *steps: str, commit: str) -> None:
        """Writes Chinese through an input method, by what it shows on the way."""
        for step in steps:
            QApplication.sendEvent(self.keyboard, QInputMethodEvent(step, []))
        event = QInputMethodEvent()
        event.setCommitString(commit)
        QApplication.sendEvent(self.keyboard, event)

    def paste(self, lines: Sequence[Sequence[str]]) -> None:
        """Pastes a block."""
        self.paste_text("\n".join("\t".join(line) for line in lines))

    def paste_text(self, text: str) -> None:
        """Pastes what another program has copied."""
        QGuiApplication.clipboard().setText(text)
        self.control(Qt.Key.Key_V)

    def select(self, first: tuple[int, str], last: tuple[int, str]) -> None:
        """Selects a range of cells with the keyboard, from its first to its last."""
        self.go(*first)
        for _ in range(last[0] - first[0]):
            self.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        for _ in range(self.page.board.model.columns.places[last[1]] - self.page.board.model.columns.places[first[1]]):
            self.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    def cell(self, row: int, field: str) -> str:
        """What stands in a cell; rows count from 1."""
        return self.page.board.model.sheet.rows[row - 1][self.page.board.model.columns.places[field]]

    def save(self) -> None:
        """Ctrl+S."""
        self.control(Qt.Key.Key_S)

    def answer(self, button: str) -> None:
        """Answers a question."""
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(b for b in box.buttons() if b.text() == button).click()
        self.screen.settle()

    def on_file(self) -> int:
        """How many cases of the grid's kind there are."""
        return self.screen.office.lists.count(CaseQuery(kind=self.page.grid.kind))


def kept_grids(drafts: Drafts) -> Sequence[Draft]:
    """The grids of events that are kept as drafts."""
    return drafts_of_grids(drafts, ACTOR.name, EVENTS.kind, EVENTS.mark)


HEADINGS = ["标题", "类别", "村社", "上报时间"]


def good_row(title: str) -> list[str]:
    """A row that can be saved, under `HEADINGS`."""
    return [title, "道路不洁", "桐川村", "2018-02-28"]

"""The main window (主窗口): it assembles navigation, header and pages, and knows no rule."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from gridapp.domain.actor import Actor
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from ui.desk import Desk, sit_down
from ui.handling.undoing import Undoing
from ui.header import Header
from ui.jobs import Jobs, Stopped
from ui.lists.walk import Stop, Walk, next_of
from ui.message_bar import MessageBar
from ui.navigation import Navigation, place_of
from ui.notice_panel import NoticePanel
from ui.page import Page
from ui.pages import page_for
from ui.requests import (
    NewBatch,
    NewDispute,
    NewEvent,
    NewInspection,
    NewPetition,
    Request,
    Root,
    SettleOnTheSpot,
    ShowHome,
    ShowMonthEnd,
    ShowPlaces,
    ShowPlans,
    ShowRecord,
    ShowWeek,
)

TITLE = "基层治理四平台台账"


class MainWindow(QMainWindow):
    """The window: first an empty shell, then, once the office is open, its pages.

    `seen` tells once that the shell has been painted.
    """

    seen = Signal()

    def __init__(self, actor: Actor, jobs: Jobs) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(900, 500)
        self.resize(1366, 768)
        self._actor, self._jobs = actor, jobs
        self._desk: Desk | None = None
        self._root: Root = ShowHome()
        self._roots: dict[Root, Page] = {}
        self._above: list[Page] = []
        self._closing = self._was_seen = False
        self.navigation = Navigation()
        self.navigation.setEnabled(False)
        self.navigation.chosen.connect(self.show_request)
        self.header = Header(actor)
        self.header.back.connect(self.go_back)
        self.header.on.connect(self.go_on)
        self.message = MessageBar()
        self.undoing = Undoing(self, self.message)
        self.undoing.cases_changed.connect(partial(self._mark_others_stale, None))
        self._stack = QStackedWidget()
        self._notice = NoticePanel("正在打开…")
        self._notice.closed.connect(self.close)
        self._stack.addWidget(self._notice)
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, lambda: self.show_request(NewEvent()))
        QShortcut(QKeySequence("Ctrl+Shift+N"), self, lambda: self.show_request(NewBatch()))
        QShortcut(QKeySequence("Ctrl+Shift+D"), self, lambda: self.show_request(NewDispute()))
        QShortcut(QKeySequence("Ctrl+Shift+P"), self, lambda: self.show_request(NewPetition()))
        QShortcut(QKeySequence("Ctrl+Shift+M"), self, lambda: self.show_request(SettleOnTheSpot()))
        QShortcut(QKeySequence("Ctrl+Shift+J"), self, lambda: self.show_request(NewInspection()))
        QShortcut(QKeySequence("Ctrl+Shift+O"), self, lambda: self.show_request(ShowPlans()))
        QShortcut(QKeySequence("Ctrl+Shift+K"), self, lambda: self.show_request(ShowPlaces()))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self, self._refresh)
        QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.go_on)
        QShortcut(QKeySequence("Ctrl+Shift+G"), self, lambda: self.show_request(ShowMonthEnd()))
        QShortcut(QKeySequence("Ctrl+Shift+W"), self, lambda: self.show_request(ShowWeek()))
        QShortcut(QKeySequence("Ctrl+Shift+Y"), self, self.undoing.show_recent)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self.header, self.message):
            right.addWidget(widget)
        right.addWidget(self._stack, 1)
        middle = QWidget()
        whole = QHBoxLayout(middle)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.navigation)
        whole.addLayout(right, 1)
        self.setCentralWidget(middle)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_seen:
            self._was_seen = True
            self.seen.emit()

    @property
    def page(self) -> Page | None:
        """The page that is shown, once there is one."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def open(self, open_office: Callable[[], Office]) -> None:
        """Opens an office behind the window, then shows its first page."""
        self._jobs.start(
            lambda: sit_down(open_office(), self._actor, self._jobs),
            done=self.welcome,
            failed=self._cannot_open,
        )

    def welcome(self, desk: Desk) -> None:
        """Shows the first page of an open office, anew if there was one already."""
        for page in (*self._above, *self._roots.values()):
            self._drop(page)
        self._above.clear()
        self._roots.clear()
        self._desk = desk
        self.undoing.sit_down(desk)
        self._jobs.ask_for_leave = partial(_ask_for_leave, self, desk)
        self.header.show_day(desk.today, demonstration=desk.reference_day is not None)
        self.navigation.setEnabled(bool(desk.areas.towns))
        self.show_request(ShowHome())

    def _cannot_open(self, refusal: Refusal) -> None:
        self._notice.refuse(str(refusal))

    def show_request(self, request: Request) -> None:
        """Shows what a page asked for; a page in the navigation closes those above it."""
        if self._desk is None:
            return
        if isinstance(request, Root):
            # Its button is down already, but the page on top may refuse to be left.
            self._mark()
            self._leave_all(partial(self._show_root, request))
        elif self._desk.areas.towns:
            page = page_for(request, self._desk)
            page.walk = request.walk if isinstance(request, ShowRecord) else None
            page.place = place_of(request)
            self._show_above(page)

    def go_back(self) -> None:
        """Closes the page on top, if it may be left."""
        if self._above:
            self._above[-1].leave(self._pop)

    def go_on(self) -> None:
        """Opens the next case of the queue from which the page on top was opened, if it may be left."""
        page = self.page
        if page is None or page.walk is None:
            if page is not None:
                page.go_on()
            return
        page.leave(partial(self._ask_for_next, page, page.walk))

    def _ask_for_next(self, page: Page, walk: Walk) -> None:
        lists = page.desk.office.lists
        page.questions.ask("next", lambda: next_of(walk, lists), partial(self._turn_to, page, walk), page.refuse)

    def _turn_to(self, page: Page, walk: Walk, stop: Stop | None) -> None:
        if page is not self.page:
            return
        if stop is None:
            self._pop()
            self.message.tell(f"“{walk.title}”没有下一件了。")
            return
        self._above.remove(page)
        self.show_request(ShowRecord(walk.kind, stop.id, stop.walk))
        self._drop(page)

    def _show_root(self, root: Root) -> None:
        if self._desk is None:
            return
        if root not in self._roots:
            self._roots[root] = self._connected(page_for(root, self._desk))
        self._root = root
        self._show(self._roots[root])

    def _show_above(self, page: Page) -> None:
        self._above.append(self._connected(page))
        self._show(page)

    def _show(self, page: Page) -> None:
        self.message.hide()
        self._mark()
        self._stack.setCurrentWidget(page)
        self.header.show_title(page.title, can_go_back=bool(self._above))
        self.header.show_queue(page.walk.title if page.walk else "")
        (page.focusWidget() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self) -> None:
        places = (page.place for page in reversed(self._above) if page.place is not None)
        self.navigation.mark(next(places, self._root))

    def _connected(self, page: Page) -> Page:
        page.asked.connect(self.show_request)
        page.ended.connect(self._pop)
        page.cases_changed.connect(partial(self._mark_others_stale, page))
        page.cases_changed.connect(self.undoing.note_save)
        page.books_changed.connect(partial(self._mark_others_stale, page))
        page.told.connect(self.undoing.tell)
        page.refused.connect(self.message.refuse)
        page.titled.connect(self._retitle)
        page.office_changed.connect(self._reopen)
        self._stack.addWidget(page)
        return page

    def _retitle(self) -> None:
        if self.page is not None:
            self.header.show_title(self.page.title, can_go_back=bool(self._above))

    def _mark_others_stale(self, source: Page | None) -> None:
        for page in (*self._roots.values(), *self._above):
            if page is not source:
                page.mark_stale()

    def _reopen(self) -> None:
        if self._desk is not None:
            office = self._desk.office
            self.open(lambda: office)

    def _refresh(self) -> None:
        if self.page is not None:
            self.page.mark_stale()

    def _leave_all(self, then: Callable[[], None]) -> None:
        """Leaves the pages above one by one; each may ask, and any may refuse."""
        if not self._above:
            then()
            return

        def next_one() -> None:
            self._drop(self._above.pop())
            self._leave_all(then)

        self._above[-1].leave(next_one)

    def _pop(self) -> None:
        if not self._above:
            return
        gone = self._above.pop()
        below = self._above[-1] if self._above else self._roots.get(self._root)
        if below is not None:
            told = self.message.isVisible()
            self._show(below)
            if told:
                self.message.say_again()
        self._drop(gone)

    def _drop(self, page: Page) -> None:
        page.questions.forget()
        self._stack.removeWidget(page)
        page.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.undoing.take_key(event):
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing or not self._above:
            event.accept()
            return
        event.ignore()
        self._leave_all(self._close_now)

    def _close_now(self) -> None:
        self._closing = True
        self.close()


def _ask_for_leave(window: QWidget, desk: Desk, stopped: Stopped) -> None:
    # Rarely met; a window that is only opened need not wait for it.
    from ui.closing.correction_dialog import ask_for_leave

    ask_for_leave(window, desk, stopped)

"""The lists in their states (列表界面), one after another, for whoever draws every screen."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication

from gridapp.cases.queues import Queue
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.span import Span
from gridapp.domain.status import Status
from ui.cases.due_page import DuePage
from ui.cases.ledger_page import LedgerPage
from ui.home.home_page import HomePage
from ui.lists.bulk_dialog import BulkDialog
from ui.lists.shown_view import ShownView
from ui.main_window import MainWindow
from ui.requests import ShowHome, ShowLedger

_CONDITIONS = (
    Condition(Field.REPORTED_AT, Test.WITHIN, (Span.THIS_MONTH.value,)),
    Condition(Field.STATUS, Test.ONE_OF, (Status.REPORTED.value, Status.PROCESSING.value)),
    Condition(Field.PLATFORM, Test.NONE_OF, ("ZF",)),
)

_OF_PETITIONS = (
    Condition(Field.IN_BACKLOG, Test.NO),
    Condition(Field.DISPOSITION, Test.ONE_OF, ("受理", "转送")),
    Condition(Field.REPEAT, Test.NO),
)

Screens = Iterator[tuple[str, Callable[[], object]]]


def list_screens(window: MainWindow) -> Screens:
    """A queue and a case out of it, conditions with their editor, the columns and the bulk change."""
    window.show_request(ShowHome())
    home = window.page
    if isinstance(home, HomePage):
        yield "event-queue", home.counters.button(Kind.EVENT, Queue.OVERDUE).click
        if isinstance(window.page, DuePage):
            yield "event-of-queue", window.go_on
    window.show_request(ShowLedger(Kind.EVENT))
    page = window.page
    if isinstance(page, LedgerPage):
        yield from _ledger(page)
    yield from _petitions(window)


def _petitions(window: MainWindow) -> Screens:
    """The desk of the petition office: its queues in front, the list of old matters, a question, a change of many."""
    window.show_request(ShowHome())
    home = window.page
    if isinstance(home, HomePage):
        yield "petition-home", partial(home.counters.put_in_front, Kind.PETITION)
        yield "petition-queue", home.counters.button(Kind.PETITION, Queue.TO_HANDLE).click
        home.counters.put_in_front(Kind.EVENT)
    window.show_request(ShowLedger(Kind.PETITION))
    page = window.page
    if not isinstance(page, LedgerPage):
        return
    yield "petition-conditions", lambda: page.show_view(ShownView("条件", _OF_PETITIONS))
    yield "petition-condition", partial(page.list.filters.edit, 1)
    _close()
    page.list.table.selectAll()
    page.list.list_actions.change_many()
    bulk = QApplication.activeModalWidget()
    if isinstance(bulk, BulkDialog):
        yield "petition-bulk", lambda: bulk.choose("办理：交办")
        _close()


def _ledger(page: LedgerPage) -> Screens:
    cases = page.list
    yield "event-conditions", lambda: page.show_view(ShownView("条件", _CONDITIONS))
    yield "event-condition", partial(cases.filters.edit, 1)
    _close()
    yield "event-columns", cases.columns.choose
    _close()
    asked = cases.export()
    yield "event-export", asked.unmasked.click
    _close()
    cases.table.selectAll()
    cases.list_actions.change_many()
    bulk = QApplication.activeModalWidget()
    if isinstance(bulk, BulkDialog):
        yield "event-bulk", lambda: bulk.choose("办理：受理")
        _close()


def _close() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()

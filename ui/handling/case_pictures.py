"""The page of a kind's cases in their states, and its dialogs (办理界面), for whoever draws every screen."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QApplication

from gridapp.cases.permission import why_not
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from ui.cases.move_dialog import MoveDialog
from ui.handling.case_page import CasePage
from ui.main_window import MainWindow
from ui.requests import ShowRecord

Screens = Iterator[tuple[str, Callable[[], object]]]


def case_screens(
    window: MainWindow, office: Office, kind: Kind, states: Sequence[Status], moves: Sequence[Move]
) -> Screens:
    """A case of each state that the office has, and the dialogs that can be opened there, each once."""
    left = list(moves)
    for status in states:
        for case_id in office.lists.find_ids(CaseQuery(kind=kind, statuses=frozenset({status}), limit=1)):
            yield f"{kind.value}-{status.value}", partial(window.show_request, ShowRecord(kind, case_id))
            page = window.page
            if isinstance(page, CasePage):
                yield from _dialogs(page, kind, left)
            window.go_back()


def _dialogs(page: CasePage, kind: Kind, left: list[Move]) -> Screens:
    loaded = page.loaded
    if loaded is None:
        return
    for move in [move for move in left if why_not(loaded.case, move, page.desk.now, page.desk.deadlines) is None]:
        left.remove(move)
        yield f"{kind.value}-{move.name.lower()}", partial(page.begin, move)
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MoveDialog):
            dialog.finish()

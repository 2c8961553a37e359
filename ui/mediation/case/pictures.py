"""The page of a dispute in its states, and its dialogs (纠纷办理界面), for whoever draws every screen."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication

from gridapp.cases.permission import why_not
from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import CaseQuery, Office
from ui.cases.move_dialog import MoveDialog
from ui.main_window import MainWindow
from ui.mediation.case.dispute_page import DisputePage
from ui.requests import ShowRecord

_STATES = (Status.REPORTED, Status.ACCEPTED, Status.MEDIATING, Status.AGREED, Status.PERFORMING, Status.PERFORMED)
_DIALOGS = (Move.SCHEDULE, Move.MEDIATE, Move.AGREE, Move.REVISIT)

Screens = Iterator[tuple[str, Callable[[], object]]]


def dispute_screens(window: MainWindow, office: Office) -> Screens:
    """A dispute of each state that the office has, and the dialogs that can be opened there."""
    dialogs = list(_DIALOGS)
    for status in _STATES:
        for case_id in office.lists.find_ids(CaseQuery(kind=Kind.DISPUTE, statuses=frozenset({status}), limit=1)):
            yield f"dispute-{status.value}", partial(window.show_request, ShowRecord(Kind.DISPUTE, case_id))
            page = window.page
            if isinstance(page, DisputePage):
                yield from _dialogs(page, dialogs)
            window.go_back()


def _dialogs(page: DisputePage, left: list[Move]) -> Screens:
    loaded = page.loaded
    if loaded is None:
        return
    for move in [move for move in left if why_not(loaded.case, move, page.desk.now, page.desk.deadlines) is None]:
        left.remove(move)
        yield f"dispute-{move.name.lower()}", partial(page.begin, move)
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MoveDialog):
            dialog.finish()

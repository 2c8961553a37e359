"""The page of a hazard in its states, its dialogs and its grids (安全隐患界面), for whoever draws every screen."""

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Office
from ui.handling.case_pictures import Screens, case_screens
from ui.main_window import MainWindow
from ui.requests import NewHazards, RecheckMany

_STATES = (
    Status.TO_RECTIFY,
    Status.RECTIFYING,
    Status.TO_RECHECK,
    Status.UNRECTIFIED,
    Status.SUBMITTED,
    Status.ENFORCED,
    Status.STRUCK_OFF,
)
_DIALOGS = (Move.ORDER_MENDING, Move.MEND, Move.RECHECK, Move.ENFORCE, Move.SECURE)


def hazard_screens(window: MainWindow, office: Office) -> Screens:
    """A hazard of each state that the office has, the dialogs that can be opened there, and the two grids."""
    yield from case_screens(window, office, Kind.HAZARD, _STATES, _DIALOGS)
    yield "hazard-many", lambda: window.show_request(NewHazards())
    yield "hazard-recheck-many", lambda: window.show_request(RecheckMany())

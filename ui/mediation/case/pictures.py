"""The page of a dispute in its states, and its dialogs (纠纷办理界面), for whoever draws every screen."""

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Office
from ui.handling.case_pictures import Screens, case_screens
from ui.main_window import MainWindow

_STATES = (Status.REPORTED, Status.ACCEPTED, Status.MEDIATING, Status.AGREED, Status.PERFORMING, Status.PERFORMED)
_DIALOGS = (Move.SCHEDULE, Move.MEDIATE, Move.AGREE, Move.REVISIT)


def dispute_screens(window: MainWindow, office: Office) -> Screens:
    """A dispute of each state that the office has, and the dialogs that can be opened there."""
    return case_screens(window, office, Kind.DISPUTE, _STATES, _DIALOGS)

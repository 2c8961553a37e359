"""The page of a petition in its states, and its dialogs (信访办理界面), for whoever draws every screen."""

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from gridapp.domain.status import Status
from gridapp.ports import Office
from ui.handling.case_pictures import Screens, case_screens
from ui.main_window import MainWindow

_STATES = (
    Status.REPORTED,
    Status.ACCEPTED,
    Status.PROCESSING,
    Status.REPLIED,
    Status.CLOSED,
    Status.FINALLY_REVIEWED,
    Status.SETTLED,
)
_DIALOGS = (Move.ACCEPT, Move.EXTEND_HANDLING, Move.ISSUE_REPLY, Move.ASK_REVIEW, Move.TAKE_CHARGE)


def petition_screens(window: MainWindow, office: Office) -> Screens:
    """A petition of each state that the office has, and the dialogs that can be opened there."""
    return case_screens(window, office, Kind.PETITION, _STATES, _DIALOGS)

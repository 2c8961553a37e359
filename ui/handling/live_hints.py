"""What a dialog says while it is being filled (即时提示), by kind and move."""

from collections.abc import Mapping

from gridapp.domain.kind import Kind
from gridapp.domain.move import Move
from ui.cases.move_dialog import MoveDialog
from ui.handling.advice import Adviser
from ui.handling.dispute_hints import DISPUTE_ADVISERS
from ui.handling.entry import Makings
from ui.handling.hazard_hints import HAZARD_ADVISERS
from ui.handling.petition_hints import PETITION_ADVISERS

ADVISERS: Mapping[Kind, Mapping[Move, Adviser]] = {
    Kind.DISPUTE: DISPUTE_ADVISERS,
    Kind.PETITION: PETITION_ADVISERS,
    Kind.HAZARD: HAZARD_ADVISERS,
}


def advise(dialog: MoveDialog, move: Move, makings: Makings) -> None:
    """Makes a dialog say at once what follows from what is entered."""
    adviser = ADVISERS.get(makings.case.kind, {}).get(move)
    if adviser is not None:
        adviser(dialog, makings)

"""Deciding a petition while it is registered (登记并受理、登记并答复…): its dialog, before anything is saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gridapp.cases.order import Order
from gridapp.cases.taken import taken
from gridapp.domain.move import Move
from gridapp.domain.petition import Petition
from gridapp.domain.problem import Refusal, Unacceptable
from ui.cases.move_dialog import MoveDialog
from ui.desk import Desk
from ui.handling.entry import Makings
from ui.handling.live_hints import advise
from ui.handling.move_field import AT, MoveField
from ui.handling.move_fields import fields_of
from ui.handling.proposals import People, proposal
from ui.jobs import Questions
from ui.recording.offered_people import read_people

DECISIONS = (
    Move.ACCEPT,
    Move.ANSWER,
    Move.TRANSFER,
    Move.ASSIGN,
    Move.REJECT,
    Move.NO_LONGER_ACCEPT,
    Move.GUIDE,
)
"""What can be decided in the act of registering (处理方式; domain.md §4.2)."""

_AT_ONCE = "时间（不填为信访时间）"


class Deciding(QObject):
    """One dialog about a petition that is not on file yet; `decide` is told the order once it is complete.

    Whoever saves it then calls `finish`, or `refuse` where it could not be saved.
    """

    def __init__(
        self, parent: QWidget, desk: Desk, petition: Petition, move: Move, decide: Callable[[Order], None]
    ) -> None:
        super().__init__(parent)
        self._parent, self._desk, self._petition, self._move = parent, desk, petition, move
        self._decide = decide
        self._questions = Questions(desk.jobs, self)
        self.dialog: MoveDialog | None = None

    def open(self) -> None:
        """Opens the dialog as soon as the people and units of the town are known."""
        registers, town = self._desk.office.registers, self._petition.town
        self._questions.ask("people", lambda: read_people(registers, town), lambda found: self._open(*found))

    def finish(self) -> None:
        """The petition is saved with what was decided."""
        if self.dialog is not None:
            self.dialog.finish()

    def refuse(self, refusal: Refusal) -> None:
        """It was not saved; what was entered stays."""
        if self.dialog is None:
            return
        if isinstance(refusal, Unacceptable):
            self.dialog.show_problems(refusal.problems)
        else:
            self.dialog.refuse(str(refusal), may_try=True)

    def _open(self, names: Sequence[str], units: Sequence[str]) -> None:
        desk, petition, move = self._desk, self._petition, self._move
        makings = Makings(desk, petition, People(names, units))
        fields = tuple(map(_at_once, fields_of(petition, move)))
        about = f"{petition.petitioner or '匿名'}：{petition.title}"
        self.dialog = MoveDialog(self._parent, f"登记并{move.value}", about, fields, makings)
        advise(self.dialog, move, makings)
        self.dialog.answered.connect(self._answered)
        self.dialog.fill(proposal(petition, move, desk.now, desk.deadlines))
        self.dialog.open()

    def _answered(self, entered: Mapping[str, Any]) -> None:
        desk, petition = self._desk, self._petition
        order = Order(move=self._move, **entered)
        tried = replace(order, at=order.at or petition.reported_at)
        try:
            taken(petition, tried, desk.deadlines, desk.actor.name, max(desk.now, petition.reported_at))
        except Refusal as refusal:
            self.refuse(refusal)
        else:
            self._decide(order)


def _at_once(field: MoveField) -> MoveField:
    return replace(field, label=_AT_ONCE) if field.name == AT else field

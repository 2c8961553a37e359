"""Petitions that stand wherever a test wants to begin, and somebody at the keyboard in front of them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from gridapp.cases.handle import take
from gridapp.cases.petition.record import record
from gridapp.domain.case import Case
from gridapp.domain.move import Move
from gridapp.domain.party import Party, Side
from gridapp.domain.petition import GROUP_THRESHOLD, Petition
from gridapp.domain.status import Status
from gridapp.ports import Office
from tests.gridapp.cases.petition.courses import WAYS, order_for
from tests.offices import ACTOR, DEADLINES, at, petition_draft
from tests.ui.handling.handler import Handler
from ui.petition.case.petition_page import PetitionPage

PARTIES = (
    Party(
        side=Side.A,
        name="演示丙",
        phone="13800001234",
        paper="居民身份证",
        paper_number="331121198001010018",
        representative=True,
    ),
    Party(side=Side.A, name="演示丁", agent="演示律师", authority="一般代理"),
)
_NOW = at(2018, 2, 28, 22)
_HOUR = timedelta(hours=1)
ANSWERED, REVIEWED, FINALLY = WAYS[Status.CLOSED], WAYS[Status.REVIEWED], WAYS[Status.FINALLY_REVIEWED]
_IN_CHARGE = (Move.TAKE_CHARGE,)

BEFORE: Mapping[Move, tuple[Move, ...]] = {
    Move.OBJECT: (Move.ASSIGN,),
    Move.FEEDBACK: (Move.ASSIGN,),
    Move.REWORK: (Move.ASSIGN, Move.FEEDBACK),
    Move.ISSUE_REPLY: (Move.ACCEPT,),
    Move.SERVE_REPLY: (Move.ACCEPT, Move.ISSUE_REPLY),
    Move.CLOSE: (Move.ACCEPT,),
    Move.ASK_REVIEW: ANSWERED,
    Move.DECIDE_REVIEW: (*ANSWERED, Move.ASK_REVIEW),
    Move.ASK_FINAL_REVIEW: REVIEWED,
    Move.DECIDE_FINAL_REVIEW: (*REVIEWED, Move.ASK_FINAL_REVIEW),
    Move.EVALUATE: ANSWERED,
    Move.SETTLE: ANSWERED,
    Move.CONCLUDE: FINALLY,
    Move.ARCHIVE: ANSWERED,
    Move.REOPEN: ANSWERED,
    Move.EXTEND_HANDLING: (Move.ACCEPT,),
    Move.URGE: (Move.ACCEPT,),
    Move.RESOLVE_BACKLOG: (Move.ENTER_BACKLOG,),
    Move.TALK: _IN_CHARGE,
    Move.EXTEND_CHARGE: _IN_CHARGE,
    Move.END_CHARGE: _IN_CHARGE,
    Move.LIFT_SUPERVISION: (Move.SUPERVISE,),
}
"""What must have happened before a move can be made; for the others nothing."""


def petitioned(office: Office, *moves: Move, day: int = 20, **fields: Any) -> Petition:
    """A petition of February 2018 after some moves, one an hour."""
    draft = petition_draft(at(2018, 2, day, 8), **({"phone": "13800001234"} | fields))
    areas = office.registers.areas()
    case = record(office.cases, areas, DEADLINES, GROUP_THRESHOLD, draft, ACTOR, lambda: _NOW)
    return moved_on(office, case, *moves)


def moved_on(office: Office, case: Case, *moves: Move, **particulars: object) -> Petition:
    """A petition after some more moves."""
    for move in moves:
        asked = order_for(case, move, case.last_moment + _HOUR, **particulars)
        case = take(office.cases, case.id, case.version, asked, DEADLINES, ACTOR, lambda: _NOW)
    assert isinstance(case, Petition)
    return case


class Officer(Handler):
    """Somebody in front of the page of a petition."""

    @property
    def petition(self) -> Petition:
        """The petition as it is on file."""
        case = self.case
        assert isinstance(case, Petition)
        return case

    @property
    def petition_page(self) -> PetitionPage:
        """The page."""
        return self.screen.page(PetitionPage)

"""Disputes that stand wherever a test wants to begin, and somebody at the keyboard in front of them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.record import record
from gridapp.cases.handle import take
from gridapp.domain.case import Case
from gridapp.domain.dispute import Dispute
from gridapp.domain.move import Move
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.ports import Office
from tests.gridapp.cases.dispute.courses import OWED, order_for
from tests.offices import ACTOR, DEADLINES, TOWN, VILLAGES, at
from tests.ui.handling.handler import Handler
from ui.mediation.case.dispute_page import DisputePage

PARTIES = (
    Party(
        side=Side.A,
        name="演示甲",
        phone="13800001234",
        paper="居民身份证",
        paper_number="331121198001010018",
        agent="演示律师",
        authority="特别授权",
        attorney_letter=True,
    ),
    Party(side=Side.B, kind=PartyKind.COMPANY, name="演示建材有限公司", legal_representative="演示丙"),
)
_NOW = at(2018, 2, 28, 22)
_HOUR = timedelta(hours=1)

AGREED = (Move.ACCEPT, Move.MEDIATE, Move.AGREE)
CONFIRMING = (*AGREED, Move.APPLY_CONFIRMATION)
BEFORE: Mapping[Move, tuple[Move, ...]] = {
    Move.ACCEPT: (),
    Move.REJECT: (),
    Move.RECONSIDER: (Move.REJECT,),
    Move.WITHDRAW: (),
    Move.TRANSFER: (),
    Move.ASSESS_RISK: (),
    Move.REPORT_POLICE: (),
    Move.RECORD_PREVENTION: (),
    Move.TAKE_CHARGE: (),
    Move.SUPERVISE: (),
    Move.NAME_CHIEF: (),
    Move.CANCEL_SESSION: (Move.ACCEPT, Move.SCHEDULE),
    Move.PERFORM: AGREED,
    Move.BREACH: AGREED,
    Move.REVISIT: AGREED,
    Move.APPLY_CONFIRMATION: AGREED,
    Move.COURT_RECEIVES: CONFIRMING,
    Move.COURT_EXTENDS: (*CONFIRMING, Move.COURT_RECEIVES),
    Move.COURT_RULES: (*CONFIRMING, Move.COURT_RECEIVES),
    Move.ARCHIVE: (*AGREED, Move.PERFORM, Move.REVISIT),
    Move.REOPEN: (Move.ACCEPT, Move.FAIL),
    Move.TALK: (Move.TAKE_CHARGE,),
    Move.EXTEND_CHARGE: (Move.TAKE_CHARGE,),
    Move.END_CHARGE: (Move.TAKE_CHARGE,),
    Move.LIFT_SUPERVISION: (Move.SUPERVISE,),
}
"""What must have happened before a move can be made; for the others that it was received."""


def disputed(office: Office, *moves: Move, day: int = 20, **fields: Any) -> Dispute:
    """A dispute of February 2018 after some moves, one an hour; its agreement obliges to one payment."""
    values: dict[str, Any] = {
        "title": "演示：排水引起的邻里纠纷",
        "category": "ZZ0102",
        "village": VILLAGES[0],
        "reported_at": at(2018, 2, day, 8),
        "late_reason": "演示：补录",
        "people": 2,
        "source": "主动调解",
        "address": "演示路1号",
        "parties": PARTIES,
    }
    draft = DisputeDraft(town=TOWN, **(values | fields))
    dispute = record(office.cases, office.registers.areas(), DEADLINES, draft, ACTOR, lambda: _NOW)
    return moved_on(office, dispute, *moves)


def moved_on(office: Office, case: Case, *moves: Move, **particulars: object) -> Dispute:
    """A dispute after some more moves."""
    for move in moves:
        owed = {"terms": OWED} if move is Move.AGREE else {}
        order = order_for(case, move, case.last_moment + _HOUR, **{**owed, **particulars})
        case = take(office.cases, case.id, case.version, order, DEADLINES, ACTOR, lambda: _NOW)
    assert isinstance(case, Dispute)
    return case


class Mediator(Handler):
    """Somebody in front of the page of a dispute."""

    @property
    def dispute(self) -> Dispute:
        """The dispute as it is on file."""
        case = self.case
        assert isinstance(case, Dispute)
        return case

    @property
    def dispute_page(self) -> DisputePage:
        """The page."""
        return self.screen.page(DisputePage)

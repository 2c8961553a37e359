"""How a lacking document of the file comes there (补齐卷宗): by a move, or by a field of the form."""

from dataclasses import dataclass
from datetime import datetime

from gridapp.cases.dispute.file import FileItem
from gridapp.cases.permission import why_no_amending, why_not
from gridapp.domain.deadline import Deadlines
from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import CourtReception
from gridapp.domain.move import Move
from gridapp.domain.party import Side
from gridapp.domain.status import Status


@dataclass(frozen=True, slots=True)
class FileWay:
    """What supplies a document: the `move` that is made, or the `field` of the form that is filled in."""

    word: str
    move: Move | None = None
    field: str = ""


def way_to(dispute: Dispute, item: FileItem, now: datetime, deadlines: Deadlines) -> FileWay | None:
    """How a document that is not there can be supplied now; nothing where it cannot any more."""
    if item.present:
        return None
    if item.n in _FIELDS and not (item.n == _INFORMED and dispute.status is Status.REPORTED):
        return None if why_no_amending(dispute) else FileWay(_FIELDS[item.n], field=_field(dispute, item))
    move = _move(dispute, item)
    if move is None or why_not(dispute, move, now, deadlines) is not None:
        return None
    return FileWay(_WORDS.get(move, move.value), move=move)


_APPLICATION, _INFORMED, _PAPERS, _LETTERS, _INQUIRY, _EVIDENCE, _RECORD, _AGREEMENT, _RECEIPTS, _REVISIT, _COURT = (
    range(1, 12)
)
_FIELDS = {_APPLICATION: "填写", _INFORMED: "填写", _PAPERS: "填写", _LETTERS: "填写", _EVIDENCE: "添加"}
_MOVES = {
    _INFORMED: Move.ACCEPT,
    _INQUIRY: Move.INQUIRE,
    _RECORD: Move.MEDIATE,
    _AGREEMENT: Move.AGREE,
    _RECEIPTS: Move.PERFORM,
    _REVISIT: Move.REVISIT,
}
_WORDS = {
    Move.MEDIATE: "记录调解",
    Move.INQUIRE: "记录调查",
    Move.PERFORM: "登记履行",
    Move.COURT_RECEIVES: "法院受理",
    Move.COURT_RULES: "法院裁定",
}


def _field(dispute: Dispute, item: FileItem) -> str:
    if item.n == _EVIDENCE:
        return "attachments"
    if item.n == _INFORMED:
        return "informed"
    both = {Side.A, Side.B} <= {party.side for party in dispute.parties}
    return "demand" if item.n == _APPLICATION and both else "parties"


def _move(dispute: Dispute, item: FileItem) -> Move | None:
    if item.n == _COURT:
        taken = dispute.confirmation is not None and dispute.confirmation.reception is CourtReception.ACCEPTED
        return Move.COURT_RULES if taken else Move.COURT_RECEIVES
    return _MOVES.get(item.n)

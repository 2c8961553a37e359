"""What a person saved last (最近的保存), newest first: what undoing looks back on."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, exists, func, select

from db import trail
from db.tables.cases import HEAD
from db.tables.history import HISTORY
from db.veil import Veil, veiled_from
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.ports import PastSave

_LATER = HISTORY.alias("later")
_TAKEN_BACK = exists().where(_LATER.c.case_id == HISTORY.c.case_id, _LATER.c.takes_back == HISTORY.c.n)


def next_turn(connection: Connection, person: str) -> int:
    """The number of what a person is about to save by hand."""
    last: int | None = connection.execute(
        select(func.max(HISTORY.c.turn)).where(HISTORY.c.person == person)
    ).scalar_one()
    return (last or 0) + 1


def saves_of(connection: Connection, person: str, turns: int, before: int | None) -> Sequence[PastSave]:
    """What a person saved by hand in his last so many turns, those before one of them."""
    by_hand = [HISTORY.c.person == person, HISTORY.c.turn.is_not(None)]
    if before is not None:
        by_hand.append(HISTORY.c.turn < before)
    on_file = HISTORY.join(HEAD, HEAD.c.id == HISTORY.c.case_id)
    latest = select(HISTORY.c.turn).select_from(on_file).where(*by_hand).distinct()
    taken = connection.execute(latest.order_by(HISTORY.c.turn.desc()).limit(turns)).scalars().all()
    if not taken:
        return []
    query = (
        select(HISTORY, HEAD.c.number, HEAD.c.title, HEAD.c.confidence, _TAKEN_BACK.label("taken_back"))
        .select_from(on_file)
        .where(*by_hand, HISTORY.c.turn >= taken[-1])
        .order_by(HISTORY.c.turn.desc(), HISTORY.c.case_id, HISTORY.c.n.desc())
    )
    veil = veiled_from(connection, person)
    return [
        PastSave(
            turn=row["turn"],
            entry=trail.entry_of(row),
            kind=Kind(row["kind"]),
            number=row["number"],
            title=_title(row, veil),
            taken_back=bool(row["taken_back"]),
        )
        for row in connection.execute(query).mappings()
    ]


def _title(row: Mapping[Any, Any], veil: Veil) -> str:
    hidden = veil.hides(row["case_id"], row["confidence"])
    return Confidence(row["confidence"]).veiled_title if hidden else row["title"]

"""Synthetic sessions (模拟调解): one as a rule, seldom three, and the one that is planned next."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from gridapp.domain.dispute import Dispute
from gridapp.domain.mediation import Purpose, Session, SessionResult
from gridapp.domain.party import Side

_PLACE = "模拟调解室"


def sample_sessions(rng: Random, dispute: Dispute, last: datetime, *, planned: bool = False) -> tuple[Session, ...]:
    """The sessions of a dispute up to its last moment, with another one planned if wanted."""
    held = tuple(_held(rng, dispute, last))
    return (*held, _planned(rng, dispute, last)) if planned else held


def _held(rng: Random, dispute: Dispute, last: datetime) -> Iterator[Session]:
    count = rng.choices((1, 2, 3), (84, 13, 3))[0]
    span = (last - dispute.reported_at) / count
    for n in range(1, count + 1):
        result = SessionResult.TO_BE_CONTINUED if n < count else _result(dispute)
        yield Session(
            purpose=Purpose.MEDIATION,
            place=_PLACE,
            mediators=(dispute.handler,) if dispute.handler else (),
            held_at=dispute.reported_at + span * n,
            present="、".join(party.name for party in dispute.parties if party.side is not Side.THIRD),
            record="模拟笔录",
            result=result,
        )


def _result(dispute: Dispute) -> SessionResult:
    if dispute.closed is None:
        return SessionResult.TO_BE_CONTINUED
    return SessionResult.AGREED if dispute.closed.outcome == "调解成功" else SessionResult.NOT_AGREED


def _planned(rng: Random, dispute: Dispute, last: datetime) -> Session:
    return Session(
        purpose=Purpose.MEDIATION,
        place=_PLACE,
        planned_at=last + timedelta(days=rng.randint(1, 20)),
        mediators=(dispute.handler,) if dispute.handler else (),
    )

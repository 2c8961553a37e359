"""How far a line of a ledger says that a hazard has come (复查、销号), as the orders that bring it there."""

from datetime import datetime

from gridapp.cases.order import Order
from gridapp.domain.moment import day_of, start_of
from gridapp.domain.move import Move


def ends_told(
    reported_at: datetime | None,
    rechecked_at: datetime | None,
    result: str,
    recheckers: tuple[str, ...],
    record: str,
    evidence: str,
    closed_at: datetime | None,
) -> tuple[Order | None, Order | None]:
    """The orders that the columns of a line mean: re-checked where anything is said of it, struck off by its day.

    A day without a time is over by its end.
    """
    rechecked_at = _not_before(rechecked_at, reported_at)
    closed_at = _not_before(closed_at, rechecked_at or reported_at)
    recheck = None
    if rechecked_at is not None or result or recheckers:
        recheck = Order(
            move=Move.RECHECK,
            at=rechecked_at,
            recheck_result=result,
            inspectors=recheckers,
            record=record,
            evidence=evidence,
        )
    struck_off = None
    if closed_at is not None:
        struck_off = Order(move=Move.STRIKE_OFF, at=closed_at, result=record, evidence=evidence)
    return recheck, struck_off


def _not_before(moment: datetime | None, earlier: datetime | None) -> datetime | None:
    if moment is None or earlier is None or start_of(day_of(moment)) != moment or day_of(moment) != day_of(earlier):
        return moment
    return earlier

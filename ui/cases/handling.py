"""What the window asks the use cases to do with a case (办理); runs in the database's thread."""

from datetime import datetime

from gridapp.cases import handle
from gridapp.domain.case import Case, Closing
from gridapp.domain.status import Move
from ui.cases.moves_bar import RESTORE, VOID
from ui.desk import Desk


def carry_out(desk: Desk, case: Case, action: str, words: str, at: datetime | None) -> Case:
    """Does one of the `ACTIONS`; raises `Refusal` where the rules forbid it."""
    store, actor = desk.office.cases, desk.actor
    clock = store.now
    if action == VOID:
        return handle.void(store, case.id, case.version, words, actor, clock)
    if action == RESTORE:
        return handle.restore(store, case.id, case.version, words, actor, clock)
    if action == Move.REOPEN:
        return handle.reopen(store, case.id, case.version, words, actor, clock, at)
    if action == Move.CLOSE:
        closing = Closing(closed_at=at or clock(), result=words)
        return handle.close(store, case.id, case.version, closing, actor, clock)
    return handle.accept(store, case.id, case.version, actor, clock, at)


def moment_for(desk: Desk, case: Case) -> datetime | None:
    """When something happens: by the database's clock, in a demonstration on its last day."""
    if desk.reference_day is None:
        return None
    last = case.closings[-1] if case.closings else None
    earlier = case.reported_at if last is None else last.reopened_at or last.closed_at
    return max(desk.now, earlier)

"""Putting a new case on file under a number of its own (登记): one way for every kind that has a form."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.ports import CaseStore, Save, Writer

CaseT = TypeVar("CaseT", bound=Case)


def register_case(
    store: CaseStore,
    kind: Kind,
    town: str,
    reported_at: datetime,
    made: Callable[[Writer, str], CaseT],
    actor: Actor,
    now: datetime,
    draft_id: UUID | None = None,
    action: str = "登记",
) -> CaseT:
    """Saves what `made` makes of the next number; the kept draft with `draft_id` is thrown away with the saving."""
    with store.transaction() as writer:
        case = made(writer, writer.next_number(town, kind, day_of(reported_at)))
        writer.save([Save(None, case, action)], actor, now)
        if draft_id is not None:
            writer.drop_draft(draft_id)
    return replace(case, version=1)

"""What belongs together on file (关联记录): the record of an entry, and the entries that belong to it."""

from collections.abc import Sequence
from itertools import groupby

from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, spoken_limit
from gridapp.domain.registers.patrol import Patrol
from gridapp.domain.registers.person import SurveyedPerson
from gridapp.domain.registers.visit import Visit
from ui.handling.loaded import Loaded

_COUNTED = {Kind.VISIT: "次", Kind.PATROL: "次", Kind.EVENT: "件"}


def links_of(loaded: Loaded) -> Sequence[Case]:
    """The record that an entry belongs to, and what belongs to it, newest first."""
    source = [loaded.source] if loaded.source is not None else []
    return [*source, *sorted(loaded.opened, key=lambda case: case.reported_at, reverse=True)]


def summary_of(loaded: Loaded) -> str:
    """How much belongs to an entry, when it was last, and when a person is to be visited next."""
    counted = sorted((case for case in loaded.opened if case.excluded is None), key=lambda case: case.kind)
    said = []
    for kind, cases in groupby(counted, key=lambda case: case.kind):
        days = [day_of(case.reported_at) for case in cases]
        said.append(f"{kind.label} {len(days)} {_COUNTED.get(kind, '条')}，最近 {max(days)}")
    due = _next_visit(loaded.case, counted)
    return " · ".join([*said, *([f"下次走访 {due}"] if due else [])]) or "还没有关联的记录"


def gist_of(case: Case) -> str:
    """What an entry tells in a line."""
    told = case.seen if isinstance(case, Visit) else case.findings if isinstance(case, Patrol) else None
    who = case.handler if isinstance(case, Visit | Patrol) else None
    return " · ".join(filter(None, (case.title, who, " ".join((told or "").split())[:40])))


def _next_visit(case: Case, linked: Sequence[Case]) -> str:
    if not isinstance(case, SurveyedPerson):
        return ""
    last = max((visit for visit in linked if isinstance(visit, Visit)), key=lambda v: v.reported_at, default=None)
    due = case.next_visit_due_at(last.reported_at, last.next_due_at) if last else case.next_visit_due_at(None, None)
    return spoken_limit(due) if due else ""

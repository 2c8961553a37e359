"""What is due first (最近的期限): the deadlines that run for a case as a list shows it, and the most urgent cases."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from gridapp.cases.queues import Queue, Seat, query_of
from gridapp.domain.filter import Condition, Field, Test
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, past
from gridapp.domain.status import AGREED, ANSWERED, MEDIATED, RUNNING, Status
from gridapp.ports import CaseList, CaseQuery, CaseRow


class Matter(StrEnum):
    """What a deadline is about; the value is the office's own word."""

    HANDLING = "办理"
    ACCEPTANCE = "受理"
    DECISION = "决定告知"
    LEGAL = "法定期限"
    SERVICE = "送达"
    REVIEW = "复查"
    FINAL_REVIEW = "复核"
    SESSION = "约定调解"
    MEDIATION = "调解期限"
    PERFORMANCE = "履行"
    REVISIT = "回访"
    CONFIRMATION = "司法确认"
    CHARGE = "包案"
    FILE = "归档"
    ORDER = "责令整改"
    MENDING = "整改"
    RECHECK = "整改复查"
    STRIKING_OFF = "销号"
    SUBMISSION = "上报部门"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline: what must have happened by when; a session (约定调解) is at that very moment."""

    matter: Matter
    at: datetime


@dataclass(frozen=True, slots=True)
class Urgent:
    """A case with the first of its deadlines."""

    row: CaseRow
    deadline: Deadline


def deadlines_of(row: CaseRow, now: datetime) -> Sequence[Deadline]:
    """The deadlines that run for a case, the first one first.

    Disputes (domain.md §3.2), petitions (§4.1) and hazards (§5.2) have several.

    The right to apply for judicial confirmation lapses with its days, nobody is late with it.
    """
    if row.excluded:
        return ()
    found = _of_several(row, now) if row.kind in _WAITS else _of_other(row)
    return sorted(found, key=lambda deadline: deadline.at)


def nearest(row: CaseRow, now: datetime) -> Deadline | None:
    """The first of a case's deadlines, if one runs."""
    return next(iter(deadlines_of(row, now)), None)


def most_urgent(lists: CaseList, kind: Kind, seat: Seat, now: datetime, most: int) -> Sequence[Urgent]:
    """The cases of a kind with the first deadlines, in their order; asks the database."""
    ids: dict[UUID, None] = {}
    for query in _by_deadline(kind, seat, now):
        ids.update(dict.fromkeys(lists.find_ids(replace(query, limit=most))))
    rows = lists.load_rows(list(ids))
    urgent = [Urgent(row, first) for row in rows if (first := nearest(row, now)) is not None]
    return sorted(urgent, key=lambda one: one.deadline.at)[:most]


_FILED_NEXT = MEDIATED - {Status.PERFORMING}
_PERFORMED_NEXT = frozenset({Status.PERFORMING, Status.UNPERFORMED})


def _of_other(row: CaseRow) -> Iterator[Deadline]:
    if row.due_at is not None and row.status in RUNNING:
        yield Deadline(Matter.HANDLING, row.due_at)


def _of_several(row: CaseRow, now: datetime) -> Iterator[Deadline]:
    for matter, (field, statuses) in _WAITS[row.kind].items():
        at: datetime | None = row.own.get(field.value) or getattr(row, field.value, None)
        lapsed = matter is Matter.CONFIRMATION and at is not None and past(now, at)
        if at is not None and not lapsed and (not statuses or row.status in statuses):
            yield Deadline(matter, at)


_Waits = Mapping[Matter, tuple[Field, frozenset[Status]]]
"""For each deadline the field that holds it, and the states in which it runs; none: in all."""

_OF_DISPUTES: _Waits = {
    Matter.ACCEPTANCE: (Field.STEP_DUE_AT, frozenset({Status.REPORTED})),
    Matter.MEDIATION: (Field.DUE_AT, RUNNING),
    Matter.SESSION: (Field.NEXT_SESSION_AT, frozenset()),
    Matter.PERFORMANCE: (Field.NEXT_TERM_DUE_AT, _PERFORMED_NEXT),
    Matter.REVISIT: (Field.REVISIT_DUE_AT, AGREED),
    Matter.CONFIRMATION: (Field.CONFIRM_DUE_AT, AGREED),
    Matter.CHARGE: (Field.CHARGE_DUE_AT, frozenset()),
    Matter.FILE: (Field.STEP_DUE_AT, _FILED_NEXT),
}

_OF_PETITIONS: _Waits = {
    Matter.DECISION: (Field.STEP_DUE_AT, frozenset({Status.REPORTED, Status.REOPENED})),
    Matter.HANDLING: (Field.DUE_AT, RUNNING),
    Matter.LEGAL: (Field.LEGAL_DUE_AT, RUNNING),
    Matter.SERVICE: (Field.STEP_DUE_AT, frozenset({Status.REPLIED})),
    Matter.REVIEW: (Field.REVIEW_DUE_AT, frozenset({Status.REVIEWING})),
    Matter.FINAL_REVIEW: (Field.REVIEW_DUE_AT, frozenset({Status.FINALLY_REVIEWING})),
    Matter.CHARGE: (Field.CHARGE_DUE_AT, frozenset()),
    Matter.FILE: (Field.STEP_DUE_AT, ANSWERED - {Status.REVIEWING, Status.FINALLY_REVIEWING}),
}

_OF_HAZARDS: _Waits = {
    Matter.ORDER: (Field.STEP_DUE_AT, frozenset({Status.TO_RECTIFY})),
    Matter.MENDING: (Field.DUE_AT, RUNNING),
    Matter.RECHECK: (Field.STEP_DUE_AT, frozenset({Status.TO_RECHECK})),
    Matter.STRIKING_OFF: (Field.STEP_DUE_AT, frozenset({Status.TO_STRIKE_OFF})),
    Matter.SUBMISSION: (Field.STEP_DUE_AT, frozenset({Status.UNRECTIFIED})),
}

_WAITS: Mapping[Kind, _Waits] = {
    Kind.DISPUTE: _OF_DISPUTES,
    Kind.PETITION: _OF_PETITIONS,
    Kind.HAZARD: _OF_HAZARDS,
}

WITH_SEVERAL = frozenset(_WAITS)
"""The kinds for which more is waited for than the handling and the present step."""


def _by_deadline(kind: Kind, seat: Seat, now: datetime) -> Iterator[CaseQuery]:
    """For each deadline the cases that have it, the first one first."""
    by_limit = replace(query_of(Queue.OVERDUE, kind, seat, now), due_before=None)
    if kind not in _WAITS:
        yield by_limit
        return
    for matter, (field, statuses) in _WAITS[kind].items():
        there = Condition(field, Test.NOT_EMPTY)
        if matter is Matter.CONFIRMATION:
            there = Condition(field, Test.SINCE, (day_of(now).isoformat(),))
        conditions = (*by_limit.conditions, there, Condition(Field.EXCLUDED, Test.NO))
        yield replace(by_limit, statuses=statuses, conditions=conditions, sort=field.value)

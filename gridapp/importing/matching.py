"""Matching rows with cases on file (比对): by number, else by what the row says, so that no file counts twice."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from gridapp.domain.case import Case, Closing
from gridapp.domain.columns import Ledger
from gridapp.domain.dispute import Dispute
from gridapp.domain.ended import ended
from gridapp.domain.hazard import Hazard, standing_told
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.petition import Petition
from gridapp.domain.plain import to_plain
from gridapp.domain.register_kinds import REGISTERS
from gridapp.domain.registers.standing import status_of
from gridapp.domain.status import ANSWERED, Status
from gridapp.importing import petition_rows
from gridapp.importing.building import UNRECORDED
from gridapp.importing.rows import REMAINDER

_WORDS = ("outcome", "form", "result", "number")
_OF_THE_COURSE = ("due_at", "disposition", "informed_at", "replies")
_AS_TOLD = ANSWERED | {Status.ACCEPTED, Status.PROCESSING}
"""Where a petition may stand by what rows tell of it."""

_FILLED_IN = ("committee", "entrusted_by")
_CLOSING_FIELDS = ("closed_at", "handled_at", "settled_at", "concluded_at", *_WORDS)


class ContentKeys:
    """Keys for rows without a number: the digest of what they say, and which of several equal rows it is."""

    def __init__(self, ledger: Ledger, town: str) -> None:
        self._start = f"{ledger.kind.value}/{town}/"
        self._later = {REMAINDER, *(column.field for column in ledger.columns if column.later)}
        self._seen: Counter[str] = Counter()

    def key(self, values: Mapping[str, Any]) -> str:
        """The key of the next row with these values."""
        told = {name: value for name, value in values.items() if name not in self._later}
        words = self._start + json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
        digest = hashlib.sha256(words.encode()).hexdigest()
        self._seen[digest] += 1
        return f"{digest}/{self._seen[digest]}"


def merged(existing: Case, fresh: Case, supplied: Collection[str]) -> Case:
    """The case on file with what a row supplies; what the row leaves empty stays as it is."""
    fields = {
        name: getattr(fresh, name)
        for name in fresh.__dataclass_fields__
        if name in supplied and name not in ("number", "closings")
    }
    if REMAINDER in supplied:
        fields["note"] = fresh.note
    if existing.kind in REGISTERS:
        after = replace(existing, **fields)
        return replace(after, status=status_of(after))
    for name in _FILLED_IN:
        if name not in supplied and getattr(existing, name, None) is None and getattr(fresh, name, None) is not None:
            fields[name] = getattr(fresh, name)
    if existing.steps:
        # What the course has made of a case, the course alone changes: its limit by 延期, its reply by another.
        for name in _OF_THE_COURSE:
            fields.pop(name, None)
    open_to_it = existing.status is not Status.INVALID and not ended_otherwise(existing, fresh)
    if fresh.closings and open_to_it and not _is_past(existing, fresh.closings[-1]):
        fields["closings"] = _closings(existing, fresh.closings[-1])
        fields["status"] = _status(existing, fields["closings"][-1])
        if existing.closed is None:
            fields |= _nothing_awaited(existing, fresh.closings[-1])
    if isinstance(existing, Hazard) and isinstance(fresh, Hazard):
        fields |= _rechecked(existing, fresh)
    after = replace(existing, **fields)
    if after.steps:
        return after
    if isinstance(after, Petition) and after.status in _AS_TOLD:
        return replace(after, status=petition_rows.standing_told(after))
    return replace(after, status=standing_told(after)) if isinstance(after, Hazard) else after


def _rechecked(existing: Hazard, fresh: Hazard) -> Mapping[str, Any]:
    """The re-checks (复查) with the one that a row tells: a later one is the next, else it corrects what a row told."""
    known = existing.known_rechecks
    unchanged = {"rechecked_at": existing.rechecked_at, "recheck_result": existing.recheck_result}
    if not fresh.rechecks:
        return unchanged
    told = fresh.rechecks[-1]
    if known and (known[-1].at, known[-1].result) == (told.at, told.result):
        if known[-1].inspectors or not told.inspectors:
            return unchanged
        return {**unchanged, "rechecks": (*known[:-1], replace(known[-1], inspectors=told.inspectors))}
    if not known or (told.at > known[-1].at and not known[-1].passed):
        rechecks = (*known, told)
    elif not existing.steps:
        rechecks = (*known[:-1], told)
    else:
        return unchanged
    return {"rechecks": rechecks, "rechecked_at": told.at, "recheck_result": told.result}


def ended_otherwise(existing: Case, fresh: Case) -> bool:
    """Whether a row tells of another end (调解结果) than that to which a dispute came step by step, which stays."""
    closed = existing.closed
    if existing.kind is not Kind.DISPUTE or not existing.steps or closed is None or not fresh.closings:
        return False
    return fresh.closings[-1].outcome != closed.outcome


def _status(existing: Case, closing: Closing) -> Status:
    """Where a case stands with a closing that a row tells; what was done since stays done unless it ended otherwise."""
    same_end = existing.closed is not None and existing.closed.outcome == closing.outcome
    return existing.status if same_end else ended(existing.kind, closing.outcome)


def _nothing_awaited(existing: Case, closing: Closing) -> Mapping[str, Any]:
    """What a case does not wait for any more once a row has closed it: its present step, sessions that were planned."""
    if not isinstance(existing, Dispute):
        return {"step_due_at": None}
    sessions = tuple(
        replace(session, cancelled_at=closing.closed_at, reason="台账记为办结") if session.awaited else session
        for session in existing.sessions
    )
    return {"step_due_at": None, "sessions": sessions}


def proved(before: Case, after: Case, evidence: str) -> Case:
    """An event on file that a row closes, with its evidence (佐证); no closing is without result and evidence."""
    if after.kind is not Kind.EVENT or len(before.closings) >= len(after.closings):
        return after
    last = after.closings[-1]
    told = replace(last, result=last.result or UNRECORDED, evidence=evidence)
    return replace(after, closings=(*after.closings[:-1], told))


def _is_past(existing: Case, closing: Closing) -> bool:
    """Whether a row tells of a closing that was taken back since (重开), as an old file does."""
    return existing.closed is None and any(
        closing.closed_at == known.closed_at or day_of(closing.closed_at) < day_of(known.reopened_at)
        for known in existing.closings
        if known.reopened_at is not None
    )


def _closings(existing: Case, closing: Closing) -> tuple[Closing, ...]:
    """A closing on file takes over what the row supplies; without one the row's closing is the next."""
    if existing.closed is None:
        told_anew = None if existing.steps else closing.due_at
        return (*existing.closings, replace(closing, due_at=told_anew or existing.due_at))
    # When a case on its course was closed, and under which limit, its steps say.
    told = _WORDS if existing.steps else (*_CLOSING_FIELDS, "due_at")
    supplied = {name: getattr(closing, name) for name in told}
    known = {name: value for name, value in supplied.items() if value is not None}
    if known.get("outcome", existing.closed.outcome) != existing.closed.outcome:
        # Another end has not the agreement of the former one.
        known = {"form": None, "number": None, "effective_at": None, **known}
    return (*existing.closings[:-1], replace(existing.closed, **known))


def same(one: Case, other: Case) -> bool:
    """Whether two records say the same."""
    return to_plain(one) == to_plain(other)

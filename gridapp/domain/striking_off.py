"""The law of striking off (销号): nothing leaves the list without a passed re-check (问题销号制; domain.md §5.2).

Every path asks here: the course, the forms, the import, and the writer of the database as the last of all.
"""

from collections.abc import Sequence
from datetime import datetime

from gridapp.domain.case import Case, Closing
from gridapp.domain.hazard import Hazard
from gridapp.domain.moment import day_of, start_of
from gridapp.domain.recheck import Recheck
from gridapp.domain.status import Status

NEEDS_RECHECK = "没有复查合格的记录，不能销号；请先复查。"
"""What is said wherever a hazard is to be struck off that no passed re-check precedes."""


def why_not_struck_off(hazard: Hazard, at: datetime) -> str | None:
    """One sentence that says why a hazard cannot be struck off at a moment, or nothing if it can."""
    since = hazard.closings[-1].reopened_at if hazard.closings else None
    return None if _passed(hazard.known_rechecks, since, at) else NEEDS_RECHECK


def why_not_merged(case: Case, target: Case) -> str | None:
    """One sentence that says why a hazard cannot be merged into another, or nothing if it can.

    One that is still on the list would leave it with the other's re-check, which did not look at it.
    """
    if not isinstance(case, Hazard) or case.closed is not None or target.closed is None:
        return None
    return f"{case.number} 还没有销号，不能并入已经销号的 {target.number}；请先复查、销号，再并案。"


def unlawful(case: Case, before: Case | None = None, *, taking_back: bool = False) -> str | None:
    """One sentence that says why a case may not be kept like this, or nothing where it may.

    A hazard is struck off only after a re-check since its last reopening whose last result is 合格, and stands as
    已销号 only then. What is on file (`before`) already stays as it is, however it came there; `taking_back` (撤销) its
    reopening brings back what was on file before that.
    """
    if not isinstance(case, Hazard):
        return None
    told = _unlawful_closings(before) if isinstance(before, Hazard) else ()
    if any(not any(_goes_on(known, one, taking_back) for known in told) for one in _unlawful_closings(case)):
        return f"{case.number} {NEEDS_RECHECK}"
    if case.status is Status.STRUCK_OFF and case.closed is None:
        return f"{case.number} {NEEDS_RECHECK}"
    return None


def _goes_on(known: Closing, closing: Closing, taking_back: bool) -> bool:
    """Whether a closing is one on file, or has only been taken back since."""
    is_same = known.closed_at == closing.closed_at
    return is_same and (taking_back or known.reopened_at in (None, closing.reopened_at))


def _unlawful_closings(hazard: Hazard) -> Sequence[Closing]:
    since: datetime | None = None
    found = []
    for closing in hazard.closings:
        if not _passed(hazard.known_rechecks, since, closing.closed_at):
            found.append(closing)
        since = closing.reopened_at
    return found


def _passed(rechecks: Sequence[Recheck], since: datetime | None, at: datetime) -> bool:
    """Whether the last re-check in a time was passed; one told by its day alone may be of the same day."""
    in_time = [recheck for recheck in rechecks if _not_after(recheck.at, at) and (since is None or recheck.at >= since)]
    # Of several at one moment the one that was written last holds.
    return bool(in_time) and sorted(in_time, key=lambda recheck: recheck.at)[-1].passed


def _not_after(recheck: datetime, at: datetime) -> bool:
    if start_of(day_of(at)) == at:
        return day_of(recheck) <= day_of(at)
    return recheck <= at

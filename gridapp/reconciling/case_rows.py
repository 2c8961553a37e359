"""The lines of many cases (案件行), asked for in portions that a database takes."""

from collections.abc import Sequence
from uuid import UUID

from gridapp.ports import CaseList, CaseRow

_PORTION = 5000


def rows_of(lists: CaseList, ids: Sequence[UUID]) -> Sequence[CaseRow]:
    """The lines of some cases, in the order asked."""
    return [row for start in range(0, len(ids), _PORTION) for row in lists.load_rows(ids[start : start + _PORTION])]

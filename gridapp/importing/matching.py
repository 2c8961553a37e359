"""Matching rows with cases on file (比对): by number, else by what the row says, so that no file counts twice."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from gridapp.domain.case import Case, Closing
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.plain import to_plain
from gridapp.domain.status import Status

_CLOSING_FIELDS = ("closed_at", "outcome", "form", "result")


class ContentKeys:
    """Keys for rows without a number: the digest of what they say, and which of several equal rows it is."""

    def __init__(self, kind: Kind, town: str) -> None:
        self._start = f"{kind.value}/{town}/"
        self._seen: Counter[str] = Counter()

    def key(self, values: Mapping[str, Any]) -> str:
        """The key of the next row with these values."""
        words = self._start + json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
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
    if fresh.closings and not _is_past(existing, fresh.closings[-1]):
        fields["closings"] = _closings(existing, fresh.closings[-1])
        fields["status"] = Status.CLOSED
    return replace(existing, **fields)


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
        return (*existing.closings, closing)
    supplied = {name: getattr(closing, name) for name in (*_CLOSING_FIELDS, "due_at")}
    known = {name: value for name, value in supplied.items() if value is not None}
    return (*existing.closings[:-1], replace(existing.closed, **known))


def same(one: Case, other: Case) -> bool:
    """Whether two records say the same."""
    return to_plain(one) == to_plain(other)

"""What became of a record that two people changed at once (并发修改): field by field, nothing decided in silence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from gridapp.cases.event.draft import EventDraft

_SAID_ONCE = frozenset({"town", "reason"})
"""The town never changes, and the reason of a correction is a remark about it, not a part of the event."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that somebody changed: what both started from, what the other made of it, what I made of it."""

    field: str
    original: Any
    theirs: Any
    mine: Any

    @property
    def is_conflict(self) -> bool:
        """Whether both changed it, and not to the same."""
        return self.theirs != self.original and self.mine not in (self.original, self.theirs)


def differences(original: EventDraft, theirs: EventDraft, mine: EventDraft) -> Sequence[Difference]:
    """Every field that at least one of the two changed, in the order of the form."""
    found = []
    for field in fields(EventDraft):
        if field.name in _SAID_ONCE:
            continue
        values = [getattr(draft, field.name) for draft in (original, theirs, mine)]
        if values[1] != values[0] or values[2] != values[0]:
            found.append(Difference(field.name, *values))
    return found


def combined(theirs: EventDraft, mine: EventDraft, found: Sequence[Difference], kept: Collection[str]) -> EventDraft:
    """The record as it now stands with my own changes; of the conflicts only those whose fields are `kept` as mine."""
    own = {d.field: d.mine for d in found if d.mine != d.original and (not d.is_conflict or d.field in kept)}
    return replace(theirs, **own, reason=mine.reason)

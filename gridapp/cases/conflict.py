"""What became of a record that two people changed at once (并发修改): field by field, nothing decided in silence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.cases.petition.draft import PetitionDraft

D = TypeVar("D", EventDraft, DisputeDraft, PetitionDraft, InspectionDraft)

_SAID_ONCE = frozenset({"town", "reason"})
"""The town never changes, and the reason of a correction is a remark about it, not a part of the case."""


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


def differences(original: D, theirs: D, mine: D) -> Sequence[Difference]:
    """Every field that at least one of the two changed, in the order of the form."""
    found = []
    for field in fields(original):
        if field.name in _SAID_ONCE:
            continue
        values = [getattr(draft, field.name) for draft in (original, theirs, mine)]
        if values[1] != values[0] or values[2] != values[0]:
            found.append(Difference(field.name, *values))
    return found


def combined(theirs: D, mine: D, found: Sequence[Difference], kept: Collection[str]) -> D:
    """The record as it now stands with my own changes; of the conflicts only those whose fields are `kept` as mine."""
    own = {d.field: d.mine for d in found if d.mine != d.original and (not d.is_conflict or d.field in kept)}
    return replace(theirs, **own, reason=mine.reason)

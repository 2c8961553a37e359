"""What became of a record that two people changed at once (并发修改): field by field, nothing decided in silence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.register.draft import EntryDraft

D = TypeVar("D", EventDraft, DisputeDraft, PetitionDraft, InspectionDraft, EntryDraft)

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
    told = [_told(draft) for draft in (original, theirs, mine)]
    names = dict.fromkeys(name for each in told for name in each if name not in _SAID_ONCE)
    found = (Difference(name, *(each.get(name) for each in told)) for name in names)
    return [one for one in found if one.theirs != one.original or one.mine != one.original]


def combined(theirs: D, mine: D, found: Sequence[Difference], kept: Collection[str]) -> D:
    """The record as it now stands with my own changes; of the conflicts only those whose fields are `kept` as mine."""
    own = {d.field: d.mine for d in found if d.mine != d.original and (not d.is_conflict or d.field in kept)}
    if isinstance(theirs, EntryDraft):
        values = {name: own.pop(name) for name in list(own) if name not in _SHARED}
        return replace(theirs, **own, values={**theirs.values, **values}, reason=mine.reason)
    return replace(theirs, **own, reason=mine.reason)


_SHARED = frozenset(field.name for field in fields(EntryDraft))


def _told(draft: Any) -> dict[str, Any]:
    """The fields of a draft by their names; of a register each value that its form holds."""
    told = {field.name: getattr(draft, field.name) for field in fields(draft)}
    if isinstance(draft, EntryDraft):
        told |= told.pop("values")
    return told

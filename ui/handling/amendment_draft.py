"""What is kept of changes that were not saved (未保存的修改), and which drafts are such."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gridapp.cases import drafts
from gridapp.cases.event.draft import EventDraft
from gridapp.domain.plain import Plain
from gridapp.ports import Draft, Drafts

_FORM, _AMENDMENT = "form", "amendment"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the form started from, what was made of it, and what could not be read, as it was typed."""

    original: EventDraft
    event: EventDraft
    typed: Mapping[str, Any]


def content_of(original: EventDraft, event: EventDraft, typed: Mapping[str, Any]) -> Plain:
    """Changes in JSON values."""
    return {
        _FORM: _AMENDMENT,
        "original": drafts.written(original),
        "event": drafts.written(event),
        "typed": dict(typed),
    }


def read_amendment(draft: Draft, town: str) -> Amendment:
    """The changes that were written down; what this version cannot read stays empty."""
    parts = {name: draft.content.get(name) for name in ("original", "event", "typed")}
    plain = {name: part if isinstance(part, dict) else {} for name, part in parts.items()}
    return Amendment(drafts.read(plain["original"], town), drafts.read(plain["event"], town), plain["typed"])


def amendment_of(found: Drafts, person: str, case_id: UUID) -> Draft | None:
    """A person's newest changes of a case that were not saved; asks the database."""
    mine = (d for d in found.of(person) if d.case_id == case_id and d.content.get(_FORM) == _AMENDMENT)
    return next(mine, None)

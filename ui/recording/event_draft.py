"""What a form of a new event keeps as its draft (登记草稿), and which drafts are such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gridapp.cases import drafts
from gridapp.cases.event.draft import EventDraft
from gridapp.domain.kind import Kind
from gridapp.domain.plain import Plain
from gridapp.ports import Draft, Drafts

_FORM = "form"
_NEW_EVENT = "new_event"


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it stood: what could be read, what could not, and what was written to close it at once."""

    event: EventDraft
    typed: Mapping[str, Any]
    closing: Mapping[str, str] | None


def content_of(event: EventDraft, typed: Mapping[str, Any], closing: Mapping[str, str] | None) -> Plain:
    """A form in JSON values."""
    content = {_FORM: _NEW_EVENT, "event": drafts.written(event)}
    return content | ({"typed": dict(typed)} if typed else {}) | ({"closing": dict(closing)} if closing else {})


def read_content(content: Mapping[str, Any], town: str) -> Kept:
    """The form that was written down; what this version cannot read stays empty."""
    event, typed, closing = (content.get(name) for name in ("event", "typed", "closing"))
    return Kept(
        drafts.read(event if isinstance(event, dict) else {}, town),
        typed if isinstance(typed, dict) else {},
        closing if isinstance(closing, dict) else None,
    )


def drafts_of_new_events(found: Drafts, person: str) -> Sequence[Draft]:
    """A person's forms of new events that were not saved, newest first; asks the database."""
    return [d for d in found.of(person) if d.kind is Kind.EVENT and d.content.get(_FORM) == _NEW_EVENT]

"""What a form of a new event keeps as its draft (登记草稿)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gridapp.cases import drafts
from gridapp.cases.event.draft import EventDraft
from gridapp.domain.plain import Plain
from ui.recording.unsaved_forms import marked

NEW_EVENT = "new_event"
"""The mark of such drafts."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it stood: what could be read, what could not, and what was written to close it at once."""

    event: EventDraft
    typed: Mapping[str, Any]
    closing: Mapping[str, str] | None


def content_of(event: EventDraft, typed: Mapping[str, Any], closing: Mapping[str, str] | None) -> Plain:
    """A form in JSON values."""
    content = marked(NEW_EVENT, {"event": drafts.written(event)})
    return content | ({"typed": dict(typed)} if typed else {}) | ({"closing": dict(closing)} if closing else {})


def read_content(content: Mapping[str, Any], town: str) -> Kept:
    """The form that was written down; what this version cannot read stays empty."""
    event, typed, closing = (content.get(name) for name in ("event", "typed", "closing"))
    return Kept(
        drafts.read(event if isinstance(event, dict) else {}, town),
        typed if isinstance(typed, dict) else {},
        closing if isinstance(closing, dict) else None,
    )

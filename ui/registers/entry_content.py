"""What a form of a new entry keeps as its draft (登记草稿)."""

from collections.abc import Mapping
from typing import Any

from gridapp.cases.register import kept
from gridapp.cases.register.draft import EntryDraft
from gridapp.domain.kind import Kind
from gridapp.domain.plain import Plain
from ui.recording.unsaved_forms import entry_mark, marked


def content_of(draft: EntryDraft, typed: Mapping[str, Any]) -> Plain:
    """A form in JSON values."""
    content = marked(entry_mark(draft.kind), kept.written(draft))
    return content | ({"typed": dict(typed)} if typed else {})


def read_content(kind: Kind, content: Mapping[str, Any], town: str) -> tuple[EntryDraft, Mapping[str, Any]]:
    """The form that was written down with what could not be read; what this version cannot read stays empty."""
    typed = content.get("typed")
    return kept.read(kind, content, town), typed if isinstance(typed, dict) else {}

"""The form of a register written down as plain words and read back (登记草稿存取)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from gridapp.cases.drafts import readable
from gridapp.cases.register.draft import EntryDraft
from gridapp.domain.kind import Kind
from gridapp.domain.kinds import RECORDS
from gridapp.domain.plain import Plain, plain_value, to_plain


def written(draft: EntryDraft) -> Plain:
    """A form in JSON values; what is empty is left out."""
    values = {name: plain_value(value) for name, value in draft.entered.items()}
    return {**to_plain(draft), "values": values}


def read(kind: Kind, content: Mapping[str, Any], town: str) -> EntryDraft:
    """The form of a register that was written down; what cannot be read of it stays empty."""
    values = content.get("values")
    known = readable(RECORDS[kind], values) if isinstance(values, dict) else {}
    source: UUID | None = known.pop("source_case", None)
    shared = {name: value for name, value in readable(EntryDraft, _shared(content)).items() if name in _SHARED}
    return EntryDraft(**{"kind": kind, "town": town, **shared, "values": known, "source_case": source})


_SHARED = ("town", "attachments", "late_reason", "reason")


def _shared(content: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in content.items() if name in _SHARED}

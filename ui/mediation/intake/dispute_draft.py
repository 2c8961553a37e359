"""What a form of a new dispute keeps as its draft (纠纷登记草稿)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gridapp.cases import drafts
from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.domain.plain import Plain
from ui.mediation.intake.origin import Origin, read_origin
from ui.recording.unsaved_forms import marked

NEW_DISPUTE = "new_dispute"
"""The mark of such drafts."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it stood: what could be read, what could not, and the case from which it was opened."""

    dispute: DisputeDraft
    typed: Mapping[str, Any]
    origin: Origin | None


def content_of(dispute: DisputeDraft, typed: Mapping[str, Any], origin: Origin | None) -> Plain:
    """A form in JSON values."""
    content = marked(NEW_DISPUTE, {"dispute": drafts.written(dispute)})
    return content | ({"typed": dict(typed)} if typed else {}) | ({"origin": drafts.written(origin)} if origin else {})


def read_content(content: Mapping[str, Any], town: str) -> Kept:
    """The form that was written down; what this version cannot read stays empty."""
    dispute, typed = (part if isinstance(part, dict) else {} for part in map(content.get, ("dispute", "typed")))
    return Kept(drafts.read_as(DisputeDraft, dispute, town), typed, read_origin(content.get("origin")))

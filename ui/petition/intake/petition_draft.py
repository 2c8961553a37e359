"""What a form of a new petition keeps as its draft (信访登记草稿)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gridapp.cases import drafts
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.domain.plain import Plain
from ui.recording.unsaved_forms import marked

NEW_PETITION = "new_petition"
"""The mark of such drafts."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it stood: what could be read, and what could not."""

    petition: PetitionDraft
    typed: Mapping[str, Any]


def content_of(petition: PetitionDraft, typed: Mapping[str, Any]) -> Plain:
    """A form in JSON values."""
    content = marked(NEW_PETITION, {"petition": drafts.written(petition)})
    return content | ({"typed": dict(typed)} if typed else {})


def read_content(content: Mapping[str, Any], town: str) -> Kept:
    """The form that was written down; what this version cannot read stays empty."""
    petition, typed = (part if isinstance(part, dict) else {} for part in map(content.get, ("petition", "typed")))
    return Kept(drafts.read_as(PetitionDraft, petition, town), typed)

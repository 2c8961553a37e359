"""What a form of a new inspection keeps as its draft (检查登记草稿)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gridapp.cases import drafts
from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.domain.plain import Plain
from ui.recording.unsaved_forms import marked
from ui.safety.intake.filed import Filed, read_filed

NEW_INSPECTION = "new_inspection"
"""The mark of such drafts."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it stood: what could be read, what could not, and the filing under which the visit is held."""

    inspection: InspectionDraft
    typed: Mapping[str, Any]
    filed: Filed | None


def content_of(inspection: InspectionDraft, typed: Mapping[str, Any], filed: Filed | None, place: str) -> Plain:
    """A form in JSON values; `place` is the name by which the list of drafts knows it."""
    words = drafts.written(inspection) | {"title": f"检查{place}"}
    content = marked(NEW_INSPECTION, {"inspection": words})
    return content | ({"typed": dict(typed)} if typed else {}) | ({"filed": drafts.written(filed)} if filed else {})


def read_content(content: Mapping[str, Any], town: str) -> Kept:
    """The form that was written down; what this version cannot read stays empty."""
    inspection, typed = (part if isinstance(part, dict) else {} for part in map(content.get, ("inspection", "typed")))
    return Kept(drafts.read_as(InspectionDraft, inspection, town), typed, read_filed(content.get("filed")))

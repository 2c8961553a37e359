"""The office's own forms (自备报表模板), where it has any."""

from datetime import datetime

from gridapp.ports import OfficeTemplates

FORMS = "official-tables"
"""The name under which an office keeps its own forms."""


def own_forms(templates: OfficeTemplates, as_of: datetime | None = None) -> bytes | None:
    """The office's own forms, as they were at a moment or are now; None where it uses ours."""
    return templates.current(FORMS, as_of)

"""What the next form takes over from the last inspection (连续检查): day, inspectors, nature and campaign."""

from datetime import date, datetime

from gridapp.cases.inspection.draft import InspectionDraft
from ui.recording.next_moment import next_moment


def blank(town: str, writing_moment: datetime) -> InspectionDraft:
    """A form to begin with."""
    return InspectionDraft(town=town, reported_at=writing_moment)


def next_after(draft: InspectionDraft, today: date, writing_moment: datetime) -> InspectionDraft:
    """The form that follows a saved one."""
    return InspectionDraft(
        town=draft.town,
        reported_at=next_moment(draft.reported_at, today, writing_moment),
        late_reason=draft.late_reason,
        inspectors=draft.inspectors,
        nature=draft.nature,
        campaign=draft.campaign,
    )

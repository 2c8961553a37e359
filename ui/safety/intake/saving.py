"""Saving a new inspection (检查入库) with its hazards and its notice; runs in the database's thread."""

from uuid import UUID

from gridapp.cases.inspection.draft import InspectionDraft
from gridapp.cases.inspection.record import hold, record
from ui.desk import Desk
from ui.recording.recorded import Recorded
from ui.safety.intake.filed import Filed


def save_new(desk: Desk, draft: InspectionDraft, filed: Filed | None, draft_id: UUID) -> Recorded:
    """Saves a draft and throws the kept one away; a visit that was filed is held under its filing.

    Raises `Unacceptable` with every problem, `Refusal` or `Overtaken` where the filing cannot be used.
    """
    office, areas, deadlines, actor, clock = desk.office, desk.areas, desk.deadlines, desk.actor, desk.clock
    store, places = office.cases, office.places
    if filed is None:
        saved = record(store, areas, places, deadlines, draft, actor, clock, draft_id)
    else:
        saved = hold(store, areas, places, deadlines, filed.id, filed.version, draft, actor, clock, draft_id)
    return Recorded(saved.inspection)

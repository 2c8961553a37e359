"""Saving a new petition (信访件入库), with what was decided at once or not; runs in the database's thread."""

from uuid import UUID

from gridapp.cases.order import Order
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.record import record
from gridapp.registers.group_threshold import group_threshold
from ui.desk import Desk
from ui.recording.recorded import Recorded


def save_new(desk: Desk, draft: PetitionDraft, draft_id: UUID, order: Order | None = None) -> Recorded:
    """Saves a draft, decides it by an order if there is one, and throws the kept draft away.

    Raises `Unacceptable` with every problem, `Refusal` where the order is not lawful; then nothing is saved.
    """
    office, threshold = desk.office, group_threshold(desk.office.registers)
    store, areas, deadlines = office.cases, desk.areas, desk.deadlines
    return Recorded(record(store, areas, deadlines, threshold, draft, desk.actor, desk.clock, draft_id, order))

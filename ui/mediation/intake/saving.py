"""Saving a new dispute (纠纷入库), opened from another case or not; runs in the database's thread."""

from uuid import UUID

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.record import record
from gridapp.cases.dispute.referral import open_from
from ui.desk import Desk
from ui.mediation.intake.origin import Origin
from ui.recording.recorded import Recorded


def save_new(desk: Desk, draft: DisputeDraft, origin: Origin | None, draft_id: UUID) -> Recorded:
    """Saves a draft and throws the kept one away; both cases know each other where it has an origin.

    Raises `Unacceptable` with every problem, `Refusal` or `Overtaken` where the origin cannot be referred.
    """
    store, areas, deadlines, actor, clock = desk.office.cases, desk.areas, desk.deadlines, desk.actor, desk.clock
    if origin is None:
        return Recorded(record(store, areas, deadlines, draft, actor, clock, draft_id))
    return Recorded(open_from(store, areas, deadlines, origin.id, origin.version, draft, actor, clock, draft_id))

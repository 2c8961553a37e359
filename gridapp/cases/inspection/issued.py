"""The notice that is issued with an inspection (开具文书)."""

from datetime import datetime

from gridapp.cases.inspection.draft import NoticeDraft
from gridapp.cases.inspection.notice_number import number_for
from gridapp.domain.identity import case_id_at
from gridapp.domain.inspection import Inspection
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.status import Status
from gridapp.ports import Writer


def issued(writer: Writer, inspection: Inspection, draft: NoticeDraft, now: datetime) -> Notice:
    """The notice that its draft becomes, under the number that is said or the next of its kind."""
    kind = NoticeKind(draft.kind)
    return Notice(
        id=case_id_at(now),
        town=inspection.town,
        number=number_for(writer, inspection.town, kind, draft.number, inspection.reported_at),
        title=f"{kind.value}（{inspection.place_name}）",
        category=kind.value,
        reported_at=inspection.reported_at,
        registered_at=now,
        late_reason=inspection.late_reason,
        village=inspection.village,
        grid=inspection.grid,
        campaign=inspection.campaign,
        due_at=draft.due_at,
        handler=inspection.handler,
        first_receiver=inspection.first_receiver,
        source_case=inspection.id,
        status=Status.RECORDED,
        place=inspection.place,
        place_name=inspection.place_name,
        place_type=inspection.place_type,
        served_to=draft.served_to.strip() or None,
        served_at=draft.served_at,
        signers=draft.signers or inspection.inspectors,
    )

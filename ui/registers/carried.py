"""What the next form of a register takes over from the last one (连续登记)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from gridapp.cases.register.draft import EntryDraft
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from ui.recording.next_moment import next_moment

_USUALLY = ("village", "grid", "handler")
_CARRIED: Mapping[Kind, Sequence[str]] = {
    Kind.PERSON: ("category", "village", "grid", "handler"),
    Kind.VISIT: ("handler", "manner"),
    Kind.PATROL: ("category", "village", "grid", "handler", "members", "occasion", "campaign"),
    Kind.WORKLOG: ("campaign", "village"),
    Kind.DUTY: ("category", "members", "phone"),
    Kind.RESPONSIBILITY: ("category", "title", "handler"),
    Kind.RELOCATION: ("title", "source_case", "village", "address", "handler"),
    Kind.RECEPTION: ("address",),
    Kind.RIVER: ("level", "village"),
}


def carried_fields(kind: Kind) -> Sequence[str]:
    """The fields that the next entry of a register takes over, beside the day."""
    own = {column.field for column in ledger_of(kind).columns}
    return [field for field in _CARRIED.get(kind, _USUALLY) if field in own]


def carried_in_words(kind: Kind) -> str:
    """Those fields in the office's words."""
    ledger = ledger_of(kind)
    return "、".join(ledger.column(field).heading for field in ("reported_at", *carried_fields(kind)))


def blank(kind: Kind, town: str, writing_moment: datetime) -> EntryDraft:
    """A form to begin with."""
    return EntryDraft(kind=kind, town=town, values={"reported_at": writing_moment})


def next_after(draft: EntryDraft, today: date, writing_moment: datetime) -> EntryDraft:
    """The form that follows a saved one."""
    fields = carried_fields(draft.kind)
    return EntryDraft(
        kind=draft.kind,
        town=draft.town,
        values={
            **{field: draft.values[field] for field in fields if field in draft.values},
            "reported_at": next_moment(draft.values.get("reported_at"), today, writing_moment),
        },
        source_case=draft.source_case if "source_case" in fields else None,
        late_reason=draft.late_reason,
    )

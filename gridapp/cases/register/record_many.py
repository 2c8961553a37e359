"""Entering many entries of a register at once (批量登记): the good ones together in one transaction."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from gridapp.cases.register.draft import EntryDraft, problems_of_new
from gridapp.cases.register.record import put_together_on_file
from gridapp.domain.actor import Actor, Clock
from gridapp.domain.area import AreaTree
from gridapp.domain.case import Case
from gridapp.ports import CaseStore


def record_many(
    store: CaseStore,
    areas: AreaTree,
    drafts: Sequence[EntryDraft],
    actor: Actor,
    clock: Clock,
    draft_id: UUID | None = None,
) -> Mapping[int, Case]:
    """Saves every entry without problems under a number of its own; gives them by their places.

    The kept draft with `draft_id` is thrown away with the saving unless some had problems: it still holds those.
    Raises `Refusal` where the database refuses or a record that is named is gone; then nothing was saved.
    """
    now = clock()
    good = {place: draft for place, draft in enumerate(drafts) if not problems_of_new(draft, areas, now)}
    if not good:
        return {}
    with store.transaction() as writer:
        entries = put_together_on_file(writer, list(good.values()), actor, now)
        if draft_id is not None and len(good) == len(drafts):
            writer.drop_draft(draft_id)
    return dict(zip(good, entries, strict=True))

"""The handling of events, disputes and petitions (演示办理): every step of their stories."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.cases.dispute.record import record as record_dispute
from gridapp.cases.dispute.referral import open_from
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import record as record_event
from gridapp.cases.petition.draft import PetitionDraft
from gridapp.cases.petition.record import record as record_petition
from gridapp.cases.register.finding import open_event
from gridapp.demonstration.stage import Deed, Stage, actor, leaf_code
from gridapp.demonstration.stories import Story
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind


def deeds_of(stage: Stage, story: Story) -> list[Deed]:
    """What is still to be done of a story."""
    case = stage.on_file(story.kind, story.title, story.reported_at, story.by)
    if case is not None:
        stage.keep(story.title, case)
    begun = [] if case else [Deed(story.reported_at, partial(_begin, stage, story))]
    return [*begun, *stage.steps(story.title, case, story.orders)]


def _begin(stage: Stage, story: Story) -> None:
    fields = stage.placed({**story.fields, "category": leaf_code(story.fields["category"])}, story.reported_at)
    stage.keep(story.title, _BEGINNINGS[story.kind](stage, story, fields))


def _event(stage: Stage, story: Story, fields: dict[str, Any]) -> Case:
    where, at = (stage.store, stage.areas, stage.deadlines), story.reported_at
    if story.found_on:
        source = stage.case(story.found_on).id
        return open_event(*where, source, EventDraft(**fields), actor(story.by), lambda: at)
    return record_event(*where, EventDraft(**fields), actor(story.by), lambda: at)


def _dispute(stage: Stage, story: Story, fields: dict[str, Any]) -> Case:
    draft = DisputeDraft(**fields)
    where, at = (stage.store, stage.areas, stage.deadlines), story.reported_at
    if story.settled:
        return settle(*where, [Settled(draft=draft, result=story.settled)], actor(story.by), lambda: at)[0]
    if story.opened_from:
        source = stage.case(story.opened_from)
        return open_from(*where, source.id, source.version, draft, actor(story.by), lambda: at)
    return record_dispute(*where, draft, actor(story.by), lambda: at)


def _petition(stage: Stage, story: Story, fields: dict[str, Any]) -> Case:
    earlier, reception = stage.id_of(story.earlier), stage.id_of(story.reception)
    draft = PetitionDraft(**fields, earlier=earlier, repeat=earlier is not None, reception=reception)
    where = stage.store, stage.areas, stage.deadlines, stage.threshold
    return record_petition(*where, draft, actor(story.by), lambda: story.reported_at)


_BEGINNINGS: Mapping[Kind, Callable[[Stage, Story, dict[str, Any]], Case]] = {
    Kind.EVENT: _event,
    Kind.DISPUTE: _dispute,
    Kind.PETITION: _petition,
}

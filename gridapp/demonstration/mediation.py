"""The mediators' days (演示调解): every step of the stories, made through the use cases in the order of time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from gridapp.cases.dispute.draft import DisputeDraft
from gridapp.cases.dispute.on_the_spot import Settled, settle
from gridapp.cases.dispute.record import record as record_dispute
from gridapp.cases.dispute.referral import open_from
from gridapp.cases.event.draft import EventDraft
from gridapp.cases.event.record import record as record_event
from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.demonstration.stories import Story, stories
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseQuery, Office
from gridapp.registers.areas import town_for
from gridapp.registers.deadlines import deadlines

_WORKSTATION = "演示"


def live_through(office: Office) -> None:
    """Makes every step that is not made yet, by the person and at the moment of the story.

    Raises `Refusal` or `Unacceptable` where a rule forbids what a story tells.
    """
    for deed in to_be_done(office):
        deed.act()


def to_be_done(office: Office) -> Sequence["Deed"]:
    """The steps that are not made yet, in the order in which they are to be made."""
    days = _Days(office)
    return sorted((deed for story in stories() for deed in days.deeds(story)), key=lambda deed: deed.at)


@dataclass(frozen=True, slots=True)
class Deed:
    """One step of a story: when it happens, and what makes it."""

    at: datetime
    act: Callable[[], None]


class _Days:
    """The office in which the stories happen; each case is known by the title of its story."""

    def __init__(self, office: Office) -> None:
        self._office, self._store = office, office.cases
        self._areas = office.registers.areas()
        self._deadlines = deadlines(office.registers)
        self._cases: dict[str, UUID] = {}

    def deeds(self, story: Story) -> list[Deed]:
        """What is still to be done of a story."""
        case = self._on_file(story)
        if case is not None:
            self._cases[story.title] = case.id
        made = {(step.move, step.at) for step in case.steps} if case else set()
        begun = [] if case else [Deed(story.reported_at, partial(self._begin, story))]
        steps = [
            Deed(order.at, partial(self._take, story.title, by, order))
            for by, order in story.orders
            if order.at is not None and (order.move, order.at) not in made
        ]
        return [*begun, *steps]

    def _on_file(self, story: Story) -> Case | None:
        query = CaseQuery(kind=story.kind, text=story.title, limit=1)
        found = self._store.load_all(self._office.lists.find_ids(query))
        return next(iter(found.values()), None)

    def _begin(self, story: Story) -> None:
        told = story, self._placed(story), Actor(story.by, _WORKSTATION)
        case = self._record_event(*told) if story.kind is Kind.EVENT else self._record_dispute(*told)
        self._cases[story.title] = case.id

    def _record_event(self, story: Story, fields: dict[str, Any], actor: Actor) -> Case:
        draft = EventDraft(**fields)
        return record_event(self._store, self._areas, self._deadlines, draft, actor, lambda: story.reported_at)

    def _record_dispute(self, story: Story, fields: dict[str, Any], actor: Actor) -> Case:
        draft = DisputeDraft(**fields)
        where = self._store, self._areas, self._deadlines
        if story.settled:
            lines = [Settled(draft=draft, result=story.settled)]
            return settle(*where, lines, actor, lambda: story.reported_at)[0]
        if story.opened_from:
            source = self._store.load(self._cases[story.opened_from])
            return open_from(*where, source.id, source.version, draft, actor, lambda: story.reported_at)
        return record_dispute(*where, draft, actor, lambda: story.reported_at)

    def _placed(self, story: Story) -> dict[str, Any]:
        """The fields of a draft with the codes of what a story calls by name."""
        told, day = dict(story.fields), day_of(story.reported_at)
        town = town_for(self._office.registers, told["town"])
        village = self._areas.child_named(town.code, told["village"], day)
        grid = self._areas.child_named(village.code, told["grid"], day) if village and "grid" in told else None
        leaf = vocabulary().leaf(told["category"])
        return {
            **told,
            "town": town.code,
            "village": village.code if village else None,
            "grid": grid.code if grid else None,
            "category": leaf.code if leaf else None,
        }

    def _take(self, title: str, by: str, order: Order) -> None:
        at = order.at or self._store.now()
        case = self._store.load(self._cases[title])
        order = replace(order, at=at)
        take(self._store, case.id, case.version, order, self._deadlines, Actor(by, _WORKSTATION), lambda: at)

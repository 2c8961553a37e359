"""Where the demonstration's stories happen (演示舞台): the office, and every case that a story has made so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from gridapp.cases.handle import take
from gridapp.cases.order import Order
from gridapp.domain.actor import Actor
from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.vocabulary import vocabulary
from gridapp.ports import CaseQuery, Office
from gridapp.registers.areas import town_for
from gridapp.registers.deadlines import deadlines
from gridapp.registers.group_threshold import group_threshold


@dataclass(frozen=True, slots=True)
class Deed:
    """One step of a story: when it happens, and what makes it."""

    at: datetime
    act: Callable[[], None]


class Stage:
    """An office in which stories happen; each case is known by the name that its story gives it."""

    def __init__(self, office: Office) -> None:
        self.office, self.store = office, office.cases
        self.areas = office.registers.areas()
        self.deadlines = deadlines(office.registers)
        self.threshold = group_threshold(office.registers)
        # The lists of those who may read are the first that the stories make: without them nothing is to be looked for.
        self._begun = any(office.confidence.confidants(confidence) for confidence in Confidence)
        self._cases: dict[str, UUID] = {}

    def case(self, name: str) -> Case:
        """A case that has been made."""
        return self.store.load(self._cases[name])

    def knows(self, name: str) -> bool:
        """Whether a case has been made."""
        return name in self._cases

    def keep(self, name: str, case: Case) -> None:
        """A case is known by a name from now on."""
        self._cases[name] = case.id

    def id_of(self, name: str | None) -> UUID | None:
        """Which case has a name; nothing where none is said."""
        return None if name is None else self._cases[name]

    def on_file(self, kind: Kind, text: str, reported_at: datetime, reader: str) -> Case | None:
        """What a person finds on file under words, registered at a moment."""
        if not self._begun:
            return None
        query = CaseQuery(kind=kind, text=text, reader=reader)
        found = self.store.load_all(self.office.lists.find_ids(query)).values()
        return next((case for case in found if reported_at in (case.reported_at, case.registered_at)), None)

    def placed(self, told: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """The fields of a draft with the codes of what a story calls by name."""
        day = day_of(at)
        placed = {**told, "town": town_for(self.office.registers, told["town"]).code}
        if "village" in told:
            village = self.areas.child_named(placed["town"], told["village"], day)
            placed["village"] = village.code if village else None
            if village and "grid" in told:
                grid = self.areas.child_named(village.code, told["grid"], day)
                placed["grid"] = grid.code if grid else None
        return placed

    def take(self, name: str, by: str, order: Order) -> None:
        """Makes a step with a case, by a person at the moment of the order."""
        at = order.at or self.store.now()
        case = self.case(name)
        take(self.store, case.id, case.version, replace(order, at=at), self.deadlines, actor(by), lambda: at)

    def steps(self, name: str, case: Case | None, orders: tuple[tuple[str, Order], ...]) -> list[Deed]:
        """The steps that a case has not made yet."""
        made = {(step.move, step.at) for step in case.steps} if case else set()
        return [
            Deed(order.at, _act(self, name, by, order))
            for by, order in orders
            if order.at is not None and (order.move, order.at) not in made
        ]


def actor(person: str) -> Actor:
    """Somebody at the workstation of the demonstration."""
    return Actor(person, "演示")


def leaf_code(name: str) -> str | None:
    """The code of a category that a story calls by name."""
    leaf = vocabulary().leaf(name)
    return leaf.code if leaf else None


def _act(stage: Stage, name: str, by: str, order: Order) -> Callable[[], None]:
    return lambda: stage.take(name, by, order)

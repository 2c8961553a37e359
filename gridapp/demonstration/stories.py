"""What befell the demonstration's events, disputes and petitions (演示件), as its files tell it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from gridapp.cases.order import Order
from gridapp.demonstration.told import orders_told, told
from gridapp.domain.kind import Kind

_FILES: Mapping[Kind, str] = {Kind.EVENT: "mediation", Kind.DISPUTE: "mediation", Kind.PETITION: "petitions"}

_DEEDS = frozenset({"by", "place", "settled", "opened_from", "found_on", "earlier", "reception", "steps"})
"""What a story says beside the fields of its draft."""

_OF_ITS_STEPS: Mapping[Kind, frozenset[str]] = {Kind.PETITION: frozenset({"unit", "handler"})}
"""What it says for its steps alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One case: the `fields` of its draft, and the `orders` given to it by whom, in their turn.

    Town, village, grid and category are written by name, other cases by their titles. A dispute is either `settled` on
    the spot with a result, or mediated by its orders; `opened_from` is the event from which it came. An event may have
    been `found_on` a patrol. A petition may be a repeat of an `earlier` one, or received on a `reception` day.
    """

    kind: Kind
    by: str
    fields: Mapping[str, Any]
    orders: tuple[tuple[str, Order], ...] = ()
    settled: str | None = None
    opened_from: str | None = None
    found_on: str | None = None
    earlier: str | None = None
    reception: str | None = None

    @property
    def title(self) -> str:
        """By which it is known; no two have the same."""
        return str(self.fields["title"])

    @property
    def reported_at(self) -> datetime:
        """When it was registered."""
        moment: datetime = self.fields["reported_at"]
        return moment


@cache
def stories() -> tuple[Story, ...]:
    """Every story, events first, as the files have them."""
    return tuple(_story(kind, table) for kind, name in _FILES.items() for table in tables_of(name)[kind.value])


@cache
def tables_of(name: str) -> Mapping[str, Any]:
    """What a file of `resources/demonstration` holds."""
    text = (files("resources") / "demonstration" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _story(kind: Kind, table: Mapping[str, Any]) -> Story:
    apart = _DEEDS | _OF_ITS_STEPS.get(kind, frozenset())
    drafted = {name: told(name, value) for name, value in table.items() if name not in apart}
    present = "、".join(party.name for party in drafted.get("parties", ())) or drafted.get("petitioner", "")
    return Story(
        kind=kind,
        by=table["by"],
        fields=drafted,
        orders=tuple(orders_told(table, present)),
        **{name: table.get(name) for name in ("settled", "opened_from", "found_on", "earlier", "reception")},
    )

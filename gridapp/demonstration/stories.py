"""What befell the demonstration's disputes (演示纠纷), as `resources/demonstration/mediation.toml` tells it."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

from gridapp.cases.order import Order
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Term
from gridapp.domain.moment import SHANGHAI, day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.paper import CITIZEN_CARD, Citizen, citizen_of
from gridapp.domain.party import Party, PartyKind, Side

_DEEDS = frozenset({"by", "place", "settled", "opened_from", "steps"})
"""What a story says beside the fields of its draft."""

_MEETINGS = frozenset({Move.INQUIRE, Move.MEDIATE, Move.TALK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event or dispute: the `fields` of its draft, and the `orders` given to it by whom, in their turn.

    Town, village, grid and category are written by name. A dispute is either `settled` on the spot with a result, or
    mediated by its orders; `opened_from` is the title of the event from which it came.
    """

    kind: Kind
    by: str
    fields: Mapping[str, Any]
    orders: tuple[tuple[str, Order], ...] = ()
    settled: str | None = None
    opened_from: str | None = None

    @property
    def title(self) -> str:
        """By which it is known; no two have the same."""
        return str(self.fields["title"])

    @property
    def reported_at(self) -> datetime:
        """When it was registered."""
        moment: datetime = self.fields["reported_at"]
        return moment


def stories() -> tuple[Story, ...]:
    """Every story, events first, as the file has them."""
    text = (files("resources") / "demonstration" / "mediation.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return tuple(_story(kind, table) for kind in (Kind.EVENT, Kind.DISPUTE) for table in told[kind.value])


def _story(kind: Kind, table: Mapping[str, Any]) -> Story:
    drafted = {name: _field(name, value) for name, value in table.items() if name not in _DEEDS}
    return Story(
        kind=kind,
        by=table["by"],
        fields=drafted,
        orders=tuple(_orders(table, drafted)),
        settled=table.get("settled"),
        opened_from=table.get("opened_from"),
    )


def _orders(table: Mapping[str, Any], drafted: Mapping[str, Any]) -> Iterator[tuple[str, Order]]:
    """The orders, with what goes without saying: who does it, for whom, where and with whom."""
    handler = table.get("handler", table["by"])
    for step in table.get("steps", ()):
        said = {name: _field(name, value) for name, value in step.items() if name != "by"}
        move = said["move"]
        if move is Move.ACCEPT:
            said = {"unit": table.get("unit", ""), "handler": table.get("handler", ""), **said}
        if move in _MEETINGS or move is Move.SCHEDULE:
            said = {"place": table.get("place", ""), **said}
        if move in _MEETINGS:
            said = {"present": "、".join(party.name for party in drafted["parties"]), **said}
        yield step.get("by", handler), Order(**said)
        handler = said["handler"] if move is Move.HAND_OVER else handler


def _field(name: str, value: Any) -> Any:
    """A value of the file as a draft or an order holds it; a day without a time lasts until its end."""
    if name in _READ:
        return _READ[name](value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=SHANGHAI).astimezone(UTC)
    if isinstance(value, date):
        return end_of(value)
    return tuple(value) if isinstance(value, list) else value


def _party(table: Mapping[str, Any]) -> Party:
    words = {"kind": PartyKind.PERSON, **table}
    number = words.get("paper_number")
    if number and "paper" not in words:
        citizen = citizen_of(number, day_of(datetime.now(SHANGHAI)))
        known = {"born_on": citizen.born_on, "sex": citizen.sex} if isinstance(citizen, Citizen) else {}
        words |= {"paper": CITIZEN_CARD, **known}
    return Party(**{**words, "side": Side(words["side"]), "kind": PartyKind(words["kind"])})


def _term(table: Mapping[str, Any]) -> Term:
    return Term(agreement=0, **{name: _field(name, value) for name, value in table.items()})


_READ: Mapping[str, Callable[[Any], Any]] = {
    "move": Move,
    "amount": Decimal,
    "parties": lambda tables: tuple(_party(table) for table in tables),
    "terms": lambda tables: tuple(_term(table) for table in tables),
}

"""The values of the stories' files (演示经过) as drafts and orders hold them; the times in them are Beijing time."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from gridapp.cases.order import Order
from gridapp.domain.mediation import Term
from gridapp.domain.moment import SHANGHAI, day_of, end_of
from gridapp.domain.move import Move
from gridapp.domain.paper import CITIZEN_CARD, Citizen, citizen_of
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.domain.security import Security

_MEETINGS = frozenset({Move.INQUIRE, Move.MEDIATE, Move.TALK})


def told(name: str, value: Any) -> Any:
    """A value of a file under its name; a day without a time lasts until its end."""
    if name in _READ:
        return _READ[name](value)
    if isinstance(value, datetime):
        return value.replace(tzinfo=SHANGHAI).astimezone(UTC)
    if isinstance(value, date):
        return end_of(value)
    return tuple(value) if isinstance(value, list) else value


def orders_told(table: Mapping[str, Any], present: str = "") -> Iterator[tuple[str, Order]]:
    """The steps of a story, each by whom, with what goes without saying: who does it, for whom, where and with whom."""
    handler = table.get("handler", table.get("by", ""))
    for step in table.get("steps", ()):
        said = {name: told(name, value) for name, value in step.items() if name != "by"}
        move = said["move"]
        if move is Move.ACCEPT:
            said = {"unit": table.get("unit", ""), "handler": table.get("handler", ""), **said}
        if move in _MEETINGS or move is Move.SCHEDULE:
            said = {"place": table.get("place", ""), **said}
        if move in _MEETINGS:
            said = {"present": present, **said}
        yield step.get("by", handler), Order(**said)
        handler = said["handler"] if move is Move.HAND_OVER else handler


def _party(table: Mapping[str, Any]) -> Party:
    words = {"kind": PartyKind.PERSON, **table}
    number = words.get("paper_number")
    if number and "paper" not in words:
        citizen = citizen_of(number, day_of(datetime.now(SHANGHAI)))
        known = {"born_on": citizen.born_on, "sex": citizen.sex} if isinstance(citizen, Citizen) else {}
        words |= {"paper": CITIZEN_CARD, **known}
    return Party(**{**words, "side": Side(words["side"]), "kind": PartyKind(words["kind"])})


def _term(table: Mapping[str, Any]) -> Term:
    return Term(agreement=0, **{name: told(name, value) for name, value in table.items()})


def _securities(table: Mapping[str, str | Mapping[str, Any]]) -> tuple[Security, ...]:
    """When each was settled is set by the step; that of the money may tell its amount."""
    return tuple(_security(word, {"text": told} if isinstance(told, str) else told) for word, told in table.items())


def _security(word: str, said: Mapping[str, Any]) -> Security:
    amount = _number(said["amount"]) if "amount" in said else None
    return Security(word=word, text=said["text"], amount=amount, at=datetime.min.replace(tzinfo=UTC))


def _number(value: Any) -> Decimal:
    return Decimal(str(value))


def _as_it_is(value: Any) -> Any:
    return value


_READ: Mapping[str, Callable[[Any], Any]] = {
    "move": Move,
    "amount": _number,
    "hours": _number,
    "length": _number,
    "floor_area": _number,
    "quantity": _number,
    "born_on": _as_it_is,
    "parties": lambda tables: tuple(_party(table) for table in tables),
    "terms": lambda tables: tuple(_term(table) for table in tables),
    "securities": _securities,
}

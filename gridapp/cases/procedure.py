"""How cases of one kind are handled (办理规则), beside the course on which they run."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.deadline import Deadlines
from gridapp.domain.move import Move, Need
from gridapp.domain.problem import Problem
from gridapp.ports import Save, Writer

CaseT = TypeVar("CaseT", bound=Case)

Fields = Mapping[str, Any]
Effect = Callable[[CaseT, Order, datetime, Deadlines], Fields]
Guard = Callable[[CaseT, datetime, Deadlines], str | None]


def as_it_is(_: Writer, __: Case, order: Order, ___: datetime) -> Order:
    """An order of a kind whose documents bear no numbers."""
    return order


def nothing(_: Writer, __: Save, ___: Order, ____: str, _____: datetime) -> Iterator[Save]:
    """What the moves of a kind open that open no records."""
    return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Generic[CaseT]):
    """What a kind has of its own.

    `effects` are the fields that each move changes, `guards` why one is refused although the course allows it;
    `needs` is what a move asks for in this very case beside its line in the course, `problems` what can be wrong with
    its particulars beside what holds for all; `told` are the words of its step; `step_limit` is the limit of the
    state into which a case came at a moment (本环节时限), if it has one; `asked` is what is said, instead of what holds
    for all, where a move lacks something; `numbered` is an order whose document (协议, 意见书) has a number of its own;
    `opens` are the records of other kinds that a move puts on file beside.
    """

    effects: Mapping[Move, Effect[CaseT]]
    guards: Mapping[Move, Guard[CaseT]]
    needs: Callable[[CaseT, Move], tuple[Need, ...]]
    problems: Callable[[CaseT, Order, Deadlines, datetime], Iterator[Problem]]
    told: Callable[[CaseT, Order], str]
    step_limit: Callable[[CaseT, datetime, Deadlines], datetime | None]
    asked: Mapping[tuple[Move, Need], str] = field(default_factory=dict)
    numbered: Callable[[Writer, CaseT, Order, datetime], Order] = as_it_is
    opens: Callable[[Writer, Save, Order, str, datetime], Iterator[Save]] = nothing

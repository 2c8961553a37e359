"""What can be wrong with the particulars of a move with an event (办理意见的问题)."""

from collections.abc import Iterator
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.domain.deadline import Deadlines
from gridapp.domain.event import Event
from gridapp.domain.move import Move, Need
from gridapp.domain.problem import Problem


def problems_of(event: Event, order: Order, deadlines: Deadlines, at: datetime) -> Iterator[Problem]:
    """Every problem of an order that does not hold for all kinds: only an assignment (交办) has such."""
    if order.move is not Move.ASSIGN:
        return
    given_back = {step.unit for step in event.steps if step.move is Move.RETURN_UNIT}
    if order.unit.strip() in given_back and not order.opinion.strip():
        yield Problem(Need.OPINION.value, "required", f"{order.unit}已退回过，再次交办请写明理由。")
    twice = {order.unit.strip()} & {*order.assistants, *order.copies} or {*order.assistants} & {*order.copies}
    if order.unit.strip() and twice:
        yield Problem(Need.UNIT.value, "twice", f"{'、'.join(sorted(twice))}不能同时主办、协办或抄告。")
    if order.until is not None and event.due_at is not None and order.until > event.due_at:
        yield Problem(Need.UNTIL.value, "later", "交办时只能提前办理时限；要延后，请申请延期。")

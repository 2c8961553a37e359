"""Numbers of replies (文号): one row a town, year and instance, never given twice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.ports import Writer

_SERIES: Mapping[Move, tuple[str, str]] = {Move.ISSUE_REPLY: ("petition_reply", "信处字")}
"""For each move the series in which its numbers run, and the words of its numbers; reviews bear their organ's own."""


def numbered(writer: Writer, case: Case, order: Order, now: datetime) -> Order:
    """An order whose reply has a number; one that was given stays."""
    if order.move not in _SERIES or order.number.strip():
        return order
    series, words = _SERIES[order.move]
    year = day_of(order.at or now).year
    return replace(order, number=f"（{year}）{words}第{writer.next_running(case.town, series, year)}号")

"""Numbers of agreements (协议编号): two rows a town and year, written and oral, never given twice (domain.md §3.4)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.ports import Writer

_SERIES: Mapping[str, tuple[str, str]] = {
    AgreementForm.WRITTEN: ("agreement", "人调字"),
    AgreementForm.ORAL: ("oral_agreement", "人调口字"),
}
"""For each form the series in which its numbers run, and the words of its numbers."""


def numbered(writer: Writer, case: Case, order: Order, now: datetime) -> Order:
    """An order whose agreement has a number; one that was given stays."""
    if order.move is not Move.AGREE or order.form not in _SERIES or order.number.strip():
        return order
    series, words = _SERIES[order.form]
    year = day_of(order.at or now).year
    return replace(order, number=f"（{year}）{words}第{writer.next_running(case.town, series, year)}号")

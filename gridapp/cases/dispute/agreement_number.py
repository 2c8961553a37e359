"""Numbers of agreements (协议编号): two rows a town and year, written and oral, never given twice (domain.md §3.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.problem import Problem, Unacceptable
from gridapp.ports import Writer

_SERIES: Mapping[str, tuple[str, str]] = {
    AgreementForm.WRITTEN: ("agreement", "人调字"),
    AgreementForm.ORAL: ("oral_agreement", "人调口字"),
}
"""For each form the series in which its numbers run, and the words of its numbers."""


def numbered(writer: Writer, case: Case, order: Order, now: datetime) -> Order:
    """An order whose agreement has a number; one that was given stays.

    Raises `Unacceptable` where another dispute's agreement bears the number that was given.
    """
    if order.move is not Move.AGREE or order.form not in _SERIES:
        return order
    given = order.number.strip()
    if given:
        others = _others(writer, case, given)
        if others:
            message = f"协议编号“{given}”已用于纠纷 {others[0].number}，请核对；不填写则自动编号。"
            raise Unacceptable((Problem("number", "taken", message),))
        return order
    series, words = _SERIES[order.form]
    year = day_of(order.at or now).year
    while True:
        number = f"（{year}）{words}第{writer.next_running(case.town, series, year)}号"
        # A ledger or a clerk may have used it already.
        if not _others(writer, case, number):
            return replace(order, number=number)


def _others(writer: Writer, case: Case, number: str) -> Sequence[Case]:
    return [other for other in writer.with_agreement(case.town, number) if other.id != case.id]

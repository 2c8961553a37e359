"""Numbers of written agreements (协议书编号): one row a town and year, never given twice (domain.md §3.4)."""

from dataclasses import replace
from datetime import datetime

from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.dispute import AgreementForm
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.ports import Writer


def numbered(writer: Writer, case: Case, order: Order, now: datetime) -> Order:
    """An order whose written agreement has a number; one that was given stays."""
    if order.move is not Move.AGREE or order.form != AgreementForm.WRITTEN or order.number.strip():
        return order
    year = day_of(order.at or now).year
    return replace(order, number=f"（{year}）人调字第{writer.next_running(case.town, 'agreement', year)}号")

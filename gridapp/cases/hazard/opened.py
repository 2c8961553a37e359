"""What a move with a hazard puts on file beside it: the notice of an order, the record of an enforcement measure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from gridapp.cases.inspection.notice_number import number_for
from gridapp.cases.order import Order
from gridapp.domain.case import Case
from gridapp.domain.enforcement import Enforcement
from gridapp.domain.hazard import Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of
from gridapp.domain.move import Move
from gridapp.domain.notice import Notice, NoticeKind
from gridapp.domain.status import Status
from gridapp.ports import Save, Writer


def with_notice_number(writer: Writer, case: Case, order: Order, now: datetime) -> Order:
    """An order to mend (责令限期整改) that names its notice; one that was given stays, it may order several hazards."""
    if order.move is not Move.ORDER_MENDING or order.number.strip():
        return order
    return replace(order, number=number_for(writer, case.town, NoticeKind.ORDER, "", order.at or now))


def opened_by(writer: Writer, save: Save, order: Order, person: str, now: datetime) -> Iterator[Save]:
    """The records that a move opens, saved in its transaction; a notice only where none bears its number yet."""
    hazard, at = save.after, order.at or now
    if not isinstance(hazard, Hazard):
        return
    if order.move is Move.ENFORCE:
        yield Save(None, _enforcement(writer, hazard, order, at, person, now), "登记")
    number = hazard.notice_number
    if order.move is Move.ORDER_MENDING and number and not writer.by_number(hazard.town, Kind.NOTICE, [number]):
        yield Save(None, _notice(hazard, number, at, person, now), "开具")


def _notice(hazard: Hazard, number: str, at: datetime, person: str, now: datetime) -> Notice:
    return Notice(
        id=case_id_at(now),
        number=number,
        title=f"{NoticeKind.ORDER.value}（{hazard.place_name or hazard.title}）",
        category=NoticeKind.ORDER.value,
        reported_at=at,
        registered_at=now,
        due_at=hazard.due_at,
        source_case=hazard.source_case or hazard.id,
        **_shared(hazard, person),
    )


def _enforcement(writer: Writer, hazard: Hazard, order: Order, at: datetime, person: str, now: datetime) -> Enforcement:
    about = hazard.place_name or order.party.strip()
    return Enforcement(
        id=case_id_at(now),
        number=writer.next_number(hazard.town, Kind.ENFORCEMENT, day_of(at)),
        title=f"{order.measure}{about}",
        category=order.measure,
        reported_at=at,
        registered_at=now,
        unit=order.unit.strip(),
        party=order.party.strip() or None,
        document_number=order.number.strip() or None,
        from_at=order.effective_at,
        until_at=order.until,
        source_case=hazard.id,
        note=order.reason.strip() or None,
        **_shared(hazard, person),
    )


def _shared(hazard: Hazard, person: str) -> dict[str, Any]:
    return {
        "town": hazard.town,
        "village": hazard.village,
        "grid": hazard.grid,
        "campaign": hazard.campaign,
        "place": hazard.place,
        "place_name": hazard.place_name,
        "place_type": hazard.place_type,
        "first_receiver": person,
        "status": Status.RECORDED,
    }

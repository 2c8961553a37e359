"""Which page shows a record of which kind (详情页); pages are imported when they are first asked for."""

from collections.abc import Callable, Mapping

from gridapp.domain.kind import Kind
from gridapp.domain.register_kinds import REGISTERS
from ui.desk import Desk
from ui.page import Page
from ui.requests import ShowRecord


def record_page(request: ShowRecord, desk: Desk) -> Page:
    """The page of a record."""
    return _RECORDS[request.kind](request, desk)


def _event(request: ShowRecord, desk: Desk) -> Page:
    from ui.cases.event_page import EventPage

    return EventPage(desk, request.id)


def _dispute(request: ShowRecord, desk: Desk) -> Page:
    from ui.mediation.case.dispute_page import DisputePage

    return DisputePage(desk, request.id)


def _petition(request: ShowRecord, desk: Desk) -> Page:
    from ui.petition.case.petition_page import PetitionPage

    return PetitionPage(desk, request.id)


def _hazard(request: ShowRecord, desk: Desk) -> Page:
    from ui.safety.case.hazard_page import HazardPage

    return HazardPage(desk, request.id)


def _reception(request: ShowRecord, desk: Desk) -> Page:
    from ui.petition.reception.reception_page import ReceptionPage

    return ReceptionPage(desk, request.id)


def _entry(request: ShowRecord, desk: Desk) -> Page:
    from ui.registers.entry_page import EntryPage

    return EntryPage(desk, request.kind, request.id)


def _inspection(request: ShowRecord, desk: Desk) -> Page:
    from ui.safety.intake.inspection_page import InspectionPage

    return InspectionPage(desk, request.id)


def _served(request: ShowRecord, desk: Desk) -> Page:
    from ui.safety.intake.served_page import ServedPage

    return ServedPage(desk, request.kind, request.id)


_RECORDS: Mapping[Kind, Callable[[ShowRecord, Desk], Page]] = {
    **dict.fromkeys(REGISTERS, _entry),
    Kind.RECEPTION: _reception,
    Kind.EVENT: _event,
    Kind.DISPUTE: _dispute,
    Kind.PETITION: _petition,
    Kind.HAZARD: _hazard,
    Kind.INSPECTION: _inspection,
    Kind.NOTICE: _served,
    Kind.ENFORCEMENT: _served,
}
"""For each kind the maker of a record's page."""

"""Which page answers which request; pages are imported when they are first asked for."""

from collections.abc import Callable, Mapping
from typing import Any

from gridapp.domain.kind import Kind
from ui.desk import Desk
from ui.page import Page
from ui.requests import (
    EndMany,
    NewBatch,
    NewDispute,
    NewEvent,
    Request,
    SettleMany,
    SettleOnTheSpot,
    ShowDue,
    ShowFigure,
    ShowHome,
    ShowLedger,
    ShowRecord,
    ShowSettings,
    ShowStatistics,
    ShowWeek,
)


def page_for(request: Request, desk: Desk) -> Page:
    """The page that a request asks for."""
    return _PAGES[type(request)](request, desk)


def _home(_: ShowHome, desk: Desk) -> Page:
    from ui.home.home_page import HomePage
    from ui.home.town_page import TownPage

    return HomePage(desk) if desk.areas.towns else TownPage(desk)


def _statistics(_: ShowStatistics, desk: Desk) -> Page:
    # The chart's library is slow to import and needed here alone.
    from ui.figures.statistics_page import StatisticsPage

    return StatisticsPage(desk)


def _settings(_: ShowSettings, desk: Desk) -> Page:
    from ui.settings.settings_page import SettingsPage

    return SettingsPage(desk)


def _record(request: ShowRecord, desk: Desk) -> Page:
    from ui.cases.detail_page import DetailPage
    from ui.cases.event_page import EventPage
    from ui.mediation.case.dispute_page import DisputePage

    if request.kind is Kind.EVENT:
        return EventPage(desk, request.id)
    return DisputePage(desk, request.id) if request.kind is Kind.DISPUTE else DetailPage(desk, request)


def _new_event(request: NewEvent, desk: Desk) -> Page:
    from ui.recording.new_event_page import NewEventPage

    return NewEventPage(desk, request.draft_id)


def _batch(_: NewBatch, desk: Desk) -> Page:
    from ui.batch.batch_page import BatchPage

    return BatchPage(desk)


def _new_dispute(request: NewDispute, desk: Desk) -> Page:
    from ui.mediation.intake.new_dispute_page import NewDisputePage

    return NewDisputePage(desk, request.draft_id, request.source)


def _settle(request: SettleOnTheSpot, desk: Desk) -> Page:
    from ui.mediation.spot.settle_on_the_spot_page import SettleOnTheSpotPage

    return SettleOnTheSpotPage(desk, request.draft_id)


def _settle_many(_: SettleMany, desk: Desk) -> Page:
    from ui.mediation.spot.settle_many_page import SettleManyPage

    return SettleManyPage(desk)


def _end_many(request: EndMany, desk: Desk) -> Page:
    from ui.mediation.spot.end_many_page import EndManyPage

    return EndManyPage(desk, request.ids)


def _week(_: ShowWeek, desk: Desk) -> Page:
    from ui.mediation.desk.week_page import WeekPage

    return WeekPage(desk)


def _list(request: ShowLedger | ShowDue | ShowFigure, desk: Desk) -> Page:
    from ui.cases.due_page import DuePage
    from ui.cases.figure_page import FigurePage
    from ui.cases.ledger_page import LedgerPage

    if isinstance(request, ShowFigure):
        return FigurePage(desk, request)
    if isinstance(request, ShowDue):
        return DuePage(desk, request)
    return LedgerPage(desk, request.kind)


_PAGES: Mapping[type, Callable[[Any, Desk], Page]] = {
    ShowHome: _home,
    ShowStatistics: _statistics,
    ShowSettings: _settings,
    NewEvent: _new_event,
    NewBatch: _batch,
    NewDispute: _new_dispute,
    SettleOnTheSpot: _settle,
    SettleMany: _settle_many,
    EndMany: _end_many,
    ShowWeek: _week,
    ShowRecord: _record,
    ShowLedger: _list,
    ShowDue: _list,
    ShowFigure: _list,
}
"""For each request the maker of its page."""

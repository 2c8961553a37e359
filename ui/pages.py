"""Which page answers which request; pages are imported when they are first asked for."""

from ui.desk import Desk
from ui.page import Page
from ui.requests import (
    NewBatch,
    NewEvent,
    Request,
    ShowDue,
    ShowFigure,
    ShowHome,
    ShowLedger,
    ShowRecord,
    ShowSettings,
    ShowStatistics,
)


def page_for(request: Request, desk: Desk) -> Page:
    """The page that a request asks for."""
    if isinstance(request, ShowHome):
        return _home(desk)
    if isinstance(request, ShowStatistics):
        return _statistics(desk)
    if isinstance(request, ShowSettings):
        return _settings(desk)
    if isinstance(request, NewEvent):
        return _new_event(request, desk)
    if isinstance(request, NewBatch):
        return _batch(desk)
    if isinstance(request, ShowRecord):
        return _record(request, desk)
    return _list(request, desk)


def _home(desk: Desk) -> Page:
    from ui.home.home_page import HomePage
    from ui.home.town_page import TownPage

    return HomePage(desk) if desk.areas.towns else TownPage(desk)


def _statistics(desk: Desk) -> Page:
    # The chart's library is slow to import and needed here alone.
    from ui.figures.statistics_page import StatisticsPage

    return StatisticsPage(desk)


def _settings(desk: Desk) -> Page:
    from ui.settings.settings_page import SettingsPage

    return SettingsPage(desk)


def _record(request: ShowRecord, desk: Desk) -> Page:
    from ui.cases.detail_page import DetailPage
    from ui.cases.event_page import EventPage

    return EventPage(desk, request.id) if request.kind == "event" else DetailPage(desk, request)


def _new_event(request: NewEvent, desk: Desk) -> Page:
    from ui.recording.new_event_page import NewEventPage

    return NewEventPage(desk, request.draft_id)


def _batch(desk: Desk) -> Page:
    from ui.batch.batch_page import BatchPage

    return BatchPage(desk)


def _list(request: ShowLedger | ShowDue | ShowFigure, desk: Desk) -> Page:
    from ui.cases.due_page import DuePage
    from ui.cases.figure_page import FigurePage
    from ui.cases.ledger_page import LedgerPage

    if isinstance(request, ShowFigure):
        return FigurePage(desk, request)
    if isinstance(request, ShowDue):
        return DuePage(desk, request)
    return LedgerPage(desk, request.kind)

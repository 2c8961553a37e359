"""Which page answers which request; pages are imported when they are first asked for."""

from collections.abc import Callable, Mapping
from typing import Any

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

    return EventPage(desk, request.id) if request.kind == "event" else DetailPage(desk, request)


def _new_event(request: NewEvent, desk: Desk) -> Page:
    from ui.recording.new_event_page import NewEventPage

    return NewEventPage(desk, request.draft_id)


def _batch(_: NewBatch, desk: Desk) -> Page:
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


_PAGES: Mapping[type, Callable[[Any, Desk], Page]] = {
    ShowHome: _home,
    ShowStatistics: _statistics,
    ShowSettings: _settings,
    NewEvent: _new_event,
    NewBatch: _batch,
    ShowRecord: _record,
    ShowLedger: _list,
    ShowDue: _list,
    ShowFigure: _list,
}
"""For each request the maker of its page."""

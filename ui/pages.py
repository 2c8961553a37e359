"""Which page answers which request; pages are imported when they are first asked for."""

from collections.abc import Callable, Mapping
from typing import Any

from ui.desk import Desk
from ui.page import Page
from ui.record_pages import record_page
from ui.requests import (
    EndMany,
    NewBatch,
    NewDispute,
    NewEntries,
    NewEntry,
    NewEvent,
    NewHazards,
    NewInspection,
    NewPetition,
    NewPetitions,
    RecheckMany,
    Request,
    SettleMany,
    SettleOnTheSpot,
    ShowCampaigns,
    ShowCharges,
    ShowDoubts,
    ShowDue,
    ShowExplanation,
    ShowFigure,
    ShowHome,
    ShowImport,
    ShowLedger,
    ShowMatrix,
    ShowMonthEnd,
    ShowPapers,
    ShowPatrolled,
    ShowPlace,
    ShowPlaces,
    ShowPlans,
    ShowProse,
    ShowReceptions,
    ShowRecord,
    ShowRoster,
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


def _new_event(request: NewEvent, desk: Desk) -> Page:
    from ui.recording.new_event_page import NewEventPage

    return NewEventPage(desk, request.draft_id, request.source)


def _new_entry(request: NewEntry, desk: Desk) -> Page:
    from ui.registers.new_entry_page import NewEntryPage

    return NewEntryPage(desk, request.kind, request.draft_id, request.source)


def _new_entries(request: NewEntries, desk: Desk) -> Page:
    from ui.registers.grid.entry_grid_page import EntryGridPage

    return EntryGridPage(desk, request.kind, request.sources)


def _roster(_: ShowRoster, desk: Desk) -> Page:
    from ui.registers.roster.roster_page import RosterPage

    return RosterPage(desk)


def _receptions(_: ShowReceptions, desk: Desk) -> Page:
    from ui.petition.reception.month_page import ReceptionsPage

    return ReceptionsPage(desk)


def _charges(_: ShowCharges, desk: Desk) -> Page:
    from ui.petition.charges.charges_page import ChargesPage

    return ChargesPage(desk)


def _campaigns(_: ShowCampaigns, desk: Desk) -> Page:
    from ui.registers.campaigns.campaigns_page import CampaignsPage

    return CampaignsPage(desk)


def _month_end(request: ShowMonthEnd, desk: Desk) -> Page:
    from ui.closing.month_end_page import MonthEndPage

    return MonthEndPage(desk, request.town, request.month)


def _prose(request: ShowProse, desk: Desk) -> Page:
    from ui.prose.prose_page import ProsePage

    return ProsePage(desk, request)


def _import(request: ShowImport, desk: Desk) -> Page:
    from ui.importing.import_page import ImportPage

    return ImportPage(desk, request)


def _papers(request: ShowPapers, desk: Desk) -> Page:
    from ui.papers.papers_page import PapersPage

    return PapersPage(desk, request)


def _doubts(request: ShowDoubts, desk: Desk) -> Page:
    from ui.doubts.doubts_page import DoubtsPage

    return DoubtsPage(desk, request)


def _matrix(_: ShowMatrix, desk: Desk) -> Page:
    from ui.registers.matrix.matrix_page import MatrixPage

    return MatrixPage(desk)


def _patrolled(_: ShowPatrolled, desk: Desk) -> Page:
    from ui.registers.patrolled.patrolled_page import PatrolledPage

    return PatrolledPage(desk)


def _batch(_: NewBatch, desk: Desk) -> Page:
    from ui.batch.batch_page import BatchPage

    return BatchPage(desk)


def _new_dispute(request: NewDispute, desk: Desk) -> Page:
    from ui.mediation.intake.new_dispute_page import NewDisputePage

    return NewDisputePage(desk, request.draft_id, request.source)


def _new_petition(request: NewPetition, desk: Desk) -> Page:
    from ui.petition.intake.new_petition_page import NewPetitionPage

    return NewPetitionPage(desk, request.draft_id, request.reception)


def _new_petitions(_: NewPetitions, desk: Desk) -> Page:
    from ui.petition.intake.petition_grid_page import PetitionGridPage

    return PetitionGridPage(desk)


def _new_inspection(request: NewInspection, desk: Desk) -> Page:
    from ui.safety.intake.new_inspection_page import NewInspectionPage

    return NewInspectionPage(desk, request)


def _plans(request: ShowPlans, desk: Desk) -> Page:
    from ui.safety.intake.plans_page import PlansPage

    return PlansPage(desk, request.places)


def _places(_: ShowPlaces, desk: Desk) -> Page:
    from ui.safety.places.places_page import PlacesPage

    return PlacesPage(desk)


def _place(request: ShowPlace, desk: Desk) -> Page:
    from ui.safety.places.new_place_page import NewPlacePage
    from ui.safety.places.place_page import PlacePage

    return NewPlacePage(desk) if request.id is None else PlacePage(desk, request.id)


def _settle(request: SettleOnTheSpot, desk: Desk) -> Page:
    from ui.mediation.spot.settle_on_the_spot_page import SettleOnTheSpotPage

    return SettleOnTheSpotPage(desk, request.draft_id)


def _settle_many(_: SettleMany, desk: Desk) -> Page:
    from ui.mediation.spot.settle_many_page import SettleManyPage

    return SettleManyPage(desk)


def _end_many(request: EndMany, desk: Desk) -> Page:
    from ui.mediation.spot.end_many_page import EndManyPage

    return EndManyPage(desk, request.ids)


def _new_hazards(_: NewHazards, desk: Desk) -> Page:
    from ui.safety.desk.hazard_grid_page import HazardGridPage

    return HazardGridPage(desk)


def _recheck_many(request: RecheckMany, desk: Desk) -> Page:
    from ui.safety.desk.recheck_many_page import RecheckManyPage

    return RecheckManyPage(desk, request.ids)


def _week(_: ShowWeek, desk: Desk) -> Page:
    from ui.mediation.desk.week_page import WeekPage

    return WeekPage(desk)


def _explanation(request: ShowExplanation, desk: Desk) -> Page:
    from ui.reconciling.explanation_page import ExplanationPage

    return ExplanationPage(desk, request)


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
    NewEntry: _new_entry,
    NewEntries: _new_entries,
    ShowReceptions: _receptions,
    ShowCharges: _charges,
    ShowCampaigns: _campaigns,
    ShowRoster: _roster,
    ShowMatrix: _matrix,
    ShowMonthEnd: _month_end,
    ShowProse: _prose,
    ShowDoubts: _doubts,
    ShowImport: _import,
    ShowPapers: _papers,
    ShowExplanation: _explanation,
    ShowPatrolled: _patrolled,
    NewDispute: _new_dispute,
    NewPetition: _new_petition,
    NewPetitions: _new_petitions,
    NewInspection: _new_inspection,
    ShowPlans: _plans,
    ShowPlaces: _places,
    ShowPlace: _place,
    SettleOnTheSpot: _settle,
    SettleMany: _settle_many,
    EndMany: _end_many,
    NewHazards: _new_hazards,
    RecheckMany: _recheck_many,
    ShowWeek: _week,
    ShowRecord: record_page,
    ShowLedger: _list,
    ShowDue: _list,
    ShowFigure: _list,
}
"""For each request the maker of its page."""

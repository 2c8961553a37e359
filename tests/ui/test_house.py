"""Rules of the house that the code itself must keep."""

import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

import ui
from gridapp.domain.kind import Kind
from gridapp.ports import CaseQuery
from tests.ui.screen import Screen
from ui.figures.statistics_page import StatisticsPage
from ui.requests import (
    NewBatch,
    NewEvent,
    NewInspection,
    NewPetition,
    NewPetitions,
    ShowCampaigns,
    ShowCharges,
    ShowHome,
    ShowLedger,
    ShowPlace,
    ShowPlaces,
    ShowPlans,
    ShowReceptions,
    ShowRecord,
    ShowSettings,
    ShowStatistics,
    ShowWeek,
)
from ui.settings.settings_page import SettingsPage


def test_no_file_of_the_window_grows_beyond_300_lines() -> None:
    files = Path(ui.__file__).parent.rglob("*.py")
    assert {f.name: n for f in files if (n := len(f.read_text(encoding="utf-8").splitlines())) > 300} == {}


def test_the_pair_of_versions_that_loses_references_is_not_used() -> None:
    assert not (PySide6.__version__.startswith("6.12.0") and sys.version_info < (3, 12))


def _unnamed(window: QWidget) -> list[str]:
    """Widgets that take the keyboard but tell a screen reader nothing."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not _is_a_part(widget)
        and not (widget.accessibleName() or _own_text(widget))
    ]


def _is_a_part(widget: QWidget) -> bool:
    """What belongs to another widget, which is named itself: its line, its list, its viewport."""
    parent = widget.parentWidget()
    is_viewport = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    return is_viewport or widget.focusProxy() is not None or widget.objectName().startswith("qt_")


def _own_text(widget: QWidget) -> str:
    return str(widget.property("text") or "")


@pytest.mark.parametrize("kind", list(Kind))
def test_everything_on_a_list_that_takes_the_keyboard_has_a_name(screen: Screen, kind: Kind) -> None:
    screen.go(ShowLedger(kind))
    assert _unnamed(screen.window) == []


def test_everything_on_the_first_page_and_the_forms_has_a_name(screen: Screen) -> None:
    screen.go(ShowHome())
    screen.go(NewEvent())
    screen.go(NewBatch())
    screen.go(NewPetition())
    screen.go(NewPetitions())
    screen.go(ShowWeek())
    screen.go(NewInspection())
    screen.go(ShowPlans())
    screen.go(ShowPlaces())
    screen.go(ShowPlace())
    screen.go(ShowReceptions())
    screen.go(ShowCharges())
    screen.go(ShowCampaigns())
    for kind in (Kind.EVENT, Kind.PETITION, Kind.HAZARD):
        screen.go(ShowRecord(kind, screen.office.lists.find_ids(CaseQuery(kind=kind))[0]))
    assert _unnamed(screen.window) == []


def test_everything_in_the_settings_has_a_name(screen: Screen) -> None:
    screen.go(ShowSettings())
    page = screen.page(SettingsPage)
    for name in page.tabs:
        page.open_tab(name)
        screen.settle()
    assert _unnamed(screen.window) == []


def test_everything_in_the_statistics_has_a_name(screen: Screen) -> None:
    screen.go(ShowStatistics())
    page = screen.page(StatisticsPage)
    for name in page.tabs:
        page.open_tab(name)
        screen.settle()
    assert _unnamed(screen.window) == []

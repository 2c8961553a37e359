"""An empty office is offered its town, and begins."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.office import open_office
from gridapp.ports import Office
from tests.ui.screen import Screen
from ui.home.home_page import HomePage
from ui.home.town_page import TownPage
from ui.jobs import Jobs
from ui.requests import NewEvent


@pytest.fixture
def empty_office(tmp_path: Path) -> Iterator[Office]:
    """An office with nothing on file."""
    with open_office(str(tmp_path / "empty.db")) as office:
        yield office


def test_choosing_the_town_starts_the_office(qtbot: QtBot, jobs: Jobs, empty_office: Office) -> None:
    screen = Screen.opened(qtbot, jobs, empty_office)
    page = screen.page(TownPage)
    assert not screen.window.navigation.isEnabled()
    button = next(button for button in page.buttons if "高湖镇" in button.text())
    screen.click(button)
    screen.page(HomePage)
    assert screen.window.navigation.isEnabled()
    assert [town.name for town in empty_office.registers.areas().towns] == ["高湖镇"]


def test_no_event_can_be_entered_before(qtbot: QtBot, jobs: Jobs, empty_office: Office) -> None:
    screen = Screen.opened(qtbot, jobs, empty_office)
    screen.go(NewEvent())
    screen.page(TownPage)

"""The window on an office that keeps registers, before a member of the group that reads all of them."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from gridapp.domain.confidence import Confidence
from gridapp.ports import Office
from gridapp.registers.confidants import put_confidants
from gridapp.registers.reference_day import set_reference_day
from tests.offices import ACTOR, NOW
from tests.ui.registers.registrar import Registrar
from tests.ui.screen import Screen
from ui.jobs import Jobs


@pytest.fixture
def office(sqlite_office: Office) -> Office:
    """An office whose day stands still, and whose clerk may read of key persons."""
    set_reference_day(sqlite_office.registers, date(2018, 12, 31))
    put_confidants(sqlite_office.confidence, Confidence.KEY_PERSON, (), (ACTOR.name,), ACTOR, NOW)
    return sqlite_office


@pytest.fixture
def registrar(qtbot: QtBot, office: Office, jobs: Jobs) -> Registrar:
    """Somebody in front of the window."""
    return Registrar(Screen.opened(qtbot, jobs, office))

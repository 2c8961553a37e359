"""A window on an office with two grid workers, one of whom did something of everything in June."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from gridapp.ports import Office
from gridapp.registers.reference_day import set_reference_day
from tests.gridapp.assessing.township import OTHER, WORKER, a_month_of_everything, saved, with_workers
from tests.ui.assessing.assessor import Assessor
from tests.ui.screen import Screen
from ui.jobs import Jobs


@pytest.fixture
def manned_office(sqlite_office: Office) -> Office:
    """The office on the last day of June."""
    with_workers(sqlite_office, WORKER)
    with_workers(sqlite_office, OTHER, role="网格长")
    saved(sqlite_office, *a_month_of_everything())
    set_reference_day(sqlite_office.registers, date(2018, 6, 30))
    return sqlite_office


@pytest.fixture
def assessor(qtbot: QtBot, manned_office: Office, jobs: Jobs) -> Assessor:
    """Somebody who looks at June's assessment."""
    return Assessor(Screen.opened(qtbot, jobs, manned_office))

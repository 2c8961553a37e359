"""The window of the tests: our look, one thread for the database, an office whose figures are known."""

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.office import open_office
from gridapp.counting.posting import Dimension
from gridapp.counting.reconciliation import PublishedFigure
from gridapp.domain.period import period_named
from gridapp.ports import Office
from gridapp.registers.reference_day import set_reference_day
from tests.gridapp.small_office import fill
from tests.offices import ACTOR
from tests.ui.screen import Screen
from ui.application import prepare
from ui.desk import Desk, sit_down
from ui.jobs import Jobs

TODAY = date(2018, 2, 28)


@pytest.fixture(autouse=True, scope="session")
def _dressed(qapp: QApplication) -> None:
    prepare(qapp)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The thread of the database."""
    started = Jobs()
    yield started
    started.shut_down()


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """The file of the small office, filled once."""
    path = tmp_path_factory.mktemp("small") / "office.db"
    shutil.copyfile(sqlite_template, path)
    with open_office(str(path)) as office:
        fill(office)
        set_reference_day(office.registers, TODAY)
        office.registers.publish(
            [
                _published("甲1", 2, at_least=False),
                _published("甲2", 99, at_least=False),
                _published("甲3", 1, at_least=True),
            ]
        )
    return path


@pytest.fixture
def small_office(tmp_path: Path, small_template: Path) -> Iterator[Office]:
    """Some cases of all kinds, three published figures (exact, wrong, at least), and a day that stands still."""
    path = tmp_path / "office.db"
    shutil.copyfile(small_template, path)
    with open_office(str(path)) as opened:
        yield opened


def _published(name: str, reported: int, *, at_least: bool) -> PublishedFigure:
    return PublishedFigure(
        id=name,
        town="高湖镇",
        indicator="event.reported",
        where={Dimension.VILLAGE: ("桐川村",)},
        period=period_named("2018-01"),
        reported=Decimal(reported),
        at_least=at_least,
        unit="件",
        title="演示上报数",
        source="演示总结",
        sentence="演示句",
    )


@pytest.fixture
def desk(small_office: Office, jobs: Jobs) -> Desk:
    """What a page works with."""
    return sit_down(small_office, ACTOR, jobs)


@pytest.fixture
def screen(qtbot: QtBot, small_office: Office, jobs: Jobs) -> Screen:
    """The window on the small office, showing its first page."""
    return Screen.opened(qtbot, jobs, small_office)

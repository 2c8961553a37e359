"""The demonstration's smaller town with its events and disputes, as it was imported."""

import shutil
from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from db.office import open_office
from gridapp.demonstration.office import published_figures
from gridapp.domain.kind import Kind
from gridapp.importing.pipeline import import_ledger
from gridapp.ports import Office
from gridapp.registers.areas import town_for
from tests.offices import ACTOR, at, clock_from

TOWN = "高湖镇"
LAST_DAY = date(2018, 6, 30)


@pytest.fixture(scope="package")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an office into which the town's ledgers were imported in July."""
    path = tmp_path_factory.mktemp("gaohu") / "office.db"
    clock = clock_from(at(2018, 7, 1, 9))
    with open_office(str(path)) as office:
        for kind in (Kind.EVENT, Kind.DISPUTE):
            with as_file(files("resources") / "demonstration" / "gaohu" / f"{kind.value}.xlsx") as ledger:
                import_ledger(office, kind, ledger, town_for(office.registers, TOWN), ACTOR, clock)
        office.registers.publish(published_figures())
    return path


@pytest.fixture
def gaohu(imported: Path, tmp_path: Path) -> Iterator[Office]:
    """An office of one's own with the town's ledgers."""
    path = tmp_path / "office.db"
    shutil.copyfile(imported, path)
    with open_office(str(path)) as office:
        yield office

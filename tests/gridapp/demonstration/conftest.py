"""The demonstration's two towns without their ledgers: fresh, and with every story lived through."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gridapp.demonstration.living import live_through
from gridapp.ports import Office
from tests.gridapp.demonstration.towns import towns_in


@pytest.fixture(scope="package")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office in which every story has happened; its tests change nothing."""
    for office in towns_in(tmp_path_factory.mktemp("lived") / "office.db"):
        live_through(office)
        yield office


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Office]:
    """An office of the two towns in which nothing has happened."""
    yield from towns_in(tmp_path / "office.db")

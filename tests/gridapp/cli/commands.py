"""The commands on one database, run in this process with the real office behind them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from db.office import open_office
from gridapp.cli.app import app
from gridapp.cli.composition import Composition
from gridapp.domain.actor import Actor
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from gridapp.settings import Settings
from tests.offices import ACTOR


@contextmanager
def _open(location: str) -> Iterator[Office]:
    with open_office(location) as office:
        yield office


class Commands:
    """What a script can do, and what it sees."""

    def __init__(self, database: object, folder: Path) -> None:
        self.database = str(database)
        self.windows: list[str] = []
        settings = Settings(database=self.database, logs=folder, actor=ACTOR)
        self._composition = Composition(settings, _open, self._window, self._screens)

    def _window(self, location: str, _: Actor) -> int:
        self.windows.append(location)
        return 0

    def _screens(self, _: Office, __: Actor, ___: Path) -> Sequence[Path]:
        return []

    def run(self, *words: object) -> tuple[int, str, str]:
        """Exit status, stdout and stderr of a command; a refusal is what the entry point prints on stderr."""
        result = CliRunner().invoke(app, [str(word) for word in words], obj=self._composition)
        if isinstance(result.exception, Refusal):
            return 1, result.stdout, f"{result.stderr}{result.exception}\n"
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout, result.stderr

    def json(self, *words: object) -> Any:
        """The JSON document that a command prints, and nothing else."""
        status, out, err = self.run(*words, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    def refusal(self, *words: object) -> str:
        """The one line of a command that is refused, which prints nothing else."""
        status, out, err = self.run(*words)
        assert (status, out) == (1, "")
        (line,) = err.splitlines()
        return line

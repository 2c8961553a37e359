"""The window (窗口): from the spawn to the first paint, against a bare one; how long it stands still over figures."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.files import FOLDER, sample_office
from tests.bench.rounds import Ratio, Sampler, in_turn

_REPOSITORY = Path(__file__).parents[2]
_TENTH = 0.1


def window(cases: int) -> Iterator[Ratio]:
    """Offscreen, files in the cache; the office opens behind the window."""
    ours, bare = "spawn to the first paint of the program", "the same of a bare QMainWindow"
    rounds = in_turn({ours: _first_paint(str(sample_office(cases))), bare: _first_paint("bare")})
    yield rounds.ratio(ours, bare, 1.35)
    yield from _standstills(str(sample_office(cases)))


def _standstills(sample: str) -> Iterator[Ratio]:
    """For how long the window stands still while each tab of the statistics loads; a tenth of a second at most."""
    command = [sys.executable, "-m", "tests.bench.busy_window", sample]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(command, cwd=_REPOSITORY, env=variables, stdout=subprocess.PIPE, text=True, check=True)
    for line in told.stdout.splitlines():
        name, milliseconds = line.split("\t")
        seconds = int(milliseconds) / 1000
        yield Ratio(f"longest standstill, {name}", "a tenth of a second", seconds, _TENTH, seconds / _TENTH, 1.0)


def _first_paint(what: str) -> Sampler:
    command = [sys.executable, "-m", "tests.bench.first_paint", what]
    # Compiled modules as after any earlier start, whatever the surroundings say about keeping them.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    variables = {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(FOLDER / "compiled")}

    def sample() -> float:
        start = time.monotonic_ns()
        shown = subprocess.run(command, cwd=_REPOSITORY, env=variables, stdout=subprocess.PIPE, check=True, timeout=60)
        return (int(shown.stdout) - start) / 1e9

    return sample

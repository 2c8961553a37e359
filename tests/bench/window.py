"""The start (启动): from the spawn of the process to the first paint, against a bare window of the same toolkit."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.files import FOLDER, sample_office
from tests.bench.rounds import Ratio, Sampler, in_turn

_REPOSITORY = Path(__file__).parents[2]


def window(cases: int) -> Iterator[Ratio]:
    """Offscreen, files in the cache; the office opens behind the window."""
    ours, bare = "spawn to the first paint of the program", "the same of a bare QMainWindow"
    rounds = in_turn({ours: _first_paint(str(sample_office(cases))), bare: _first_paint("bare")})
    yield rounds.ratio(ours, bare, 1.35)


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

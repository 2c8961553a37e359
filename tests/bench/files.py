"""The files that the benchmark stands on, made once: sample offices, their flat tables, a ledger to import."""

import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from db.office import open_office
from gridapp.sampling.office import build_sample

_REPOSITORY = Path(__file__).parents[2]
FOLDER = _REPOSITORY / "build" / "bench"
"""Where everything is kept that the benchmark makes."""

_SHAPED_BY = ("db/migrations/versions", "gridapp/sampling")
_SEED = 1


def sample_office(cases: int) -> Path:
    """The database that `sample` builds for a number of cases."""

    def build(path: Path) -> None:
        with open_office(str(path)) as office:
            build_sample(office, cases, _SEED, tell)

    return made_once(f"sample-{cases}", ".db", build)


def made_once(name: str, suffix: str, build: Callable[[Path], None]) -> Path:
    """A file under a name that changes with what shapes its content; built if it is not there yet."""
    path = FOLDER / f"{name}-{_shape()}{suffix}"
    if not path.exists():
        tell(f"building {path.name} …")
        part = path.with_suffix(f".part{suffix}")
        part.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        build(part)
        part.rename(path)
    return path


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the same disk, gone afterwards."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=FOLDER) as folder:
        yield Path(folder)


def copy_of(database: Path, folder: Path, name: str) -> Path:
    """A copy of a closed database."""
    return Path(shutil.copyfile(database, folder / name))


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A bare connection with the pragmas of the program's own."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY", "cache_size=-65536"):
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def tell(line: str) -> None:
    """Progress, to stderr."""
    sys.stderr.write(f"{line}\n")


def _shape() -> str:
    digest = hashlib.sha256()
    for folder in _SHAPED_BY:
        for path in sorted((_REPOSITORY / folder).glob("*.*")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]

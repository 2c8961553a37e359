"""An event ledger in (导入): the import against calamine's reading and the very statements that it sends, sent bare.

Calamine reads in this process; the statements (rows, postings, indexes, search text) go through `executemany` on a bare
connection to a copy of the same office, in one transaction. They are taken down once and wait in a file.
"""

import pickle
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sqlalchemy import Engine, event

from db.office import open_office
from gridapp.domain.actor import Actor
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.pipeline import import_ledger
from gridapp.registers.areas import known_areas, town_for
from tests.bench.files import copy_of, made_once, raw, scratch, tell
from tests.bench.rounds import Ratio, Sampler, in_turn

_ROUNDS = 3
_TOWN = "高湖镇"
_ACTOR = Actor("模拟数据", "模拟数据")
_MOST_MEMORY = 400
_ASIDE = frozenset({"BEGIN", "COMMIT", "ROLLBACK", "PRAGMA"})


def importing(rows: int) -> Iterator[Ratio]:
    """Each round imports into an office that is new; its building is not timed."""
    ours, bare = f"import of {rows:,} events", "calamine and its own statements by bare executemany"
    ledger = made_once(f"events-{rows}", ".xlsx", lambda path: _write_ledger(path, rows))
    with scratch() as folder:
        empty = folder / "empty.db"
        with open_office(str(empty)) as office:
            town_for(office.registers, _TOWN)
        tell(f"peak memory of an import: {_peak(ledger, empty, folder)} MB (at most {_MOST_MEMORY})")
        sent = _taken_down(ledger, empty, folder)
        contenders = {ours: _whole_import(ledger, empty, folder, rows), bare: _bare(ledger, empty, folder, sent)}
        rounds = in_turn(contenders, _ROUNDS)
    yield rounds.ratio(ours, bare, 2)


def _whole_import(ledger: Path, empty: Path, folder: Path, rows: int) -> Sampler:
    turns = count()

    def sample() -> float:
        copy = copy_of(empty, folder, f"office-{next(turns)}.db")
        taken, done = _imported(ledger, copy)
        copy.unlink()
        if done != rows:
            raise RuntimeError(f"only {done} rows were imported")
        return taken

    return sample


def _imported(ledger: Path, database: Path) -> tuple[float, int]:
    """The seconds of an import, and how many cases came of it."""
    with open_office(str(database)) as office:
        town = town_for(office.registers, _TOWN)
        start = perf_counter()
        done = import_ledger(office, Kind.EVENT, ledger, town, _ACTOR, office.cases.now)
        return perf_counter() - start, done.new


def _taken_down(ledger: Path, empty: Path, folder: Path) -> Path:
    """A file with every statement of an import and its parameters, as the driver gets them."""
    sent = folder / "sent"
    with sent.open("wb") as file:

        def listen(_: Any, __: Any, statement: str, parameters: Any, ___: Any, many: bool) -> None:
            if statement.split(None, 1)[0] not in _ASIDE:
                rows = [_plain(row) for row in parameters] if many else _plain(parameters)
                pickle.dump((statement, rows, many), file)

        event.listen(Engine, "before_cursor_execute", listen)
        try:
            _imported(ledger, copy_of(empty, folder, "overheard.db"))
        finally:
            event.remove(Engine, "before_cursor_execute", listen)
    return sent


def _plain(row: Any) -> Any:
    """A row of parameters without views of memory, which no file takes."""
    if isinstance(row, dict):
        return {name: bytes(cell) if isinstance(cell, memoryview) else cell for name, cell in row.items()}
    return tuple(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row)


def _bare(ledger: Path, empty: Path, folder: Path, sent: Path) -> Sampler:
    """Statements are brought from their file before the clock goes on, so that memory does not grow with them."""
    turns = count()

    def sample() -> float:
        copy = copy_of(empty, folder, f"bare-{next(turns)}.db")
        start = perf_counter()
        rows = CalamineWorkbook.from_path(ledger).get_sheet_by_index(0).to_python()
        taken = perf_counter() - start
        del rows
        with raw(copy) as connection, sent.open("rb") as file:
            connection.execute("BEGIN IMMEDIATE")
            for statement, parameters, many in _pickled(file):
                start = perf_counter()
                send = connection.executemany if many else connection.execute
                send(statement, parameters).fetchall()
                taken += perf_counter() - start
            start = perf_counter()
            connection.execute("COMMIT")
            taken += perf_counter() - start
        copy.unlink()
        return taken

    return sample


def _pickled(file: Any) -> Iterator[tuple[str, Any, bool]]:
    while True:
        try:
            yield pickle.load(file)
        except EOFError:
            return


def _peak(ledger: Path, empty: Path, folder: Path) -> int:
    """The most memory that a process with nothing else to do takes for an import, in MB."""
    copy = copy_of(empty, folder, "peak.db")
    asked = [sys.executable, "-m", "tests.bench.importing", str(ledger), str(copy)]
    said = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return int(said.strip())


def _write_ledger(path: Path, rows: int) -> None:
    """Synthetic events of a town's first half-year, every column of the ledger filled but the platform."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("模拟")
    columns = ledger_of(Kind.EVENT).columns
    sheet.append([column.heading for column in columns])
    for row in _events(rows):
        sheet.append([row.get(column.field, "") for column in columns])
    workbook.save(path)


def _events(rows: int) -> Iterator[dict[str, object]]:
    rng = Random(1)
    town = known_areas().town_named(_TOWN)
    assert town is not None
    villages = known_areas().villages(town.code)
    leaves: Sequence[str] = [leaf.name for leaf in vocabulary().opening(Kind.EVENT)]
    period = period_named("2018-H1")
    days = (period.end - period.start).days - 20
    first = period_named("2018-01-01")
    for running in range(1, rows + 1):
        day = first.start + timedelta(days=running * days // rows)
        yield {
            "number": f"模拟-{running:05}",
            "title": f"模拟：道路积水第{running}处",
            "category": rng.choice(leaves),
            "village": rng.choice(villages).name,
            "address": f"模拟路段{rng.randint(1, 400)}号",
            "reporter": f"模拟网格员{rng.randint(1, 60):02}",
            "phone": f"1380000{rng.randrange(10_000):04}",
            "source": "网格上报",
            "level": "一般",
            "reported_at": f"{day} 09:{running % 60:02}",
            "due_at": str(day + timedelta(days=10)),
            "handler": f"模拟经办人{rng.randint(1, 40):02}",
            "closed_at": f"{day + timedelta(days=rng.randint(0, 12))} 10:00",
            "result": "模拟：已处理",
            "state": "已办结",
            "note": "模拟数据",
        }


if __name__ == "__main__":
    _imported(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))

"""An event ledger in (导入): the whole import against calamine's reading and a bare executemany of the same cells."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from time import perf_counter

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from db.office import open_office
from gridapp.domain.actor import Actor
from gridapp.domain.columns import ledger_of
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.pipeline import import_ledger
from gridapp.registers.areas import known_areas, town_for
from tests.bench.files import made_once, raw, scratch
from tests.bench.rounds import Ratio, Sampler, in_turn

_ROWS = 10_000
_TOWN = "高湖镇"
_ACTOR = Actor("模拟数据", "模拟数据")
_OURS, _BARE = f"import of {_ROWS:,} events", "calamine and a bare executemany of the same cells"


def importing(_: int) -> Iterator[Ratio]:
    """Each round imports into an office that is new; its building is not timed."""
    ledger = made_once(f"events-{_ROWS}", ".xlsx", _write_ledger)
    with scratch() as folder:
        rounds = in_turn({_OURS: _whole_import(ledger, folder), _BARE: _bare_copy(ledger, folder)})
    yield rounds.ratio(_OURS, _BARE)


def _whole_import(ledger: Path, folder: Path) -> Sampler:
    turns = count()

    def sample() -> float:
        with open_office(str(folder / f"office-{next(turns)}.db")) as office:
            town = town_for(office.registers, _TOWN)
            start = perf_counter()
            done = import_ledger(office, Kind.EVENT, ledger, town, _ACTOR, office.cases.now)
            taken = perf_counter() - start
        if done.new != _ROWS:
            raise RuntimeError(f"only {done.new} rows were imported: {done.problems[:1]}")
        return taken

    return sample


def _bare_copy(ledger: Path, folder: Path) -> Sampler:
    turns = count()

    def sample() -> float:
        with raw(folder / f"cells-{next(turns)}.db") as connection:
            start = perf_counter()
            rows = CalamineWorkbook.from_path(ledger).get_sheet_by_index(0).to_python()[1:]
            names = ", ".join(f"c{place}" for place in range(len(rows[0])))
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"CREATE TABLE cells ({names})")
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO cells VALUES ({marks})", ([str(cell) for cell in row] for row in rows))
            connection.execute("COMMIT")
            return perf_counter() - start

    return sample


def _write_ledger(path: Path) -> None:
    """Synthetic events of a town's first half-year, every column of the ledger filled but the platform."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("模拟")
    columns = ledger_of(Kind.EVENT).columns
    sheet.append([column.heading for column in columns])
    for row in _events():
        sheet.append([row.get(column.field, "") for column in columns])
    workbook.save(path)


def _events() -> Iterator[dict[str, object]]:
    rng = Random(1)
    town = known_areas().town_named(_TOWN)
    assert town is not None
    villages = known_areas().villages(town.code)
    leaves: Sequence[str] = [leaf.name for leaf in vocabulary().opening(Kind.EVENT)]
    period = period_named("2018-H1")
    days = (period.end - period.start).days - 20
    first = period_named("2018-01-01")
    for running in range(1, _ROWS + 1):
        day = first.start + timedelta(days=running * days // _ROWS)
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

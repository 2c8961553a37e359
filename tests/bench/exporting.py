"""A list out (导出): the whole export of all events against XlsxWriter alone writing the same cells, streamed."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from time import perf_counter

from xlsxwriter import Workbook

from db.office import open_office
from gridapp.domain.actor import Actor
from gridapp.domain.kind import Kind
from gridapp.exporting.column import Content
from gridapp.exporting.ledger_columns import ledger_columns
from gridapp.exporting.list_export import export_steps
from gridapp.exporting.order import ListOrder
from gridapp.ports import CaseQuery, Office
from tests.bench.files import copy_of, sample_office, scratch
from tests.bench.rounds import Ratio, Sampler, in_turn

_ROUNDS = 5
_BAR = 1.5
_ACTOR = Actor("模拟数据", "模拟数据")
_BARE = "the same cells by XlsxWriter in constant memory"


def exporting(cases: int) -> Iterator[Ratio]:
    """Each round writes a new file; the account of exports grows in a copy of the sample."""
    with scratch() as folder, open_office(str(copy_of(sample_office(cases), folder, "office.db"))) as office:
        order = ListOrder(
            query=CaseQuery(kind=Kind.EVENT),
            columns=ledger_columns(Kind.EVENT, office.registers.areas()),
            title="模拟台账",
            unit="模拟镇",
            question="全部",
        )
        rows = _cells(office, order)
        ours = f"export of {len(rows):,} events"
        rounds = in_turn({ours: _export(office, order, folder), _BARE: _bare(rows, folder)}, _ROUNDS)
    yield rounds.ratio(ours, _BARE, _BAR)


def _export(office: Office, order: ListOrder, folder: Path) -> Sampler:
    turns = count()

    def sample() -> float:
        start = perf_counter()
        for _ in export_steps(office, order, folder / f"list-{next(turns)}.xlsx", _ACTOR, office.cases.now):
            pass
        return perf_counter() - start

    return sample


def _cells(office: Office, order: ListOrder) -> list[list[Content]]:
    reads = [column.read(unmasked=False) for column in order.columns]
    found = office.lists.load_rows(office.lists.find_ids(order.query))
    return [[read(row) for read in reads] for row in found]


def _bare(rows: Sequence[Sequence[Content]], folder: Path) -> Sampler:
    turns = count()

    def sample() -> float:
        start = perf_counter()
        options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm"}
        book = Workbook(str(folder / f"bare-{next(turns)}.xlsx"), options)
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
        book.close()
        return perf_counter() - start

    return sample

"""A ledger of 100,000 rows read by the worker, down to its last row, against calamine alone in one process."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from gridapp.importing.reading.opening import opened
from tests.bench.files import made_once
from tests.bench.rounds import Ratio, in_turn, repeated

_ROWS, _COLUMNS = 100_000, 19
_MOMENTS, _WORDS, _NUMBER = (11, 12), (3, 5, 7), 15
_OURS, _BARE = f"{_ROWS:,} × {_COLUMNS} cells by the worker", "calamine's own list of them"


def reading(_: int) -> Iterator[Ratio]:
    """Starting and ending the worker is timed as well."""
    path = made_once(f"cells-{_ROWS}x{_COLUMNS}", ".xlsx", _write)
    contenders = {_OURS: repeated(lambda: _by_worker(path)), _BARE: repeated(lambda: _by_calamine(path))}
    yield in_turn(contenders).ratio(_OURS, _BARE)


def _by_worker(path: Path) -> None:
    with opened(path) as book:
        for _row in book.sheet(book.sheets[0].name).rows():
            pass


def _by_calamine(path: Path) -> None:
    CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _write(path: Path) -> None:
    book = Workbook(str(path), {"constant_memory": False})
    sheet = book.add_worksheet("模拟")
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for row in range(_ROWS):
        for place in range(_COLUMNS):
            if place in _MOMENTS:
                sheet.write_datetime(row, place, datetime(2018, 1, 1) + timedelta(minutes=3 * row), moment)
            elif place in _WORDS:
                sheet.write_string(row, place, f"模拟词{(row * place) % 40}")
            elif place == _NUMBER:
                sheet.write_number(row, place, row / 8)
            else:
                sheet.write_string(row, place, f"模拟内容第{row}行{place}列")
    book.close()

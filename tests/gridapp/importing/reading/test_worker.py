"""The process that reads workbooks: ended when it takes too long, and gone as soon as nobody listens to it."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from select import select

import pytest

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.book import Book
from gridapp.importing.reading.opening import opened
from gridapp.importing.reading.worker_book import WorkerBook
from tests.gridapp.importing.reading.archives import GRID, SHEET, changed, with_rows, workbook
from tests.gridapp.importing.reading.reading_of import grid_of

_THREADS = Path("/proc/self/task")
_ROOT = Path(__file__).parents[4]
_SECONDS = 20

on_linux = pytest.mark.skipif(not _THREADS.exists(), reason="processes are told apart by Linux's own list")


class GivenUp(Exception):
    """Whoever waited does so no longer."""


def _children() -> frozenset[int]:
    lists = (thread / "children" for thread in _THREADS.iterdir())
    return frozenset(int(child) for one in lists for child in one.read_text().split())


@pytest.fixture
def before() -> frozenset[int]:
    """Our processes before a file is opened."""
    return _children()


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A workbook whose reading takes a second or more."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/><c r="B{n}" s="0"/></row>' for n in range(3, 600_000))
    return changed(workbook(tmp_path / "台账.xlsx"), {SHEET: with_rows(rows)})


def test_it_has_its_time_and_no_more(slow: Path) -> None:
    told = r"台账\.xlsx 读了 0 秒还没有读完，已停止；请分成几个文件再导入。"
    with pytest.raises(Refusal, match=told), WorkerBook(slow, lambda: None, seconds=0.0) as book:
        book.sheet("Sheet")


def test_it_has_its_time_and_no_more_where_its_memory_cannot_be_bounded(slow: Path, without_bounds: None) -> None:
    with pytest.raises(Refusal, match="还没有读完，已停止"), WorkerBook(slow, lambda: None, seconds=0.0) as book:
        book.sheet("Sheet")


@on_linux
def test_it_is_gone_with_the_book(tmp_path: Path, before: frozenset[int]) -> None:
    handles = len(os.listdir("/proc/self/fd"))
    with opened(workbook(tmp_path / "台账.xlsx")) as book:
        next(book.sheet("Sheet").rows())
        assert len(_children() - before) == 1
    assert _children() == before
    assert len(os.listdir("/proc/self/fd")) == handles


@on_linux
def test_whoever_waits_may_give_up_and_the_process_is_gone(slow: Path, before: frozenset[int]) -> None:
    def give_up() -> None:
        raise GivenUp

    with pytest.raises(GivenUp), opened(slow, give_up) as book:
        book.sheet("Sheet")
    assert _children() == before


@on_linux
def test_a_process_that_dies_is_one_sentence(slow: Path, before: frozenset[int]) -> None:
    def kill() -> None:
        for child in _children() - before:
            os.kill(child, signal.SIGKILL)

    with pytest.raises(Refusal, match=r"^打不开 台账\.xlsx：[^。]*。$"), opened(slow, kill) as book:
        book.sheet("Sheet")


@on_linux
def test_it_does_not_outlive_whoever_started_it(tmp_path: Path) -> None:
    reader = (
        "import sys; from pathlib import Path; from gridapp.importing.reading.opening import opened\n"
        "from tests.gridapp.importing.reading.test_worker import _children\n"
        "with opened(Path(sys.argv[1])): print(*_children(), flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", reader, str(workbook(tmp_path / "台账.xlsx"))]
    with subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        child = os.pidfd_open(int(started.stdout.readline()))
        started.kill()
    ended, _, _ = select([child], [], [], _SECONDS)
    os.close(child)
    assert ended


def test_a_book_that_is_closed_while_it_is_waited_for_is_one_sentence(slow: Path) -> None:
    """As another thread does it, when the clerk breaks the reading off."""
    books: list[Book] = []

    def close() -> None:
        for book in books:
            book.close()

    with opened(slow, close) as book:
        books.append(book)
        with pytest.raises(Refusal, match=r"^已停止读取 台账\.xlsx，没有导入；需要时请重新打开文件。$"):
            book.sheet("Sheet")


def test_rows_of_a_closed_book_are_refused(tmp_path: Path) -> None:
    with opened(workbook(tmp_path / "台账.xlsx")) as book:
        sheet = book.sheet("Sheet")
    with pytest.raises(Refusal, match="已停止读取"):
        list(sheet.rows())


def test_modules_that_lie_where_we_stand_are_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("python_calamine", "marshal", "zipfile"):
        (tmp_path / f"{name}.py").write_text("raise RuntimeError")
    path = workbook(tmp_path / "台账.xlsx")
    monkeypatch.chdir(tmp_path)
    assert grid_of(Path(path.name)) == GRID


def test_two_books_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    one, other = workbook(tmp_path / "一.xlsx", ["一"]), workbook(tmp_path / "二.xlsx", ["二"])
    with opened(one) as first, opened(other) as second:
        sheets = (first.sheet("Sheet"), second.sheet("Sheet"))
        assert [[row.cells[0] for row in sheet.rows()] for sheet in sheets] == [["一"], ["二"]]

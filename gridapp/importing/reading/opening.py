"""Opening a file (打开文件): what is plainly wrong is said at once, then whoever can read it begins."""

from collections.abc import Callable
from pathlib import Path

from gridapp.domain.problem import Refusal
from gridapp.importing.reading import sentences
from gridapp.importing.reading.beginnings import is_packed, is_page
from gridapp.importing.reading.book import Book
from gridapp.importing.reading.text_book import TextBook
from gridapp.importing.reading.worker_book import WorkerBook

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
"""What a ledger file may be called; what it is shows when it is opened."""

LARGEST = 200 * 2**20
"""Bytes; a million rows of twenty cells are about 120 MB when they are packed."""


_LOCKS = ("~${}", ".~lock.{}#")
_OPEN_ELSEWHERE = "文件似乎正在表格软件里打开，还没有保存的修改读不到。"


def opened(path: Path, waiting: Callable[[], None] = lambda: None) -> Book:
    """A file, open for reading; `waiting` is called about ten times a second while it is waited for, and may raise.

    Raises `Refusal` where it is no ledger file that can be read.
    """
    book = _book(path, _start(path), waiting)
    # Excel and LibreOffice each leave a file beside the one that they hold open.
    if any(path.with_name(name.format(path.name)).exists() for name in _LOCKS):
        book.remarks = [*book.remarks, _OPEN_ELSEWHERE]
    return book


def _book(path: Path, start: bytes, waiting: Callable[[], None]) -> Book:
    if is_packed(start) or is_page(start):
        return WorkerBook(path, waiting)
    is_text = path.suffix.lower() == ".csv"
    try:
        book = TextBook(path, waiting)
    except Refusal as refusal:
        raise refusal if is_text else Refusal(sentences.damaged(path)) from refusal
    except OSError as error:
        raise Refusal(sentences.forbidden(path)) from error
    if is_text or book.is_table:
        return book
    raise Refusal(sentences.damaged(path))


def _start(path: Path) -> bytes:
    """The first bytes of a file that may be a ledger."""
    if path.is_dir():
        raise Refusal(sentences.folder(path))
    if not path.is_file():
        raise Refusal(sentences.missing(path))
    if path.name.startswith("~$"):
        raise Refusal(sentences.left_behind(path))
    if path.suffix.lower() not in SUFFIXES:
        raise Refusal(sentences.other_format(path.suffix))
    try:
        with path.open("rb") as file:
            start = file.read(4096)
        size = path.stat().st_size
    except OSError as error:
        raise Refusal(sentences.forbidden(path)) from error
    if not start:
        raise Refusal(sentences.empty(path))
    if size > LARGEST:
        raise Refusal(sentences.too_large(path, LARGEST))
    return start

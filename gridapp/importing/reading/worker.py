"""The process that reads workbooks (读取进程): bounded in memory, and gone as soon as nobody listens to it."""

import gc
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from gridapp.domain.problem import Refusal
from gridapp.importing.reading.cells import Row
from gridapp.importing.reading.formats import source_of
from gridapp.importing.reading.messages import Said, plain, say
from gridapp.importing.reading.plain_rows import packed
from gridapp.importing.reading.sentences import damaged, too_much
from gridapp.importing.reading.source import Source

MEMORY = 2 * 2**30
"""Bytes of address space; calamine takes about 230 MB for 100,000 rows of 19 columns."""

_ROWS_AT_ONCE = 500


def main() -> None:
    """Opens the file named on the command line, then answers each line of its input with the sheet named there."""
    _bound()
    # Rows are made by the hundred thousand and none of them forms a circle.
    gc.disable()
    path = Path(sys.argv[1])
    # Whatever else prints must not stand among the answers.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        try:
            _answer(path, out)
        except Refusal as refusal:
            say(out, Said.REFUSED, plain(str(refusal)))
        except MemoryError:
            say(out, Said.REFUSED, plain(too_much(path)))
        except Exception as error:
            # Only where it happened: what the error says may be what stands in the file.
            where = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"
            say(out, Said.FAILED, plain((said, damaged(path))))
    # The thread that listens cannot be ended otherwise.
    os._exit(0)


def _bound() -> None:
    """Bounds the memory and leaves no image of it behind.

    Windows has no such bound: there what a file may unpack to (`archive.py`) and the time it is waited for must do.
    """
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(path: Path, out: BinaryIO) -> None:
    def give_up(refusal: Refusal) -> None:
        say(out, Said.REFUSED, plain(str(refusal)))
        os._exit(0)

    wanted = _listen()
    source = source_of(path, give_up)
    heads = [tuple(sheet) for sheet in source.sheets]
    say(out, Said.BOOK, plain((heads, source.epoch_1904, list(source.remarks))))
    while True:
        _tell(out, source, wanted.get())


def _listen() -> SimpleQueue[str]:
    """The names asked for; when whoever asks is gone, so is the process, whatever it is doing."""
    wanted: SimpleQueue[str] = SimpleQueue()

    def listen() -> None:
        for line in sys.stdin.buffer:
            wanted.put(bytes.fromhex(line.decode()).decode())
        os._exit(0)

    Thread(target=listen, daemon=True).start()
    return wanted


def _tell(out: BinaryIO, source: Source, name: str) -> None:
    content = source.content(name)
    say(out, Said.SHEET, plain((content.last_row, [tuple(region) for region in content.merged])))
    for rows in _batches(content.rows):
        say(out, Said.ROWS, packed(rows))
    say(out, Said.END)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        yield batch


if __name__ == "__main__":
    main()
